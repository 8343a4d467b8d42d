# SPDX-License-Identifier: MIT
"""A list of short texts with a second one beside each, chosen by key or pointer. What they are, others say."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.look import Look
from ui.widgets.row_delegate import Role, Row, RowDelegate


class HabitList(QListView):
    """Says which row is chosen, and when it is to go: with Delete."""

    chosen = Signal(str)
    """The row's first text."""
    unwanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(look, lines=0, chips=False))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these; what was chosen stays chosen where it is still there."""
        was = self.current()
        self._rows.show(rows)
        self.choose(was)

    def current(self) -> str:
        """Return the chosen row's first text, or an empty one."""
        at = self.currentIndex().row()
        return self._rows.rows[at][0] if 0 <= at < len(self._rows.rows) else ""

    def choose(self, short: str) -> None:
        """Choose the row with this first text, or none."""
        at = next((row for row, each in enumerate(self._rows.rows) if each[0] == short), -1)
        self.setCurrentIndex(self._rows.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current():
            self.unwanted.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self.current():
            self.chosen.emit(self.current())


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[tuple[str, str]] = ()

    def show(self, rows: Sequence[tuple[str, str]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        short, words = self.rows[index.row()]
        if role == Role.ROW:
            return Row(f"{short}  →  {words}" if words else short)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{short} → {words}" if words else short
        return None
