# SPDX-License-Identifier: MIT
"""How a visit's notes were amended: what stood before, what stands since, who, when, why. The oldest is the original.

The whole log of one thing is history.py's.
"""

import json
from dataclasses import dataclass
from typing import Any

from storage.model.letter import Sentence
from storage.model.note import Note
from storage.queries.history import Entry, history, stream_history
from storage.store import Store

REASON = "amend_reason"
"""The field of a note in which an amendment says why it was made."""
_SILENT = frozenset({"present", "source_history", "after_close", REASON})


@dataclass(frozen=True, slots=True)
class Amendment:
    """One field of a note, put otherwise once."""

    at: str
    """When, UTC."""
    by: str
    """The name of whoever did it."""
    field: str
    before: str
    after: str
    """Text as it is; a value of another type as JSON."""
    reason: str = ""


def amendments(store: Store, stream_id: str) -> dict[str, tuple[Amendment, ...]]:
    """Return, for each amended note of a stream, its amendments on this side, oldest first; what was set aside not."""
    found: dict[str, tuple[Amendment, ...]] = {}
    for entry in stream_history(store, stream_id):
        change = entry.change
        if change.entity == Note.entity and change.before and not entry.set_aside:
            found[change.entity_id] = (*found.get(change.entity_id, ()), *_of(entry))
    return {note_id: each for note_id, each in found.items() if each}


def of_note(note: Note, here: dict[str, tuple[Amendment, ...]]) -> tuple[Amendment, ...]:
    """Return all amendments of a note, those made where it was brought in from first."""
    return (*(Amendment(*each) for each in note.source_history if len(each) == 6), *here.get(note.id, ()))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a note, as they stood from some moment on."""

    text: str
    at: str
    """When they were put so, UTC."""
    by: str
    """The name of whoever put them so; empty when it is not known."""
    reason: str = ""


def sentence_wordings(store: Store, sentence: Sentence) -> tuple[Wording, ...]:
    """Return how a letter's sentence was worded, oldest first. What was set aside is left out."""
    found: list[Wording] = []
    for entry in history(store, sentence):
        words = entry.change.after.get("text")
        if isinstance(words, str) and not entry.set_aside and (not found or words != found[-1].text):
            found.append(Wording(words, entry.change.at, entry.name))
    return tuple(found)


def wordings(store: Store, note: Note) -> tuple[Wording, ...]:
    """Return how a note was worded, oldest first: the first is the original. What was set aside is left out."""
    elsewhere = [each for each in of_note(note, {}) if each.field == "text"]
    found = [Wording(elsewhere[0].before, note.captured_at, note.source_author)] if elsewhere else []
    found += [Wording(each.after, each.at, each.by, each.reason) for each in elsewhere]
    for entry in history(store, note):
        after = entry.change.after
        words = after.get("text")
        if isinstance(words, str) and not entry.set_aside and (not found or words != found[-1].text):
            by = note.source_author if not found and note.source_author else entry.name
            at = entry.change.at if found else note.captured_at or entry.change.at
            found.append(Wording(words, at, by, str(after.get(REASON) or "")))
    return tuple(found)


def _of(entry: Entry) -> list[Amendment]:
    change = entry.change
    reason = str(change.after.get(REASON) or "")
    return [
        Amendment(change.at, entry.name, name, _text(change.before[name]), _text(after), reason)
        for name, after in change.after.items()
        if name not in _SILENT and name in change.before and change.before[name] != after
    ]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
