# SPDX-License-Identifier: MIT
"""The coverage board as a Qt table: areas and their criteria down, days, kinds or inspectors across. It never queries.

Rows and cells are asked of a Board (storage/queries/board.py) only when they are seen, and again when touched.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from resources.language import _, ngettext
from storage.model.rubric import Area, Rubric
from storage.queries.board import OTHER_DAY, SIGNS, Board, Counts, Standing, gaps_first
from ui.models.note_words import kind_name
from ui.models.places import words_of
from ui.models.rubric_tree import Tally, spoken
from ui.widgets.board_cells import Beginning, Mark, Tile

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
_TOOLTIP = Qt.ItemDataRole.ToolTipRole


PART = Qt.ItemDataRole.UserRole
"""Under which role a cell gives what is drawn: a Beginning or a Tile."""
_SHOWN = {
    "unseen": ("eye-off", "bad"),
    "single": ("file-text", "muted"),
    "alone": ("pen-line", "muted"),
    "contradicted": ("triangle-alert", "warn"),
}
"""Sign → its outline and colour."""


@dataclass(frozen=True, slots=True)
class _Row:
    rubric: str
    area: Area
    code: str
    is_earlier: bool = False

    @property
    def is_area(self) -> bool:
        return self.code == self.area.code


_Block = tuple[_Row, tuple[_Row, ...]]
"""An area's row and those of its criteria."""


