# SPDX-License-Identifier: MIT
"""The notes of one visit as the desk holds them: listed, sought, counted. No Qt, no store, no writing."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from storage.model.link import Link
from storage.model.note import Note
from storage.model.particulars import pairs
from storage.model.rubric import Rubric
from ui.models.note_words import kind_name
from ui.models.rubric_tree import Tally
from ui.widgets.ranking import plain


@dataclass(frozen=True, slots=True)
class Line:
    """One note with its links."""

    note: Note
    links: tuple[Link, ...]
    sought: str
    """Everything that can be searched for, folded."""
    places: frozenset[tuple[str, str]]
    """(rubric, code) of every link."""
    order: tuple[str, str]
    """When it happened: what lines are sorted by."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes it speaks to, each once."""
        return tuple(dict.fromkeys(link.area for link in self.links))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to see of the notes."""

    words: str = ""
    """Typed into the search field: every word must be found."""
    places: frozenset[tuple[str, str]] = frozenset()
    """(rubric, code), one of which a note must speak to; empty for all notes."""


class Lines:
    """A visit's notes, kept sorted and counted as they come and go: no question goes through all of them again."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._areas: Mapping[tuple[str, str], str] = {}
        self._lines: dict[str, Line] = {}
        self._sorted: list[Line] = []
        self._tallies: dict[tuple[str, str], list[int]] = {}
        self._per_session: Counter[str] = Counter()
        self._roles: Counter[str] = Counter()

    def __len__(self) -> int:
        """Return how many notes there are."""
        return len(self._lines)

    def begin(self, rubrics: Iterable[Rubric]) -> None:
        """Forget everything: another visit, with these rubrics."""
        self._lines.clear()
        self._sorted.clear()
        self._tallies.clear()
        self._per_session.clear()
        self._roles.clear()
        pairs = ((rubric.name, area, each) for rubric in rubrics for area in rubric.areas for each in area.criteria)
        self._areas = {(name, each.code): area.code for name, area, each in pairs}

    def line(self, note_id: str) -> Line | None:
        """Return one line, or None."""
        return self._lines.get(note_id)

    def put(self, notes: Iterable[Note], links: Iterable[Link]) -> None:
        """Take in notes as they stand now, with all their links; withdrawn ones leave."""
        of_note: dict[str, list[Link]] = {}
        for link in links:
            of_note.setdefault(link.note_id, []).append(link)
        for note in notes:
            if note.id in self._lines:
                self._take_out(self._lines.pop(note.id))
            if note.present:
                line = _line(note, tuple(of_note.get(note.id, ())))
                self._lines[note.id] = line
                insort(self._sorted, line, key=_order)
                self._count(line, 1)

    def found(self, wish: Wish) -> list[Line]:
        """Return the lines that answer the wish, newest first."""
        lines = self._sorted[::-1]
        return lines if wish == Wish() else answering(lines, wish)

    def tallies(self, rubric: str) -> dict[str, Tally]:
        """Return code → how many notes of each polarity; a note counts once for each criterion and area."""
        return {code: Tally(*count) for (name, code), count in self._tallies.items() if name == rubric}

    def per_session(self) -> Mapping[str, int]:
        """Return session → how many notes were taken in it."""
        return self._per_session

    def roles(self) -> list[str]:
        """Return every role that a note names as its source, by name."""
        return sorted(role for role, count in self._roles.items() if role and count)

    def _take_out(self, line: Line) -> None:
        self._count(line, -1)
        at = bisect_left(self._sorted, _order(line), key=_order)
        del self._sorted[at]

    def _count(self, line: Line, by: int) -> None:
        self._per_session[line.note.session_id] += by
        self._roles[line.note.source_role] += by
        at = _PLACES.get(line.note.polarity, 1)
        areas = {(where[0], self._areas[where]) for where in line.places if where in self._areas}
        for where in line.places | areas:
            self._tallies.setdefault(where, [0, 0, 0])[at] += by


def answering(lines: Sequence[Line], wish: Wish) -> list[Line]:
    """Return those of the lines that answer the wish, in their order."""
    found = list(lines)
    if wish.places:
        found = [line for line in found if not wish.places.isdisjoint(line.places)]
    for word in folded(wish.words).split():
        found = [line for line in found if word in line.sought]
    return found


_PLACES = {"strength": 0, "neutral": 1, "weakness": 2}


def withdrawn_lines(notes: Iterable[Note]) -> Sequence[Line]:
    """Return withdrawn notes as lines, in the order given; their links are hidden with them."""
    return [_line(note, ()) for note in notes]


def folded(text: str) -> str:
    """Return the text as it is compared: without accents and capitals."""
    return text.casefold() if text.isascii() else plain(text)


def _line(note: Note, links: tuple[Link, ...]) -> Line:
    codes = " ".join(link.area for link in links)
    own = " ".join(words for _name, words in pairs(note.particulars))
    words = (note.text, note.source_role, note.case_ref, kind_name(note.source_kind), own, codes)
    places = frozenset((link.rubric, link.area) for link in links)
    return Line(note, links, folded("\n".join(words)), places, (note.event_at, note.id))


def _order(line: Line) -> tuple[str, str]:
    return line.order
