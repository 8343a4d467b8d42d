# SPDX-License-Identifier: MIT
"""The history of any thing: who, when, what was, what is now; words that changed are struck out or underlined.

A note or a letter's sentence that was reworded shows its wordings side by side, too (versions.py).
"""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListView, QTabWidget, QTextBrowser, QWidget

from resources.language import N_, _
from storage.model.letter import Letter, Paragraph, Section, Sentence
from storage.model.note import Note
from storage.model.record import Record
from storage.queries.amendments import Wording, sentence_wordings, wordings
from storage.queries.history import Entry, history
from storage.queries.letter_moments import Since
from storage.queries.letters import letter
from ui.acts_named import done
from ui.desk import Desk
from ui.history.changes import write_entry
from ui.history.letter_dialog import LetterDialog
from ui.history.moments import local_time
from ui.history.versions import Versions
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.list_sheet import ListSheet
from ui.widgets.row_delegate import Role, Row, RowDelegate


class HistoryDialog(ListSheet):
    """Changes at the left, newest first; the chosen one at the right; a reworded note's wordings behind another tab."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget | None = None) -> None:
        """Show the history of a record."""
        legend = N_("Newest first. Words struck out were taken away; words underlined were added.")
        super().__init__(desk.look, N_("History"), legend, parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = _Entries(tuple(reversed(history(desk.store, record))), self)
        self.list, self.page = QListView(), QTextBrowser()
        self.list.setModel(self._entries)
        self.list.setItemDelegate(RowDelegate(desk.look, lines=2, chips=False))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_(N_("Changes")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setAccessibleName(_(N_("What changed")))
        self.page.setProperty("page", True)
        self.page.setTabChangesFocus(True)
        self.close_button = Button(desk.look, N_("&Close"), primary=True)
        self.close_button.clicked.connect(self.accept)
        self._letter = _letter_of(desk, record)
        self.whole = Button(desk.look, N_("The whole &letter, then and now…"), "history")
        self.whole.clicked.connect(self.compare)
        self.whole.setVisible(self._letter is not None)
        self.tabs = QTabWidget()
        worded = _worded(desk, record)
        self.versions = Versions(desk, worded) if len(worded) > 1 else None
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        desk.look.changed.connect(self._show_chosen)
        self.list.setCurrentIndex(self._entries.index(0, 0))
        self.list.setFocus()

    def compare(self) -> None:
        """Show the whole letter beside an earlier moment, in place of this."""
        if self._letter is not None:
            over = self.parentWidget()
            self.accept()
            LetterDialog(self._desk, Since(self._letter), over).open()

    def _build(self) -> None:
        px = self.look.px
        changes = QWidget()
        across = QHBoxLayout(changes)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(16))
        for part, share in ((self.list, 2), (self.page, 3)):
            card = Card(self.look)
            card.body.addWidget(part)
            across.addWidget(card, share)
        if self.versions is None:
            self.body.addWidget(changes, 1)
        else:
            self.tabs.setDocumentMode(True)
            self.tabs.setAccessibleName(_(N_("What is shown")))
            self.tabs.addTab(changes, _(N_("Every change")))
            self.tabs.addTab(self.versions, _(N_("Wordings side by side")))
            self.body.addWidget(self.tabs, 1)
        self.close_with(self.whole, self.close_button)
        self.span(820, 560)

    def _on_chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        at = self.list.currentIndex().row()
        self.page.clear()
        if at >= 0:
            write_entry(self._desk, self.page.document(), self._entries.entries[at])
            self.page.moveCursor(QTextCursor.MoveOperation.Start)


def show_history(desk: Desk, asked: object, over: QWidget) -> None:
    """Show what a page asks for: the history of a record, or a letter beside an earlier moment of it."""
    if isinstance(asked, Since):
        LetterDialog(desk, asked, over).open()
    elif isinstance(asked, Record):
        HistoryDialog(desk, asked, over).open()


def _letter_of(desk: Desk, record: Record) -> Letter | None:
    """Return the letter that a record is, or is a piece of."""
    if isinstance(record, Letter):
        return record
    return letter(desk.store, record.letter_id) if isinstance(record, Section | Paragraph | Sentence) else None


def _worded(desk: Desk, record: Record) -> tuple[Wording, ...]:
    if isinstance(record, Sentence):
        return sentence_wordings(desk.store, record)
    return wordings(desk.store, record) if isinstance(record, Note) else ()


class _Entries(QAbstractListModel):
    def __init__(self, entries: tuple[Entry, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.entries = entries

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        when = local_time(entry.change.at)
        what = _(N_("Undone: {what}")).format(what=done(entry.change.act)) if entry.change.undoes else ""
        title = what or done(entry.change.act)
        if role == Role.ROW:
            return Row(title, f"{when} · {_by(entry)}")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join((title, _by(entry), when))
        return None


def _by(entry: Entry) -> str:
    aside = f" – {_(N_('set aside'))}" if entry.set_aside else ""
    return f"{entry.name or _(N_('somebody not on the roster'))}{aside}"
