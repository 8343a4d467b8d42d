# SPDX-License-Identifier: MIT
"""From where something is asked of an authority: its store, what is known of it, today, and what is due there."""

from dataclasses import dataclass

from storage.queries.standing_record import StandingRecord
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a deed is asked for."""

    store: Store
    known: StandingRecord
    today: str
    """ISO."""
    due: str = ""
    """The day of what is due, ISO, where that is what is stood on."""
