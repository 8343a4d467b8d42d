# SPDX-License-Identifier: MIT
"""Questions about notes: a visit's, a session's, one by its identifier."""

from storage.model.note import Note
from storage.queries.rows import one, present
from storage.store import Store


def note(store: Store, note_id: str) -> Note | None:
    """Return one note, withdrawn or not, or None."""
    return one(store, Note, note_id)


def notes_of_visit(store: Store, visit_id: str) -> tuple[Note, ...]:
    """Return a visit's notes, by the time of what they tell."""
    return present(store, Note, "visit_id", visit_id, "event_at, id")
