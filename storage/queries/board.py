# SPDX-License-Identifier: MIT
"""The coverage board: what stands behind each code of a visit's rubrics, by day, kind of source and inspector.

Read once and then followed note by note, so that a link is seen at once however many notes there are. How it is
drawn is ui/coverage/, as a table for the terminal ui/verbs/board.py.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from resources.language import N_
from storage.model import clock
from storage.model.rubric import Area, Rubric
from storage.model.visit import Visit
from storage.queries.editions import rubrics_of_visit
from storage.queries.members import members
from storage.store import Store
from storage.vault import world

WAYS = {"day": N_("By day"), "kind": N_("By kind of source"), "author": N_("By inspector")}
"""How the columns may be made: field of Facts → its name."""
KINDS = ("file", "interview", "focus_group", "observation", "meeting", "data", "document")
SIGNS = {
    "unseen": N_("not yet seen"),
    "single": N_("single source"),
    "alone": N_("one inspector"),
    "contradicted": N_("contradicted"),
}
"""What stands out in an area or criterion, gravest first: code → words."""
RULES = {
    "unseen": N_("No note is linked to it."),
    "single": N_("Every note linked to it comes from one kind of source."),
    "alone": N_("Every note linked to it is by one inspector, though more than one takes part."),
    "contradicted": N_("A strength and a weakness are both linked to one criterion."),
}
"""Why a sign stands."""
OTHER_DAY = 0
_AT_ONCE = 500
_POLARITIES = ("strength", "neutral", "weakness")


class Counts(NamedTuple):
    """How many notes of each polarity."""

    strength: int = 0
    neutral: int = 0
    weakness: int = 0


class Facts(NamedTuple):
    """What the board knows of one note."""

    polarity: str
    kind: str
    author: str
    day: int
    """The day of the visit, from 1; OTHER_DAY for another."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands behind one area or criterion."""

    counts: Counts
    cells: Mapping[Any, Counts]
    """Column (a day, a kind, an author) → its notes; empty ones are left out."""
    signs: tuple[str, ...]
    """Codes of SIGNS."""
    seen: int
    """Of an area: how many of its criteria have a note; of a criterion: 1 or 0."""
    criteria: int


