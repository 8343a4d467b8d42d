# SPDX-License-Identifier: MIT
"""Questions about excuses: a letter's."""

from storage.model.excuse import Excuse
from storage.queries.rows import present
from storage.store import Store


def excuses_of_letter(store: Store, letter_id: str) -> tuple[Excuse, ...]:
    """Return what was let be in a letter, in the order in which it was."""
    return present(store, Excuse, "letter_id", letter_id, "said_at, id")
