# SPDX-License-Identifier: MIT
"""Verbs on notes: write, amend, withdraw, restore. Typing that is not yet ink is journal.py's."""

from collections.abc import Sequence
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.ids import NoteId, link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.visit import Visit
from storage.store import Store


def write(store: Store, visit: Visit, text: str, areas: Sequence[str] = (), **fields: Any) -> NoteId:
    """Write a note, link it to criteria ("rubric:code" each) in the same gesture, and return its identifier.

    Raise Refused for a note without words.
    """
    if not text.strip():
        raise Refused(N_("This note has no words."), N_("Type something first."))
    gesture = Gesture("notes.write", store.me)
    note_id = new_note(store.device.id)
    moment = clock.stamp()
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id}
    shared = {"author": store.me, "captured_at": moment, "event_at": moment, "illustration": visit.illustration}
    given: dict[str, Any] = {**shared, **fields}
    gesture.add(Note(id=note_id, text=text, **frame, **given))
    for area in dict.fromkeys(areas):
        rubric, _, code = area.partition(":")
        gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=rubric, area=code, **frame))
    store.record(*gesture.changes)
    return note_id


def amend(store: Store, seen: Note, **after: Any) -> None:
    """Amend one's own note as it was seen: its former words stay readable. Raise Refused for somebody else's."""
    must_be_present(seen)
    if not str(after.get("text", seen.text)).strip():
        raise Refused(N_("This note has no words."), N_("Withdraw the note instead of emptying it."))
    gesture = Gesture("notes.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def withdraw(store: Store, seen: Note) -> None:
    """Withdraw one's own note: hidden from the lists, kept in the log, and its links with it."""
    gesture = Gesture("notes.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def restore(store: Store, seen: Note) -> None:
    """Bring a withdrawn note back."""
    gesture = Gesture("notes.restore", store.me)
    gesture.restore(seen)
    store.record(*gesture.changes)
