# SPDX-License-Identifier: MIT
"""Fold: log → one row per thing. The tables hold nothing of their own: dropped and refolded when the model changes.

There is one path only: a touched thing is always folded from its whole log, never patched (tests/oracle.py keeps it
honest).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from storage import law
from storage.later import Later
from storage.ledger import Ledger, Thing
from storage.logs import Place, logs, touched_by
from storage.marks import Marks
from storage.model.action import Action
from storage.model.agreement import Agreement
from storage.model.authority import Authority
from storage.model.case import Case, CaseList
from storage.model.case_review import CaseReview
from storage.model.challenge import Challenge
from storage.model.change import Change, Ref
from storage.model.comment import Comment
from storage.model.concern import Concern
from storage.model.document import Document
from storage.model.edition import Edition
from storage.model.enclosure import Enclosure
from storage.model.event import Event
from storage.model.excuse import Excuse
from storage.model.finding import Finding
from storage.model.heads import Standing, standings
from storage.model.kept_wording import KeptWording
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.link import Link
from storage.model.meeting import Meeting
from storage.model.member import Member
from storage.model.note import Note
from storage.model.person import Person
from storage.model.point import Point
from storage.model.progress import Progress
from storage.model.rating import Rating, Resolution
from storage.model.recommendation import Recommendation
from storage.model.record import Record, prose_fields, touchable
from storage.model.sample import Sample
from storage.model.session import Session
from storage.model.visit import Visit
from storage.search import index as search
from storage.steps import Steps, in_parts
from storage.vault import Database

NOUNS: Mapping[str, type[Record]] = {
    noun.entity: noun
    for noun in (
        *(Authority, Person, Member, Visit, Session, Note, Comment, Link, Finding, Recommendation, Meeting, Event),
        *(Agreement, Rating, Resolution),
        *(Letter, Section, Paragraph, Sentence, Document, Concern, Point, Edition),
        *(Excuse, Enclosure),
        *(CaseList, Case, Sample, CaseReview),
        *(Challenge, KeptWording),
        *(Progress, Action),
    )
}
"""Every noun that has a table, by its name."""

_TYPES: Mapping[type, type] = {bool: int, tuple: str}
_INDEXED = ("visit_id", "letter_id", "note_id", "authority_id", "subject")
_REFOLD = "fold 5"
"""Raise when the fold itself changes, so that stores are folded again."""
_AT_ONCE = 500
"""Things folded at once where nobody waits in between."""
_NONE: Mapping[Place, Change] = MappingProxyType({})
_Rows = Mapping[str, Sequence[tuple[Any, ...]]]
"""Noun → values."""


class Tables:
    """One table per noun, one row per thing, as the log says it stands."""

    def __init__(self, db: Database, ledger: Ledger, marks: Marks) -> None:
        """Keep what the fold reads and writes."""
        self._db, self._ledger, self._marks = db, ledger, marks
        self._rosters: dict[str, dict[str, law.Seat]] = {}
        self._seals: dict[tuple[str, str], law.Vectors] = {}
        """Of the letters met in one fold: a draft of a hundred pieces asks a hundred times."""
        self.awaited: dict[str, dict[Thing, int]] = {}
        """Stream → how many changes of a thing to wait for: until they are here its row stands as it is (ahead.py)."""
        self._search = search.Index(db)
        self.later = Later(db, self._search)

    def are_current(self) -> bool:
        """Say whether the tables were folded by this model."""
        return bool(self._marks.get("fingerprint") == fingerprint())

    def refold(self) -> None:
        """Drop every table, make them anew from the dataclasses, and fold the whole log. Call in a transaction."""
        self.forget()
        for name in self._db.table_names():
            if name in NOUNS or name == "set_aside":
                self._db.execute(f'DROP TABLE "{name}"')
        for noun in NOUNS.values():
            _make(self._db, noun)
        self._db.execute(
            "CREATE TABLE set_aside (stream TEXT, device TEXT, seq INTEGER, entity TEXT, entity_id TEXT, reason TEXT,"
            " PRIMARY KEY (stream, entity, entity_id, device, seq)) WITHOUT ROWID"
        )
        for some in in_parts(list(self._ledger.things()), _AT_ONCE):
            self._fold(some, {})
        self._search.rebuild()
        self.later.make()
        self._marks.keep("fingerprint", fingerprint())

    def fold(self, changes: Sequence[Change]) -> None:
        """Fold again everything that the changes touch, and everything whose lawfulness they may alter."""
        self.fold_things(self.touched(changes))

    def touched(self, changes: Sequence[Change]) -> list[Thing]:
        """Return everything that the changes touch, and everything whose lawfulness they may alter."""
        things: set[Thing] = {(change.stream, change.entity, change.entity_id) for change in changes}
        for stream in {change.stream for change in changes if change.entity == "member"}:
            things.update(self._reseated(stream))
        for change in changes:
            if change.entity == "letter" and "document_id" in change.after:
                things.update(self._ledger.things(change.stream, _IN_LETTERS))
        return sorted(things)

    def fold_things(self, things: Sequence[Thing]) -> None:
        """Fold these things from their whole log."""
        self._seals.clear()
        self._fold(things, _NONE)
        self._search.follow(_notes_of(things))

    def fold_many(self, things: Sequence[Thing], at_hand: Mapping[Place, Change]) -> None:
        """Fold as `fold_things` does; changes at hand are not opened again, and notes are indexed later (later.py)."""
        self._seals.clear()
        self._fold(things, at_hand)
        self.later.put_off(_notes_of(things))

    def taking_out(self, stream: str) -> Steps[None]:
        """Drop every row of a stream that leaves this device, in small steps of a transaction (leaving.py)."""
        self.forget()
        for at, entity in enumerate(NOUNS):
            some = f'SELECT rowid FROM "{entity}" WHERE stream_id = ? LIMIT {2 * _AT_ONCE}'
            while self._db.execute(f'DELETE FROM "{entity}" WHERE rowid IN ({some})', (stream,)).rowcount > 0:
                yield at / (2 * len(NOUNS))
        self._db.execute("DELETE FROM set_aside WHERE stream = ?", (stream,))
        self._db.execute("DELETE FROM unindexed WHERE stream = ?", (stream,))
        # Words that were taken out of an index may stay in it until it happens to be merged: it is made anew.
        for part in self._search.rebuilding():
            yield (1 + part) / 2

    def roster(self, stream: str) -> dict[str, law.Seat]:
        """Return who sits in the stream."""
        if stream not in self._rosters:
            changes = self._ledger.changes(stream=stream, entity="member")
            self._rosters[stream] = law.roster(changes)
        return self._rosters[stream]

    def seals(self, stream: str, letter_id: str) -> law.Vectors:
        """Return the version vectors that the letter's seals froze; none while it is open."""
        changes = self._ledger.changes(stream=stream, entity="letter", entity_id=letter_id)
        return law.seals(changes, self.roster(stream))

    def set_aside(self, change: Change) -> str:
        """Return the code of the rule for which the fold set the change aside; an empty text when it is lawful."""
        where = "stream = ? AND entity = ? AND entity_id = ? AND device = ? AND seq = ?"
        values = (change.stream, change.entity, change.entity_id, *change.ref)
        row = self._db.execute(f"SELECT reason FROM set_aside WHERE {where}", values).fetchone()
        return str(row[0]) if row else ""

    def forget(self) -> None:
        """Drop what is held in memory: a transaction was rolled back, or the tables are made anew."""
        self._rosters.clear()
        self._seals.clear()

    def _reseated(self, stream: str) -> Iterable[Thing]:
        before = self._rosters.pop(stream, {})
        after = self.roster(stream)
        moved = {device for device in {*before, *after} if before.get(device) != after.get(device)}
        if not moved:
            return ()
        # A seat decides over its device's changes, over whoever else touches the notes that the device began, over the
        # seats that it gave, and by its seals over the pieces of letters.
        return {*touched_by(self._ledger, stream, moved, law.OWNED), *self._ledger.things(stream, _BY_SEATS)}

    def _fold(self, things: Sequence[Thing], at_hand: Mapping[Place, Change]) -> None:
        """Judge and read each thing by itself; write what came of them noun by noun."""
        found = logs(self._ledger, things, at_hand)
        if self.awaited:
            things = [each for each in things if not self._is_awaited(each, len(found.get(each, ())))]
        rows: dict[str, list[tuple[Any, ...]]] = {}
        gone: dict[str, list[tuple[str, str]]] = {}
        aside: list[tuple[Any, ...]] = []
        for thing in things:
            stream, entity, entity_id = thing
            noun = NOUNS.get(entity)
            lawful = self._lawful(thing, found.get(thing, ()), aside)
            if noun is not None and lawful:
                alone = lawful[0] if len(lawful) == 1 else None
                row = row_of_one(noun, alone) if alone else row_of(noun, standings(lawful, prose_fields(noun)))
                rows.setdefault(entity, []).append((entity_id, stream, *row.values()))
            elif noun is not None:
                gone.setdefault(entity, []).append((stream, entity_id))
        self._write(things, rows, gone, aside)

    def _is_awaited(self, thing: Thing, here: int) -> bool:
        return here < self.awaited.get(thing[0], {}).get(thing, 0)

    def _write(self, things: Sequence[Thing], rows: _Rows, gone: _Rows, aside: Sequence[tuple[Any, ...]]) -> None:
        many = self._db.conn.executemany
        if self._db.execute("SELECT EXISTS (SELECT 1 FROM set_aside)").fetchone()[0]:
            many("DELETE FROM set_aside WHERE stream = ? AND entity = ? AND entity_id = ?", things)
        many("INSERT INTO set_aside VALUES (?, ?, ?, ?, ?, ?)", aside)
        for entity, each in rows.items():
            many(_insert(NOUNS[entity]), each)
        for entity, each in gone.items():
            many(f'DELETE FROM "{entity}" WHERE stream_id = ? AND id = ?', each)

    def _lawful(self, thing: Thing, changes: Sequence[Change], aside: list[tuple[Any, ...]]) -> list[Change]:
        """Return the lawful ones; the others go `aside`, as rows."""
        stream, entity, entity_id = thing
        seats = self.roster(stream)
        letter_id = law.letter_of(changes) if changes else ""
        if letter_id and (stream, letter_id) not in self._seals:
            self._seals[stream, letter_id] = self.seals(stream, letter_id)
        sealed = self._seals.get((stream, letter_id), ())
        lawful = []
        for change in changes:
            reason = law.broken(change, seats, sealed)
            if reason:
                aside.append((stream, change.device, change.seq, entity, entity_id, reason))
            else:
                lawful.append(change)
        return lawful


