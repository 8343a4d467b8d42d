# SPDX-License-Identifier: MIT
"""Questions about comments: what was said to a note, to the notes of a visit, to a letter's paragraphs."""

from storage.model.comment import Comment
from storage.queries.rows import one, present
from storage.store import Store


def comment(store: Store, comment_id: str) -> Comment | None:
    """Return one comment, withdrawn or not, or None."""
    return one(store, Comment, comment_id)


def comments_of_note(store: Store, note_id: str) -> tuple[Comment, ...]:
    """Return what was said to a note, oldest first."""
    return present(store, Comment, "note_id", note_id, "said_at, id")


def comments_of_visit(store: Store, visit_id: str) -> tuple[Comment, ...]:
    """Return what was said to the notes of a visit, oldest first."""
    return tuple(each for each in present(store, Comment, "visit_id", visit_id, "said_at, id") if each.note_id)


def remarks_of_visit(store: Store, visit_id: str) -> tuple[Comment, ...]:
    """Return what was said to the letters of a visit, oldest first."""
    return tuple(each for each in present(store, Comment, "visit_id", visit_id, "said_at, id") if each.letter_id)


def comments_of_letter(store: Store, letter_id: str) -> tuple[Comment, ...]:
    """Return what was said to a letter's paragraphs, oldest first."""
    return present(store, Comment, "letter_id", letter_id, "said_at, id")
