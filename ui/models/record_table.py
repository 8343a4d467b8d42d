# SPDX-License-Identifier: MIT
"""A Qt table over a list of dataclasses, columns as data. It never queries, never writes; sorting is a proxy's."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resources.language import _

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What else a cell can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole
    """The dataclass of the row."""
    SORT = Qt.ItemDataRole.UserRole + 1
    """What a proxy sorts by."""


@dataclass(frozen=True)
class Column(Generic[Record]):
    """One column."""

    key: str
    title: str
    """A gettext key, translated when shown."""
    show: Callable[[Record], str]
    """Record → words of the cell, in the language in use."""
    sort: Callable[[Record], str | int | float] | None = None
    """Record → what to sort by, where it is not the words."""
    right: bool = False
    """True for numbers: set against the right edge."""


class RecordTable(QAbstractTableModel, Generic[Record]):
    """Rows are records, in the order given."""

    def __init__(
        self,
        columns: Sequence[Column[Record]],
        key: Callable[[Record], Hashable],
        records: Sequence[Record] = (),
        parent: QObject | None = None,
    ) -> None:
        """Show the records; `key` gives what tells one record from another (its id)."""
        super().__init__(parent)
        self._columns, self._key = tuple(columns), key
        self._records: tuple[Record, ...] = ()
        self._rows: dict[Hashable, int] = {}
        self.show(records)

    def show(self, records: Sequence[Record]) -> None:
        """Show these records. Where only their fields differ the rows stay, and with them selection and scroll."""
        fresh = tuple(records)
        rows = {self._key(record): row for row, record in enumerate(fresh)}
        if list(rows) != list(self._rows):
            self.beginResetModel()
            self._records, self._rows = fresh, rows
            self.endResetModel()
            return
        before, self._records = self._records, fresh
        for row, (was, now) in enumerate(zip(before, fresh, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def record(self, index: Index) -> Record | None:
        """Return the record of a row, or None for no row."""
        return self._records[index.row()] if index.isValid() else None

    def row_of(self, key: Hashable) -> int:
        """Return the row of the record with the key, or -1."""
        return self._rows.get(key, -1)

    def retranslate(self) -> None:
        """Say every word again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many records there are."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a cell."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.show(record)  # the tooltip shows whole what the cell may cut
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title)}: {column.show(record)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft) | (
                Qt.AlignmentFlag.AlignVCenter
            )
        if role == Role.RECORD:
            return record
        if role == Role.SORT:
            return column.sort(record) if column.sort else column.show(record).casefold()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title in the language in use."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self._columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that cells are chosen, never edited: editing is an act."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
