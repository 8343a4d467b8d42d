# SPDX-License-Identifier: MIT
"""Two languages side by side as a table: paragraph beside paragraph, and whether they agree. It asks no store."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resources.language import N_, _
from storage.model.pair import PAIR_STATES, SAME, Row
from ui.look import Look
from ui.widgets.icons import icon

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


A_TURN = 40
"""Rows measured in one go; a letter of forty pages has hundreds."""


class PairRows(QAbstractTableModel):
    """Pairs of paragraphs, in order."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self.languages = ("", "")

    def show(self, rows: tuple[Row, ...], languages: tuple[str, str]) -> None:
        """Show these, under the languages' names for themselves."""
        self.beginResetModel()
        self.rows, self.languages = rows, languages
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Return three: both languages, and what is to be said of them."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a cell."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DecorationRole and column == 2:
            name, tone = ("check", "muted") if row.state == SAME else ("triangle-alert", "warn")
            return icon(self._look, name, tone)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(PAIR_STATES[row.state]) if column == 2 else _text(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands over a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (*self.languages, _(N_("Do they say the same?")))[section]


class _AtTheTop(QStyledItemDelegate):
    """The sign stands beside the first line of its words, however high the row is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class PairTable(QTableView):
    """Rows as high as their words; Return goes to a paragraph."""

    opened = Signal()
    shifted = Signal(int)
    """Alt+Up (-1) or Alt+Down (1): the right side is wanted a row further up or down."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self.rows = PairRows(look, self)
        self._measured = 0
        self.setModel(self.rows)
        self.setAccessibleName(_(N_("Both languages, paragraph by paragraph")))
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setItemDelegateForColumn(2, _AtTheTop(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(2, look.px(190))

    def show_rows(self, rows: tuple[Row, ...], languages: tuple[str, str]) -> None:
        """Show these rows, each as high as its words."""
        self.rows.show(rows, languages)
        self.fit_rows()

    def row(self) -> Row | None:
        """Return the row stood on, or None."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def fit_rows(self) -> None:
        """Make every row as high as its words; of a long letter some of them in the next turns."""
        self._measured = 0
        self._fit_some()

    def _fit_some(self) -> None:
        upto = min(self._measured + A_TURN, self.rows.rowCount())
        for row in range(self._measured, upto):
            self.resizeRowToContents(row)
        self._measured = upto
        if upto < self.rows.rowCount():
            QTimer.singleShot(0, self._fit_some)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the paragraph stood on; Alt with an arrow moves its right side."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.fit_rows()


def _text(row: Row, column: int) -> str:
    side = row.second if column else row.first
    return side.text if side else "–"
