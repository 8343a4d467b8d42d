# SPDX-License-Identifier: MIT
"""What a sentence stands on, as rows: its sources, and under a finding the notes for and against it. Reads only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resources.language import N_, _
from storage.model.finding import Finding
from storage.model.letter import Sentence
from storage.model.note import Note
from storage.model.record import Record
from storage.model.rules import STATE_NAMES
from storage.queries.notes import note
from storage.queries.rows import one
from storage.store import Store
from storage.tables import NOUNS
from ui.widgets.row_delegate import Row

SOURCE_KINDS = {
    "file": N_("File"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data": N_("Data"),
    "document": N_("Document"),
}
_NOUNS = {
    "visit": N_("Visit"),
    "session": N_("Session"),
    "meeting": N_("Meeting with the authority"),
    "event": N_("Event"),
    "recommendation": N_("Recommendation"),
    "person": N_("Person"),
    "authority": N_("Authority"),
    "finding": N_("Finding"),
    "note": N_("Note"),
    "letter": N_("Letter"),
    "challenge": N_("Comment of the authority"),
}
_MARKS = {
    "strength": (N_("Strength"), "check", "strength"),
    "neutral": (N_("Neutral"), "minus", "muted"),
    "weakness": (N_("Weakness"), "triangle-alert", "weakness"),
}
_WORDS: dict[str, tuple[str, ...]] = {
    "visit": ("dates", "service", "conclusion"),
    "session": ("title", "starts"),
    "meeting": ("held", "notes"),
    "event": ("date", "text"),
    "recommendation": ("number", "title", "text"),
    "person": ("display_role", "name"),
    "authority": ("name", "service"),
    "letter": ("date", "re_line"),
    "challenge": ("received", "text", "reason", "change"),
}
"""Noun → the fields that say which one it is, in order."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing that a sentence stands on."""

    key: str
    """As a sentence names it: "note:identifier"."""
    record: Record | None
    """None where it is not on this laptop."""
    row: Row

    @property
    def words(self) -> str:
        """Return the row as one line, for a screen reader or a tooltip."""
        return ". ".join(filter(None, (self.row.title, self.row.text, self.row.mark, *self.row.chips)))


def origins(store: Store, sentence: Sentence) -> tuple[Origin, ...]:
    """Return what the sentence stands on, each finding followed by its notes; a thing is named once."""
    found: dict[str, Origin] = {}
    for key in sentence.sources:
        for each in _with_notes(store, key):
            found.setdefault(each.key, each)
    return tuple(found.values())


def _with_notes(store: Store, key: str) -> Iterator[Origin]:
    entity, _colon, record_id = key.partition(":")
    noun = NOUNS.get(entity)
    record = one(store, noun, record_id) if noun else None
    yield Origin(key, record, _row(record, entity))
    if isinstance(record, Finding):
        for ids, how in ((record.supports, N_("For it")), (record.contradicts, N_("Against it"))):
            for note_id in ids:
                found = note(store, note_id)
                yield Origin(f"note:{note_id}", found, _row(found, "note", how))


def _row(record: Record | None, entity: str, how: str = "") -> Row:
    if record is None:
        return Row(_(_NOUNS.get(entity, entity)), _("This record is not on this laptop."))
    if not record.present:
        return Row(_(_NOUNS.get(entity, entity)), _("This record was withdrawn."))
    return _SHOWN.get(entity, _other)(record, how)


def _finding(record: Record, _how: str) -> Row:
    assert isinstance(record, Finding)
    mark, icon, role = _MARKS.get(record.polarity, ("", "", "muted"))
    state = _(STATE_NAMES.get(record.state, record.state))
    return Row(f"{_(_NOUNS['finding'])} · {state}", record.statement, record.areas[:9], "", _(mark), icon, role)


def _note(record: Record, how: str) -> Row:
    assert isinstance(record, Note)
    kind = _(SOURCE_KINDS.get(record.source_kind, record.source_kind))
    title = " · ".join(filter(None, (_(how), kind, record.source_role or record.case_ref)))
    chips = []
    if record.confidential:
        chips.append(_(N_("Confidential")))
    if record.illustration:
        chips.append(_(N_("Invented")))
    if record.verbatim:
        chips.append(_(N_("Own words")))
    mark, icon, role = _MARKS.get(record.polarity, ("", "", "muted"))
    return Row(title, record.text, tuple(chips), record.event_at[:10], _(mark), icon, role)


def _other(record: Record, _how: str) -> Row:
    entity = type(record).entity
    words = " · ".join(filter(None, (str(getattr(record, name)) for name in _WORDS.get(entity, ()))))
    return Row(_(_NOUNS.get(entity, entity)), words)


_SHOWN: dict[str, Callable[[Record, str], Row]] = {"finding": _finding, "note": _note}