class BoardTable(QAbstractTableModel):
    """Column 0 the area or criterion, then the columns of the way, last all of them together."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._board: Board | None = None
        self._shown: tuple[Rubric | None, Sequence[Rubric]] = (None, ())
        self._way = "day"
        self._columns: tuple[Any, ...] = ()
        self._blocks: list[_Block] = []
        self._rows: list[_Row] = []
        self._open: set[str] = set()
        self._most: tuple[int, ...] = (0, 0, 0, 0)

    def show(self, board: Board | None, rubric: Rubric | None, way: str, earlier: Sequence[Rubric] = ()) -> None:
        """Show a board by a rubric, gaps first, and after it what could not be carried over from earlier editions."""
        self.beginResetModel()
        self._board, self._shown, self._way = board, (rubric, earlier), way
        self._columns = board.columns(way) if board else ()
        self._blocks = self._ordered()
        self._rows = [row for area, rows in self._blocks for row in (area, *(rows if area.code in self._open else ()))]
        self._measure()
        self.endResetModel()

    def touched(self, places: Collection[tuple[str, str]]) -> None:
        """Show anew what stands behind these (rubric, code), and nothing else; the order of rows stays."""
        if self._board is None:
            return
        if self._board.columns(self._way) != self._columns:
            self.beginResetModel()
            self._columns = self._board.columns(self._way)
            self._measure()
            self.endResetModel()
            return
        changed = {*places}
        for area, rows in self._blocks:
            if any((row.rubric, row.code) in changed for row in rows):
                changed.add((area.rubric, area.code))
        most = self._most
        self._measure()
        for at, row in enumerate(self._rows):
            if most != self._most or (row.rubric, row.code) in changed:
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def toggle(self, at: int) -> bool:
        """Open or close the area in a row; return False for a criterion's."""
        if not 0 <= at < len(self._rows) or not self._rows[at].is_area:
            return False
        row = self._rows[at]
        below = next(rows for area, rows in self._blocks if area == row)
        if row.code in self._open:
            self._open.discard(row.code)
            self.beginRemoveRows(NONE, at + 1, at + len(below))
            del self._rows[at + 1 : at + 1 + len(below)]
            self.endRemoveRows()
        elif below:
            self._open.add(row.code)
            self.beginInsertRows(NONE, at + 1, at + len(below))
            self._rows[at + 1 : at + 1] = below
            self.endInsertRows()
        self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        return True

    def code_at(self, at: int) -> str:
        """Return the code of a row; empty for none."""
        return self._rows[at].code if 0 <= at < len(self._rows) else ""

    def row_of(self, code: str) -> int:
        """Return the row of a code, or -1 where its area is closed or it is not here."""
        return next((at for at, row in enumerate(self._rows) if row.code == code), -1)

    def column_key(self, column: int) -> Any:
        """Return the day, kind or inspector of a column; None for the first and the last."""
        return self._columns[column - 1] if 0 < column <= len(self._columns) else None

    def unseen(self) -> list[str]:
        """Return the criteria that nobody has seen, gaps first."""
        return [row.code for _area, rows in self._blocks for row in rows if not any(self._standing(row).counts)]

    def signs(self) -> dict[str, int]:
        """Return sign → how many criteria bear it."""
        found = dict.fromkeys(SIGNS, 0)
        for _area, rows in self._blocks:
            for row in rows:
                for sign in self._standing(row).signs:
                    found[sign] += 1
        return found

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many areas, and criteria of open areas, there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NONE) -> int:
        """Return the columns of the way, with the first and the last."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if column == 0:
            return self._head_data(row, role)
        counts = self._counts(row, column)
        if role == PART:
            is_whole = column == self.columnCount() - 1
            most = self._most[2 * is_whole + (not row.is_area)]
            return Tile(counts, most, row.is_area, is_whole)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(sum(counts)) if any(counts) else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.code} · {self._title(column)}: {spoken(Tally(*counts))}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title in the language in use."""
        if orientation == Qt.Orientation.Horizontal and role in (Qt.ItemDataRole.DisplayRole, _TOOLTIP):
            return self._title(section)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Say every word again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def _head_data(self, row: _Row, role: int) -> object:
        if role == PART:
            return self._beginning(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            part = self._beginning(row)
            return f"{part.code} {part.words}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            part = self._beginning(row)
            opened = _("opened") if row.code in self._open else _("closed")
            told = (part.said, *(mark.word for mark in part.marks), opened if row.is_area else "")
            return f"{part.code} {part.words}: {', '.join(filter(None, told))}".strip()
        return None

    def _beginning(self, row: _Row) -> Beginning:
        standing = self._standing(row)
        marks = tuple(Mark(_(SIGNS[sign]), *_SHOWN[sign]) for sign in standing.signs)
        if not row.is_area:
            place = next(each for each in row.area.criteria if each.code == row.code)
            return Beginning(row.code, words_of(place), "", marks)
        opens, words = "chevron-down" if row.code in self._open else "chevron-right", words_of(row.area)
        if row.is_earlier:
            words, count = _("From the earlier edition “{name}”").format(name=words), len(row.area.criteria)
            said = ngettext("{count} code not carried over", "{count} codes not carried over", count)
            return Beginning("", words, said.format(count=count), (), opens, True)
        said = _("{seen} of {all} seen").format(seen=standing.seen, all=standing.criteria)
        marks = tuple(mark for mark, sign in zip(marks, standing.signs, strict=True) if sign != "unseen")
        if standing.seen < standing.criteria:
            marks, said = (Mark(said, *_SHOWN["unseen"]), *marks), ""
        rows = (_Row(row.rubric, row.area, each.code) for each in row.area.criteria)
        return Beginning(row.code, words, said, marks, opens, True, tuple(_dot(self._standing(each)) for each in rows))

    def _title(self, section: int) -> str:
        if section == 0:
            return _("Area")
        key = self.column_key(section)
        if key is None:
            return _("All")
        if self._way == "kind":
            return kind_name(key)
        if self._way == "author":
            names = dict(self._board.inspectors) if self._board else {}
            return names.get(key) or _("Somebody else")
        return _("Other day") if key == OTHER_DAY else _("Day {number}").format(number=key)

    def _counts(self, row: _Row, column: int) -> Counts:
        standing = self._standing(row)
        key = self.column_key(column)
        return standing.counts if key is None else standing.cells.get(key, Counts())

    def _standing(self, row: _Row) -> Standing:
        assert self._board is not None
        return self._board.standing(row.rubric, row.area, row.code, self._way)

    def _ordered(self) -> list[_Block]:
        rubric, earlier = self._shown
        if self._board is None or rubric is None:
            return []
        listed = [(rubric.name, area, codes, False) for area, codes in gaps_first(self._board, rubric)]
        for old in earlier:
            listed += [(old.name, area, tuple(each.code for each in area.criteria), True) for area in old.areas]
        return [
            (_Row(name, area, area.code, is_old), tuple(_Row(name, area, code, is_old) for code in codes))
            for name, area, codes, is_old in listed
        ]

    def _measure(self) -> None:
        """Find what a full bar means: the largest cell of areas and of criteria, then the largest sum of each."""
        blocks = [block for block in self._blocks if not block[0].is_earlier]  # which may hold everything
        areas = [self._standing(area) for area, _rows in blocks]
        below = [self._standing(row) for _area, rows in blocks for row in rows]
        cells = (max(map(_largest, each), default=0) for each in (areas, below))
        wholes = (max((sum(one.counts) for one in each), default=0) for each in (areas, below))
        self._most = tuple((*cells, *wholes))


def _largest(standing: Standing) -> int:
    return max(map(sum, standing.cells.values()), default=0)


def _dot(standing: Standing) -> str:
    if "unseen" in standing.signs or "contradicted" in standing.signs:
        return "unseen" if "unseen" in standing.signs else "contradicted"
    return "thin" if standing.signs else "firm"
