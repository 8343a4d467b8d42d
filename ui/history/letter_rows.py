# SPDX-License-Identifier: MIT
"""Two wordings of a letter as rows: paragraph beside paragraph, each with its words' differences. It asks no store.

How a row is drawn: letter_delegate.py. Which wordings: letter_dialog.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resources.language import N_, _, long_date, ngettext
from storage.job import Job, Tick
from storage.model.letter_diff import (
    GONE,
    HEAD,
    HEADING,
    LINE_STATES,
    MOVED,
    MOVED_CHANGED,
    NEW,
    SAME,
    Line,
    Part,
    compare,
    parts_of,
)
from storage.queries.letter_moments import LetterLog, Moment, letter_at
from storage.store import Store
from ui.history.changes import pieces

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
Pieces = tuple[tuple[str, str], ...]
"""("same" | "gone" | "new", words), in reading order."""


class Role(IntEnum):
    """Under which role the model gives the delegate its row."""

    ROW = Qt.ItemDataRole.UserRole + 60


@dataclass(frozen=True, slots=True)
class Beside:
    """Two paragraphs side by side, compared."""

    line: Line
    pieces: Pieces

    @property
    def differs(self) -> bool:
        """Say whether there is anything to look at."""
        return self.line.state != SAME

    @property
    def is_heading(self) -> bool:
        """Say whether it is read as a heading."""
        return self.line.part.kind == HEADING

    def side(self, later: bool) -> Pieces:
        """Return the pieces of one of the two wordings."""
        return tuple(each for each in self.pieces if each[0] != ("gone" if later else "new"))

    def words(self) -> str:
        """Return what became of it: "Moved and reworded: paragraph 5 was 3"; nothing where it is the same."""
        state, line = self.line.state, self.line
        if state == SAME:
            return ""
        name = _(LINE_STATES[state])
        if state in (MOVED, MOVED_CHANGED) and line.before and line.after:
            words = _(N_("{what}: paragraph {now} was {was}"))
            return words.format(what=name, now=line.after.number, was=line.before.number)
        return name

    def told(self) -> str:
        """Return all of it as one text, for who hears it."""
        line = self.line
        if not self.differs:
            return line.part.text
        gone, new = (
            "; ".join(words.strip() for kind, words in self.pieces if kind == each) for each in ("gone", "new")
        )
        parts = [self.words()]
        if line.state in (GONE, NEW, MOVED):
            parts.append(line.part.text)
        else:
            parts += [_(N_("Was: {words}")).format(words=line.before.text if line.before else "–")]
            parts += [_(N_("Is: {words}")).format(words=line.after.text if line.after else "–")]
            parts += [_(N_("Taken away: {words}")).format(words=gone)] if gone else []
            parts += [_(N_("Added: {words}")).format(words=new)] if new else []
        return ". ".join(each.rstrip(".") for each in parts)


def comparing(log: LetterLog, older: Moment, newer: Moment) -> Job[Store, None, tuple[Beside, ...], tuple[Beside, ...]]:
    """Return the Job that compares a letter as it stood at two moments, word by word."""

    def work(_taken: None, tick: Tick) -> tuple[Beside, ...]:
        lines = compare(_read(log, older), _read(log, newer))
        found = []
        for number, line in enumerate(lines):
            tick(number / len(lines))
            found.append(Beside(line, _pieces(line)))
        return tuple(found)

    return Job(lambda _store: None, work, lambda _store, found: found)


def _read(log: LetterLog, moment: Moment) -> tuple[Part, ...]:
    """Return what the letter said at a moment; its date as it is printed."""
    return tuple(
        replace(each, text=_long(each.text, log.letter.language)) if each.key == f"{HEAD}:date" else each
        for each in parts_of(letter_at(log, moment))
    )


def _long(day: str, language: str) -> str:
    try:
        return long_date(date.fromisoformat(day), language)
    except ValueError:
        return day


def _pieces(line: Line) -> Pieces:
    if line.before is None or line.after is None:
        return (("gone" if line.after is None else "new", line.part.text),)
    if line.before.text == line.after.text:
        return (("same", line.after.text),)
    return tuple(_joined(pieces(line.before.text, line.after.text)))


def _joined(found: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pieces with neighbouring differences in one: a blank between two changed words is no common ground."""
    gone = new = ""
    for number, (kind, words) in enumerate(found):
        ahead = found[number + 1][0] if number + 1 < len(found) else "same"
        if kind == "gone":
            gone += words
        elif kind == "new":
            new += words
        elif words.isspace() and (gone or new) and ahead != "same":
            gone, new = gone + words, new + words
        else:
            yield from ((name, text) for name, text in (("gone", gone), ("new", new)) if text.strip())
            gone = new = ""
            yield kind, words
    yield from ((name, text) for name, text in (("gone", gone), ("new", new)) if text.strip())


def counted(every: Sequence[Beside]) -> str:
    """Return how much differs, in words: "5 places differ: 3 reworded, 1 moved, 1 new"."""
    apart = [each.line.state for each in every if each.differs]
    if not apart:
        return _(N_("Nothing differs between the two."))
    kinds = [f"{apart.count(state)} {_(name).lower()}" for state, name in LINE_STATES.items() if state in apart]
    words = ngettext("{count} place differs", "{count} places differ", len(apart)).format(count=len(apart))
    return f"{words}: {', '.join(kinds)}"


class BesideRows(QAbstractListModel):
    """What stands side by side, all of it or what differs."""

    def __init__(self, parent: QObject) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._every: tuple[Beside, ...] = ()
        self.rows: tuple[Beside, ...] = ()

    def show(self, every: tuple[Beside, ...], only_differing: bool) -> None:
        """Show these, or those of them that differ."""
        self.beginResetModel()
        self._every = every
        self.rows = tuple(each for each in every if each.differs) if only_differing else every
        self.endResetModel()

    def narrow(self, only_differing: bool) -> None:
        """Show only what differs, or all again."""
        self.show(self._every, only_differing)

    def next(self, here: int, step: int) -> int:
        """Return the row of the next (1) or previous (-1) difference, round about; -1 for none."""
        count = len(self.rows)
        order = [(here + step * each) % count for each in range(1, count + 1)] if count else []
        return next((each for each in order if self.rows[each].differs), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.told()
        return None
