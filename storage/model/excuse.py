# SPDX-License-Identifier: MIT
"""Why a letter may go out although a check stopped at something in it: a reason in writing. Checks: reports."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse(Record):
    """One hit of a check, let be with a reason; it holds only while the words that were hit stay as they were."""

    entity: ClassVar[str] = "excuse"
    letter_id: str = ""
    check_name: str = ""
    """Which check: a code of reports/checks/hit.py."""
    hit: str = ""
    """A digest of check, place and words: it tells nothing of what the words are."""
    reason: str = prose()
    author: str = ""
    """Who let it be (PersonId)."""
    said_at: str = ""
    """When, UTC."""
