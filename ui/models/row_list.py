# SPDX-License-Identifier: MIT
"""Rows made beforehand, as the model of a list; what they tell is their maker's. It never queries and never writes."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.widgets.row_delegate import Role, Row

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class RowList(QAbstractListModel):
    """Each row with the key of what it tells."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._rows: Sequence[tuple[str, Row]] = ()
        self._at: dict[str, int] = {}

    def show(self, rows: Sequence[tuple[str, Row]]) -> None:
        """Show these; where the same things stand in the same order, selection and scroll stay."""
        at = {key: number for number, (key, _row) in enumerate(rows)}
        if list(at) == list(self._at):
            before, self._rows = self._rows, rows
            for number, (was, now) in enumerate(zip(before, rows, strict=True)):
                if was != now:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows, self._at = rows, at
        self.endResetModel()

    def key(self, index: Index) -> str:
        """Return the key of a row, or an empty text for no row."""
        return self._rows[index.row()][0] if index.isValid() else ""

    def row_of(self, key: str) -> int:
        """Return the row of a key, or -1."""
        return self._at.get(key, -1)

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()][1]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.text, row.place, *row.chips, row.time, row.mark) if part)
        return None