def _notes_of(things: Iterable[Thing]) -> set[tuple[str, str]]:
    """Return (stream, note) of every note and link among the things: a link's identifier is `note:area:span`."""
    return {(stream, name.partition(":")[0]) for stream, entity, name in things if entity in ("note", "link")}


_IN_LETTERS = ("letter", "section", "paragraph", "sentence", "enclosure")
_BY_SEATS = ("member", *_IN_LETTERS)


def row_of(noun: type[Record], stands: Mapping[str, Standing]) -> dict[str, Any]:
    """Return the row that a thing's standing fields give. Fields that the noun does not know are skipped."""
    row = dict(blank(noun))
    heads: dict[tuple[Ref, ...], list[str]] = {}
    for name, default in [each for each in touchable(noun) if each[0] in stands]:
        stand = stands[name]
        heads.setdefault(stand.heads, []).append(name)
        if _fits(stand.value, default):
            row[name] = _said(stand.value) if isinstance(stand.value, tuple) else stand.value
    row["present"] = bool(stands["present"].value) if "present" in stands else False
    row["heads"] = json.dumps(list(heads.items()))
    row["differs"] = sum(1 for stand in stands.values() if stand.differs)
    return row


def row_of_one(noun: type[Record], change: Change) -> dict[str, Any]:
    """Return the row of a thing that a single change touches, as `row_of` does: nearly all that comes in is so."""
    known, names = _touched_by(noun, tuple(change.after))
    row = dict(blank(noun))
    for name, default in known:
        value = change.after[name]
        if _fits(value, default):
            row[name] = _said(value) if isinstance(value, tuple) else value
    row["present"] = bool(change.after.get("present", False))
    row["heads"] = f"[[[{json.dumps(change.ref)}], {names}]]" if known else "[]"
    return row


