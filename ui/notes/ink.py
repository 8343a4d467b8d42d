# SPDX-License-Identifier: MIT
"""What stands on the editor's screen → the acts that make it ink. No widgets here; the rules are the acts' own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.acts import links, notes
from storage.model.handling import handling
from storage.model.link import Link
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit
from storage.queries.links import links_of_note
from storage.queries.notes import note as note_by_id
from storage.store import Store
from ui.models.note_words import KINDS
from ui.notes.words import KIND_OF_ACTIVITY


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as it stands on the screen."""

    text: str
    fields: Mapping[str, Any]
    areas: tuple[str, ...] = ()
    """"rubric:code" each: what a new note will be linked to."""
    began: str = ""
    """When its first letter was typed, UTC."""
    reason: str = ""
    """Why a note is amended; asked for once fieldwork is closed."""

    @property
    def is_blank(self) -> bool:
        """Say whether there are no words yet: then there is nothing to ink."""
        return not self.text.strip()


def blank(session: Session | None) -> dict[str, Any]:
    """Return the fields of a new note, as the session suggests them."""
    kind = KIND_OF_ACTIVITY.get(session.activity, session.activity) if session else "file"
    alone = session.with_roles[0] if session and len(session.with_roles) == 1 else ""
    return {
        "event_at": "",
        "event_part": "",
        "session_id": session.id if session else "",
        "source_kind": kind if kind in KINDS else "file",
        "source_role": alone,
        "case_ref": "",
        "particulars": (),
        "polarity": "neutral",
        "verbatim": False,
        "observed": kind in ("file", "observation", "data", "document"),
        "from_memory": False,
        "from_paper": False,
        "handling": "",
    }


def fields_of(note: Note) -> dict[str, Any]:
    """Return the fields of a note that the screen shows beside its words."""
    return {name: getattr(note, name) for name in blank(None)} | {"handling": handling(note)}


def write(store: Store, visit: Visit, draft: Draft) -> str:
    """Write the draft as a new note and return its identifier. Raise Trouble."""
    fields = {**draft.fields, "event_at": draft.fields.get("event_at") or draft.began}
    if not fields["event_at"]:
        del fields["event_at"]
    return notes.write(store, visit, draft.text, draft.areas, **fields)


def amend(store: Store, seen: Note, draft: Draft) -> bool:
    """Amend the note as it was seen by what differs in the draft; return whether anything did. Raise Trouble."""
    after = {**draft.fields, "text": draft.text}
    old = {**fields_of(seen), "text": seen.text}
    new = {name: value for name, value in after.items() if value != old[name]}
    if new:
        notes.amend(store, seen, draft.reason, **new)
    return bool(new)


@dataclass(slots=True)
class Loaded:
    """A note as the editor read it, to be handed to the act that amends it."""

    note: Note
    links: Sequence[Link] = field(default_factory=tuple)


def load(store: Store, note_id: str) -> Loaded | None:
    """Return a note, withdrawn or not, with its links, or None."""
    found = note_by_id(store, note_id)
    return Loaded(found, links_of_note(store, note_id)) if found else None


def link(store: Store, note: Note, area: str, span: tuple[int, int] | None = None) -> None:
    """Link the note, or a span of its words as they were seen, to "rubric:code". Raise Trouble."""
    rubric, _colon, code = area.partition(":")
    links.link(store, note, rubric, code, span)


def unlink(store: Store, loaded: Loaded, key: str) -> None:
    """Unlink by a link's identifier, or everything that leads to "rubric:code". Raise Trouble."""
    for each in loaded.links:
        if key in (each.id, f"{each.rubric}:{each.area}"):
            links.unlink(store, each)


def linked(loaded: Loaded) -> set[str]:
    """Return "rubric:code" of every area that the note as a whole is linked to."""
    return {f"{each.rubric}:{each.area}" for each in loaded.links if not each.span}


def place_of(note: Note, quoted: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where words selected on the screen stand in the note's own text.

    The screen shows some letters in another form (line ends, hard spaces), which may move them by a little.
    """
    start, end = span
    if note.text[start:end] == quoted:
        return span
    at = min(_all(note.text, quoted), key=lambda found: abs(found - start), default=-1)
    return (at, at + len(quoted)) if at >= 0 else (min(start, len(note.text)), min(end, len(note.text)))


def _all(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
