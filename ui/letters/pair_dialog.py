# SPDX-License-Identifier: MIT
"""A letter in both languages side by side, paragraph beside paragraph; what must follow is marked in words and sign."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from resources.language import LANGUAGES, N_, _, ngettext
from storage.acts import pairs as acts
from storage.errors import Trouble
from storage.model.letter import Letter
from storage.model.pair import PAIR_STATES, SAME, Row, aligned
from storage.queries.pairs import both
from ui.desk import Desk
from ui.errors import told
from ui.letters.fields import fit
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.icons import icon
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class _Rows(QAbstractTableModel):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self.languages = ("", "")

    def show(self, rows: tuple[Row, ...], languages: tuple[str, str]) -> None:
        self.beginResetModel()
        self.rows, self.languages = rows, languages
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
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
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (*self.languages, _(N_("Do they say the same?")))[section]


class _AtTheTop(QStyledItemDelegate):
    """The sign stands beside the first line of its words, however high the row is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class _Table(QTableView):
    """Rows as high as their words; Return goes to a paragraph."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()


class PairDialog(QDialog):
    """Shows both letters, lets somebody say that two paragraphs say the same, and goes to either."""

    sentence_asked = Signal(str, str)
    """(letter, its sentence) somebody wants to go to."""

    comparison_asked = Signal(object)
    """The letter, of the side stood on, whose words are wanted beside those of when both were joined."""

    def __init__(self, desk: Desk, letter: Letter, parent: QWidget | None = None) -> None:
        """Show a letter beside its pair."""
        super().__init__(parent)
        self._desk, self._letter = desk, letter
        self.setWindowTitle(_(N_("Both languages side by side")))
        look = desk.look
        self.notice, self.count = Notice(look), Label("", "small", "muted", wrap=True)
        self.table, self._rows = _Table(), _Rows(look, self)
        self.table.setModel(self._rows)
        self.same = Button(look, N_("They &say the same now"), "check", primary=True)
        self.go = Button(look, N_("&Go to this paragraph"))
        self.next = Button(look, N_("&Next to follow"), "chevron-down")
        self.since = Button(look, N_("What &changed since they were joined…"), "history")
        self.part = Button(look, N_("Let each stand &alone"))
        self.leave = Button(look, N_("C&lose"))
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show both as they stand now, and stay on the row."""
        at = self.table.currentIndex()
        found = both(self._desk.store, self._letter)
        if found is None:
            self.accept()
            return
        first, second = found
        names = [LANGUAGES.get(each.letter.language, each.letter.language) for each in (first, second)]
        self._second = second.letter
        self._first = first.letter
        self._rows.show(aligned(first, second), (names[0], names[1]))
        self.table.resizeRowsToContents()
        apart = sum(row.state != SAME for row in self._rows.rows)
        words = ngettext("{count} paragraph to look at", "{count} paragraphs to look at", apart)
        self.count.show_text(words.format(count=apart) if apart else _(N_("Both say the same throughout.")))
        self.next.setEnabled(bool(apart))
        is_open = not (first.letter.document_id or second.letter.document_id)
        self.part.setEnabled(is_open)
        row = at.row() if at.isValid() else next((n for n, r in enumerate(self._rows.rows) if r.state != SAME), 0)
        self.table.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), max(0, at.column())))
        self._on_stood()

    def say_same(self) -> None:
        """Say that the two paragraphs stood on say the same; trouble is told here."""
        row = self._row()
        if row is not None and row.first and row.second and self._do(_Follow(self._desk, row)):
            self.refresh()

    def show_next(self) -> None:
        """Go to the next row that must be looked at; after the last comes the first."""
        here, rows = self.table.currentIndex().row(), self._rows.rows
        order = [*range(here + 1, len(rows)), *range(0, here + 1)]
        at = next((each for each in order if rows[each].state != SAME), -1)
        if at >= 0:
            self.table.setCurrentIndex(self._rows.index(at, 0))

    def _on_part(self) -> None:
        if self._do(_Part(self._desk, self._second)):
            self.accept()

    def _on_since(self) -> None:
        is_second = self.table.currentIndex().column() == 1
        self.comparison_asked.emit(self._second if is_second else self._first)

    def _on_go(self) -> None:
        row, column = self._row(), self.table.currentIndex().column()
        side = (row.second if column == 1 and row.second else row.first or row.second) if row else None
        if side is not None and side.sentences:
            self.accept()
            self.sentence_asked.emit(side.paragraph.letter_id, side.sentences[0].id)

    def _row(self) -> Row | None:
        index = self.table.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def _on_stood(self) -> None:
        row = self._row()
        sealed = bool(self._second.document_id)
        self.same.setEnabled(bool(row and row.first and row.second and row.state != SAME and not sealed))
        self.go.setEnabled(row is not None)

    def _do(self, act: "_Follow | _Part") -> bool:
        try:
            act()
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return False
        self.notice.hide()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say the states again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _dress(self) -> None:
        px, table = self._desk.look.px, self.table
        table.setAccessibleName(_(N_("Both languages, paragraph by paragraph")))
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setItemDelegateForColumn(2, _AtTheTop(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(2, px(190))

    def _build(self) -> None:
        px, table = self._desk.look.px, self.table
        self._dress()
        over, foot, everything = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in (self.go, self.next, self.since):
            over.addWidget(button)
        over.addStretch(1)
        over.setSpacing(px(8))
        foot.addWidget(self.part)
        foot.addStretch(1)
        for button in (self.leave, self.same):
            foot.addWidget(button)
        foot.setSpacing(px(8))
        everything.setContentsMargins(*([px(24)] * 4))
        everything.setSpacing(px(12))
        everything.addWidget(Label(N_("Both languages side by side"), "title"))
        for part in (self.notice, self.count):
            everything.addWidget(part)
        everything.addWidget(table, 1)
        everything.addLayout(over)
        everything.addLayout(foot)
        for signal, slot in (
            (self.same.clicked, self.say_same),
            (self.next.clicked, self.show_next),
            (self.go.clicked, self._on_go),
            (table.opened, self._on_go),
            (table.doubleClicked, self._on_go),
            (self.part.clicked, self._on_part),
            (self.since.clicked, self._on_since),
            (self.leave.clicked, self.reject),
            (table.selectionModel().currentChanged, self._on_stood),
        ):
            signal.connect(slot)
        fit(self, px(980), px(640))
        table.setFocus()


class _Follow:
    def __init__(self, desk: Desk, row: Row) -> None:
        self._desk, self._row = desk, row

    def __call__(self) -> None:
        if self._row.first and self._row.second:
            acts.follow(self._desk.store, self._row.first, self._row.second)


class _Part:
    def __init__(self, desk: Desk, letter: Letter) -> None:
        self._desk, self._letter = desk, letter

    def __call__(self) -> None:
        acts.part(self._desk.store, self._letter)


def _text(row: Row, column: int) -> str:
    side = row.second if column else row.first
    return side.text if side else "–"