class Board:
    """One visit's notes by the codes they are linked to."""

    def __init__(self, visit: Visit, inspectors: Sequence[tuple[str, str]]) -> None:
        """Begin with no notes; `inspectors` are (PersonId, name)."""
        self.visit, self.inspectors = visit, tuple(inspectors)
        self._sessions: dict[str, int] = {}
        self._first, self.days = _days(visit)
        self._facts: dict[str, Facts] = {}
        self._codes: dict[tuple[str, str], dict[str, int]] = {}
        self._of_note: dict[str, list[tuple[str, str]]] = {}
        self._known: dict[tuple[str, str, str], Standing] = {}
        self._totals: dict[tuple[str, str], Counts] = {}
        self._asked: dict[tuple[str, str], set[tuple[str, str, str]]] = {}
        """(rubric, code) → what of `_known` rests on it."""

    def columns(self, way: str) -> tuple[Any, ...]:
        """Return the columns of a way (WAYS): every day, kind or inspector, whether it has notes or not."""
        if way == "kind":
            others = {each.kind for each in self._facts.values()} - set(KINDS)
            return (*KINDS, *sorted(others))
        if way == "author":
            known = [each for each, _ in self.inspectors]
            return (*known, *sorted({each.author for each in self._facts.values()} - set(known)))
        days = {each.day for each in self._facts.values()}
        last = max({self.days, *days, 1})
        return (*range(1, last + 1), *((OTHER_DAY,) if OTHER_DAY in days else ()))

    def standing(self, rubric: str, area: Area, code: str, way: str) -> Standing:
        """Return what stands behind an area, or behind one of its criteria; found once and kept until it is touched."""
        key = (rubric, code, way)
        if key not in self._known:
            self._known[key] = self._found(rubric, area, code, way)
            for each in (code, *(each.code for each in area.criteria if code == area.code)):
                self._asked.setdefault((rubric, each), set()).add(key)
        return self._known[key]

    def counts(self, rubric: str) -> dict[str, Counts]:
        """Return code → how many notes of each polarity are linked to it; codes without a note are left out."""
        there = [where for where, notes in self._codes.items() if notes and where[0] == rubric]
        for where in there:
            if where not in self._totals:
                count = [0, 0, 0]
                for note in self._codes[where]:
                    count[_place(self._facts[note])] += 1
                self._totals[where] = Counts(*count)
        return {where[1]: self._totals[where] for where in there}

    def codes(self) -> frozenset[tuple[str, str]]:
        """Return every (rubric, code) that has a note."""
        return frozenset(where for where, notes in self._codes.items() if notes)

    def follow(self, store: Store, note_ids: Collection[str]) -> frozenset[tuple[str, str]]:
        """Read these notes and their links again; return every (rubric, code) that may look otherwise now."""
        named, touched = list(note_ids), set[tuple[str, str]]()
        for first in range(0, len(named), _AT_ONCE):
            some = named[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for name in some:
                touched.update(self._forget(name))
            with world(store.folder):
                notes = store.db.execute(f"{_NOTES} AND id IN ({marks})", (self.visit.id, *some)).fetchall()
                links = store.db.execute(f"{_LINKS} AND note_id IN ({marks})", (self.visit.id, *some)).fetchall()
            touched.update(self._keep(notes, links))
        for where in touched:
            self._totals.pop(where, None)
            for key in self._asked.pop(where, ()):
                self._known.pop(key, None)
        return frozenset(touched)

    def learn(self, store: Store) -> None:
        """Read the days of the sessions. A session that moved to another day needs a board read anew."""
        with world(store.folder):
            rows = store.db.execute("SELECT id, day FROM session WHERE visit_id = ?", (self.visit.id,)).fetchall()
        self._sessions = {str(name): int(day) for name, day in rows}

    def read(self, store: Store) -> None:
        """Read everything."""
        self.learn(store)
        with world(store.folder):
            notes = store.db.execute(_NOTES, (self.visit.id,)).fetchall()
            links = store.db.execute(_LINKS, (self.visit.id,)).fetchall()
        for known in (self._facts, self._codes, self._of_note, self._known, self._totals, self._asked):
            known.clear()
        self._keep(notes, links)

    def _found(self, rubric: str, area: Area, code: str, way: str) -> Standing:
        wanted = [each.code for each in area.criteria] if code == area.code else [code]
        each_code = [self._codes.get((rubric, one), {}) for one in wanted]
        notes = {name for found in each_code for name in found}
        if code == area.code:  # a link to the area as a whole counts for it
            notes |= self._codes.get((rubric, code), {}).keys()
        facts = [self._facts[name] for name in notes]
        at = Facts._fields.index(way)
        cells: dict[Any, list[int]] = {}
        for each in facts:
            cells.setdefault(each[at], [0, 0, 0])[_place(each)] += 1
        total = (sum(column) for column in zip(*cells.values(), strict=True)) if cells else ()
        signs = self._signs(facts, each_code)
        seen = sum(map(bool, each_code))
        return Standing(Counts(*total), {key: Counts(*count) for key, count in cells.items()}, signs, seen, len(wanted))

    def _keep(self, notes: Iterable[Sequence[Any]], links: Iterable[Sequence[Any]]) -> Iterable[tuple[str, str]]:
        told = {name: self._told(*rest) for name, *rest in notes}
        touched = []
        for note, rubric, code in links:
            if note in told:
                self._facts[note] = told[note]
                there = self._codes.setdefault((rubric, code), {})
                if note not in there:
                    there[note] = 1
                    self._of_note.setdefault(note, []).append((rubric, code))
                    touched.append((rubric, code))
        return touched

    def _forget(self, note: str) -> Iterable[tuple[str, str]]:
        self._facts.pop(note, None)
        gone = self._of_note.pop(note, [])
        for where in gone:
            self._codes[where].pop(note, None)
        return gone

    def _told(self, polarity: str, kind: str, author: str, session: str, at: str) -> Facts:
        return Facts(polarity, kind, author, self._sessions.get(session) or self._day(at))

    def _day(self, at: str) -> int:
        if self._first is None:
            return OTHER_DAY
        try:
            when = clock.read_stamp(at).astimezone().date()
        except ValueError:
            return OTHER_DAY
        day = (when - self._first).days + 1
        return day if 1 <= day <= self.days else OTHER_DAY

    def _signs(self, facts: Sequence[Facts], each_code: Sequence[Mapping[str, int]]) -> tuple[str, ...]:
        if not facts:
            return ("unseen",)
        signs = []
        if len({each.kind for each in facts}) == 1:
            signs.append("single")
        if len(self.inspectors) > 1 and len({each.author for each in facts}) == 1:
            signs.append("alone")
        for notes in each_code:
            if {"strength", "weakness"} <= {self._facts[name].polarity for name in notes}:
                signs.append("contradicted")
                break
        return tuple(signs)


_NOTES = "SELECT id, polarity, source_kind, author, session_id, event_at FROM note WHERE visit_id = ? AND present"
_LINKS = "SELECT note_id, rubric, area FROM link WHERE visit_id = ? AND present"


def board_of(store: Store, visit: Visit) -> Board:
    """Return a visit's board. Raise StoreTrouble when the store is damaged."""
    board = begun(store, visit)
    board.read(store)
    return board


def board_ahead(store: Store, visit: Visit) -> Board:
    """Return the same, with what will be asked of it first found already: for another thread than the screen's."""
    board = board_of(store, visit)
    for rubric in rubrics_of_visit(store, visit):
        _think_ahead(board, rubric)
    return board


def _think_ahead(board: Board, rubric: Rubric) -> None:
    """Have the board find what will be asked of it first, so that the screen's thread need not."""
    for area in rubric.areas:
        for way in WAYS:
            for code in (area.code, *(each.code for each in area.criteria)):
                board.standing(rubric.name, area, code, way)


def begun(store: Store, visit: Visit) -> Board:
    """Return a board that knows the visit's inspectors and has no notes yet."""
    seats = {each.person_id: each for each in members(store, visit.stream_id) if each.role in ("lead", "second")}
    return Board(visit, [(each.person_id, each.name) for each in seats.values()])


def gaps_first(board: Board, rubric: Rubric) -> list[tuple[Area, tuple[str, ...]]]:
    """Return the areas with their criteria's codes: those with the largest part unseen first, then the thinnest.

    Criteria likewise: unseen, those with a sign, then by number of notes; else in the rubric's order.
    """
    listed = []
    for at, area in enumerate(rubric.areas):
        found = [board.standing(rubric.name, area, each.code, "kind") for each in area.criteria]
        order = sorted(range(len(found)), key=lambda n, found=found: _thin(found[n]))  # type: ignore[misc]
        whole = board.standing(rubric.name, area, area.code, "kind")
        part = whole.seen / whole.criteria if whole.criteria else 1.0
        listed.append((part, sum(whole.counts), at, area, tuple(area.criteria[n].code for n in order)))
    return [(area, codes) for *_, area, codes in sorted(listed, key=lambda each: each[:3])]


def _thin(standing: Standing) -> tuple[int, int]:
    return (0 if "unseen" in standing.signs else 1 if standing.signs else 2), sum(standing.counts)


def _place(facts: Facts) -> int:
    return _POLARITIES.index(facts.polarity) if facts.polarity in _POLARITIES else 1


def _days(visit: Visit) -> tuple[date | None, int]:
    """Return a visit's first day and how many it has; (None, its `days`) where its dates are no days."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return None, visit.days
    count = (span.latest - span.earliest).days + 1
    is_vague = count > 31 or (visit.days and count > visit.days)  # "2018-07" for two days in July
    return (None, visit.days) if is_vague else (span.earliest, count)
