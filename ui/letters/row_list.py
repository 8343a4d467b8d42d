# SPDX-License-Identifier: MIT
"""A list of rows that knows no nouns: each row has a key, a Row to draw and words for who listens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from resources.language import _
from ui.look import Look
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One row."""

    key: str
    row: Row

    @property
    def words(self) -> str:
        """Return everything it shows, as one text."""
        return ". ".join(filter(None, (self.row.title, self.row.text, self.row.mark, *self.row.chips)))


class _Lines(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.every: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        fresh = tuple(lines)
        if [each.key for each in fresh] != [each.key for each in self.every]:
            self.beginResetModel()
            self.every = fresh
            self.endResetModel()
        elif fresh and fresh != self.every:
            self.every = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, 0))

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.every)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.every[index.row()]
        if role == Role.ROW:
            return line.row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.words
        return None


class RowList(QListView):
    """Rows to stand on."""

    chosen = Signal(str)
    """The key of the row stood on, or "" for none."""
    opened = Signal(str)
    """Return or a double click on the row with the key."""

    def __init__(self, look: Look, name: str, lines: int = 2, *, chips: bool = True) -> None:
        """Make an empty one, called by a gettext key, with so many lines of text a row."""
        super().__init__()
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(RowDelegate(look, lines=lines, chips=chips))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(_(name))
        self.doubleClicked.connect(self._on_double)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Line], stay_on: str = "") -> None:
        """Show these rows and stay on one of them, on the first otherwise."""
        key = stay_on or self.key()
        self._lines.show(lines)
        at = next((row for row, each in enumerate(lines) if each.key == key), 0)
        if lines and self.currentIndex().row() != at:
            self.setCurrentIndex(self._lines.index(at, 0))

    def key(self) -> str:
        """Return the key of the row stood on, or ""."""
        index = self.currentIndex()
        return self._lines.every[index.row()].key if index.isValid() else ""

    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self._lines.every

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is stood on."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.key())

    def _on_double(self, _index: Index) -> None:
        if self.key():
            self.opened.emit(self.key())
