# SPDX-License-Identifier: MIT
"""The notes of one visit as the desk holds them: listed, sought, counted. No Qt, no store, no writing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from storage.model.link import Link
from storage.model.note import Note
from ui.models.rubric_tree import Tally
from ui.notes.words import kind_name
from ui.widgets.ranking import plain


@dataclass(frozen=True, slots=True)
class Line:
    """One note with its links."""

    note: Note
    links: tuple[Link, ...]
    sought: str
    """Everything that can be searched for, folded."""
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
    rubric: str = ""
    codes: frozenset[str] = frozenset()
    """Criteria of the rubric; empty for all notes."""


class Lines:
    """A visit's notes by identifier."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._lines: dict[str, Line] = {}

    def __len__(self) -> int:
        """Return how many notes there are."""
        return len(self._lines)

    def clear(self) -> None:
        """Forget everything: another visit."""
        self._lines.clear()

    def line(self, note_id: str) -> Line | None:
        """Return one line, or None."""
        return self._lines.get(note_id)

    def put(self, notes: Iterable[Note], links: Iterable[Link]) -> None:
        """Take in notes as they stand now, with all their links; withdrawn ones leave."""
        of_note: dict[str, list[Link]] = {}
        for link in links:
            of_note.setdefault(link.note_id, []).append(link)
        for note in notes:
            if note.present:
                self._lines[note.id] = _line(note, tuple(of_note.get(note.id, ())))
            else:
                self._lines.pop(note.id, None)

    def found(self, wish: Wish) -> Sequence[Line]:
        """Return the lines that answer the wish, newest first."""
        words = folded(wish.words).split()
        lines: Iterable[Line] = self._lines.values()
        if wish.codes:
            lines = (line for line in lines if _speaks_to(line, wish.rubric, wish.codes))
        if words:
            lines = (line for line in lines if all(word in line.sought for word in words))
        return sorted(lines, key=_order, reverse=True)

    def tallies(self, rubric: str, areas: Mapping[str, str]) -> dict[str, Tally]:
        """Return code → how many notes of each polarity; a note counts once for each criterion and area.

        `areas` gives the area of each criterion of the rubric.
        """
        counts: dict[str, list[int]] = {}
        for line in self._lines.values():
            mine = {link.area for link in line.links if link.rubric == rubric}
            at = _PLACES.get(line.note.polarity, 1)
            for code in mine | {areas[each] for each in mine if each in areas}:
                counts.setdefault(code, [0, 0, 0])[at] += 1
        return {code: Tally(*count) for code, count in counts.items()}

    def per_session(self) -> dict[str, int]:
        """Return session → how many notes were taken in it."""
        counts: dict[str, int] = {}
        for line in self._lines.values():
            counts[line.note.session_id] = counts.get(line.note.session_id, 0) + 1
        return counts

    def roles(self) -> list[str]:
        """Return every role that a note names as its source, by name."""
        return sorted({line.note.source_role for line in self._lines.values()} - {""})


_PLACES = {"strength": 0, "neutral": 1, "weakness": 2}


def withdrawn_lines(notes: Iterable[Note]) -> Sequence[Line]:
    """Return withdrawn notes as lines, in the order given; their links are hidden with them."""
    return [_line(note, ()) for note in notes]


def folded(text: str) -> str:
    """Return the text as it is compared: without accents and capitals."""
    return text.casefold() if text.isascii() else plain(text)


def _line(note: Note, links: tuple[Link, ...]) -> Line:
    codes = " ".join(link.area for link in links)
    words = (note.text, note.source_role, note.case_ref, kind_name(note.source_kind), codes)
    return Line(note, links, folded("\n".join(words)), (note.event_at, note.id))


def _speaks_to(line: Line, rubric: str, codes: Collection[str]) -> bool:
    return any(link.area in codes and link.rubric == rubric for link in line.links)


def _order(line: Line) -> tuple[str, str]:
    return line.order
