# SPDX-License-Identifier: MIT
"""Verbs on notes: write, amend, withdraw, restore. Typing that is not yet ink is journal.py's."""

from collections.abc import Sequence
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.amending import is_locked
from storage.model.change import frozen
from storage.model.handling import in_step
from storage.model.ids import NoteId, link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.visits import visit as visit_by_id
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
    given: dict[str, Any] = {**shared, **in_step(fields)}
    gesture.add(Note(id=note_id, text=text, **frame, **given))
    for area in dict.fromkeys(areas):
        rubric, _, code = area.partition(":")
        gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=rubric, area=code, **frame))
    store.record(*gesture.changes)
    return note_id


def amend(store: Store, seen: Note, reason: str = "", **after: Any) -> None:
    """Amend one's own note as it was seen: its former words stay readable, and `reason` says why beside them.

    Raise Refused for somebody else's, and after fieldwork closed for one without a reason; then it is marked, too.
    """
    must_be_present(seen)
    if not str(after.get("text", seen.text)).strip():
        raise Refused(N_("This note has no words."), N_("Withdraw the note instead of emptying it."))
    new = {name: value for name, value in in_step(after).items() if frozen(value) != getattr(seen, name)}
    if not new:
        return
    late = _late(store, seen, reason)
    if reason.strip() or seen.amend_reason:
        new["amend_reason"] = reason.strip()  # said again where it is the same: each amendment carries its own
    gesture = Gesture("notes.amend", store.me)
    fields = {"present": seen.present, **{name: frozen(value) for name, value in {**new, **late}.items()}}
    gesture.touch(seen, {name: getattr(seen, name) for name in fields}, fields, seen.seen)
    store.record(*gesture.changes)


def withdraw(store: Store, seen: Note) -> None:
    """Withdraw one's own note: hidden from the lists, kept in the log, and its links with it."""
    gesture = Gesture("notes.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _late(store: Store, seen: Note, reason: str) -> dict[str, Any]:
    """Return the mark of an amendment after fieldwork closed. This laptop's own rule; what others did is shown."""
    if not is_locked(visit_by_id(store, seen.visit_id)):
        return {}
    if not reason.strip():
        raise Refused(N_("Fieldwork is closed."), N_("Say why the note is amended; the original stays beside it."))
    return {"after_close": True}


def restore(store: Store, seen: Note) -> None:
    """Bring a withdrawn note back."""
    gesture = Gesture("notes.restore", store.me)
    gesture.restore(seen)
    store.record(*gesture.changes)
