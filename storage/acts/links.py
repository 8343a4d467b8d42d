# SPDX-License-Identifier: MIT
"""Verbs on links: a note, or a span of its words, speaks to a criterion."""

from typing import Any

from storage.gesture import Gesture, must_be_present
from storage.model.ids import LinkId, NoteId, link_id
from storage.model.link import Link
from storage.model.note import Note
from storage.queries.links import link as link_by_id
from storage.store import Store


def link(store: Store, note: Note, rubric: str, area: str, span: tuple[int, int] | None = None) -> LinkId:
    """Link a note, or the words from `start` to `end` of it as it was seen, to a criterion; twice is once.

    A link that was withdrawn is brought back. Return its identifier.
    """
    must_be_present(note)
    where = _span(note, span)
    the_id = link_id(NoteId(note.id), area, where)
    known = link_by_id(store, the_id)
    gesture = Gesture("links.link", store.me)
    if known is None:
        quoted = note.text[slice(*span)] if span else ""
        frame: dict[str, Any] = {"stream_id": note.stream_id, "visit_id": note.visit_id}
        gesture.add(Link(id=the_id, note_id=note.id, rubric=rubric, area=area, span=where, quoted=quoted, **frame))
    else:
        gesture.restore(known)
    store.record(*gesture.changes)
    return the_id


def unlink(store: Store, seen: Link) -> None:
    """Withdraw a link as it was seen."""
    gesture = Gesture("links.unlink", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _span(note: Note, span: tuple[int, int] | None) -> str:
    if span is None:
        return ""
    version = "+".join(f"{ref.device}.{ref.seq}" for ref in note.seen["text"])
    return f"{span[0]}-{span[1]}@{version}"