def _touched_by(noun: type[Record], after: tuple[str, ...]) -> "_Shape":
    """Return a noun's fields among those, each with its default, and their names as a row's heads say them."""
    if (noun, after) not in _shapes:
        if len(_shapes) > _MOST_SHAPES:
            _shapes.clear()
        known = tuple((name, default) for name, default in touchable(noun) if name in after)
        _shapes[noun, after] = known, json.dumps([name for name, _ in known])
    return _shapes[noun, after]


_Shape = tuple[tuple[tuple[str, Any], ...], str]
_shapes: dict[tuple[type[Record], tuple[str, ...]], _Shape] = {}
_MOST_SHAPES = 1000
"""Somebody may send changes of ever other fields."""


def blank(noun: type[Record]) -> Mapping[str, Any]:
    """Return the row of a thing of which nothing is known, every column in its place."""
    if noun not in _blanks:
        kept = {name: _said(default) if isinstance(default, tuple) else default for name, default in touchable(noun)}
        _blanks[noun] = {**kept, "present": False, "heads": "[]", "differs": 0}
    return _blanks[noun]


_blanks: dict[type[Record], Mapping[str, Any]] = {}
_said = json.JSONEncoder(ensure_ascii=False).encode


def _insert(noun: type[Record]) -> str:
    """Return how a noun's rows are written: its identifier, its stream, and what `row_of` gives, in that order."""
    names = ("id", "stream_id", *row_of(noun, {}))
    said = ", ".join(f'"{name}"' for name in names)
    return f'INSERT OR REPLACE INTO "{noun.entity}" ({said}) VALUES ({", ".join("?" * len(names))})'


def _fits(value: object, default: object) -> bool:
    """A received value of another type than the field's is no value: the fold never fails on what somebody sent."""
    if type(value) is type(default):
        return True
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, type(default))
    return isinstance(value, int | float) if isinstance(default, int | float) else isinstance(value, type(default))


def fingerprint() -> str:
    """Return what identifies the model that the tables were folded by."""
    shape = [(name, [(f, repr(d)) for f, d in touchable(noun)]) for name, noun in NOUNS.items()]
    return blake2b(repr((_REFOLD, search.VERSION, shape)).encode(), digest_size=16).hexdigest()


def _make(db: Database, noun: type[Record]) -> None:
    columns: dict[str, Any] = {"id": str, "stream_id": str}
    columns |= {name: _TYPES.get(type(default), type(default)) for name, default in touchable(noun)}
    table = db.table(noun.entity).create({**columns, "heads": str, "differs": int}, pk=("stream_id", "id"))
    for name in ("id", *(each for each in _INDEXED if each in columns)):
        table.create_index([name])
