# SPDX-License-Identifier: MIT
"""Where the chosen sentence comes from, beside the letter. What its sources are: origins.py."""

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.model.letter import Sentence
from ui.desk import Desk
from ui.letters.marked_line import MarkedLine
from ui.letters.origins import Origin, origins
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Role, RowDelegate

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class _Origins(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.every: tuple[Origin, ...] = ()

    def show(self, every: tuple[Origin, ...]) -> None:
        if every != self.every:
            self.beginResetModel()
            self.every = every
            self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.every)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        origin = self.every[index.row()]
        if role == Role.ROW:
            return origin.row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return origin.words
        return None


class _List(QListView):
    """A list that Return opens from, on every platform."""

    opened = Signal(QModelIndex)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setItemDelegate(RowDelegate(look, lines=3))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self.opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():  # else Return opens nothing until an arrow key was pressed
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Sources(QWidget):
    """The sentence, what is known of its footing, and its sources."""

    source_chosen = Signal(str)
    """"note:identifier": the person wants to see it where it is kept."""
    cleared = Signal()
    """Somebody looked: the sources still hold."""

    def __init__(self, desk: Desk) -> None:
        """Make it, with no sentence."""
        super().__init__()
        self._desk, self._may = desk, False
        self._sentence: Sentence | None = None
        self.heading = Label(N_("Where this comes from"), "strong", wrap=True)
        self.quote = Label(tone="muted", wrap=True)
        self.footing = MarkedLine(desk.look, type="small")
        self.hold = Button(desk.look, N_("The so&urces still hold"), "check")
        self.hold.clicked.connect(self.cleared)
        self.list = _List(desk.look)
        self._model = _Origins(self)
        self.list.setModel(self._model)
        self.list.opened.connect(self._on_opened)
        self._all = QVBoxLayout(self)
        for part in (self.heading, self.quote, self.footing, self.hold):
            self._all.addWidget(part)
        self._all.addWidget(self.list, 1)
        self._all.addStretch(0)
        desk.look.changed.connect(self._fit)
        self._fit()
        self.show_sentence(None)

    def show_sentence(self, sentence: Sentence | None, may_clear: bool = False) -> None:
        """Show what a sentence stands on; `may_clear` while its letter may still change."""
        self._sentence, self._may = sentence, may_clear
        self._model.show(origins(self._desk.store, sentence) if sentence else ())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_sentence(self._sentence, self._may)
        super().changeEvent(event)

    def _say(self) -> None:
        sentence = self._sentence
        self.quote.setVisible(sentence is not None)
        self.quote.show_text(f"“{_cut(sentence.text)}”" if sentence else "")
        self.quote.setToolTip(sentence.text if sentence else "")
        self.hold.setVisible(bool(sentence and sentence.check and self._may))
        self.list.setVisible(bool(self._model.every))
        self.list.setAccessibleName(_("Sources of the sentence"))
        tone, words = _footing(sentence)
        self.footing.mark("triangle-alert" if tone == "warn" else "", tone)
        self.footing.label.show_text(words)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.source_chosen.emit(self._model.every[index.row()].key)

    def _fit(self) -> None:
        self._all.setSpacing(self._desk.look.px(8))
        self._all.setContentsMargins(0, self._desk.look.px(12), 0, 0)


def _footing(sentence: Sentence | None) -> tuple[str, str]:
    """Return tone and words for what a sentence rests on."""
    if sentence is None:
        return "muted", _("Choose a sentence of the letter to see the findings and notes it is drawn from.")
    if sentence.check:
        return "warn", _("Reworded since its sources were given. Read them again: do they still hold?")
    if sentence.sources:
        count = len(sentence.sources)
        words = ngettext("Drawn from {count} record.", "Drawn from {count} records.", count).format(count=count)
        return "muted", f"{words} {_('Return opens one.')}"
    if sentence.standard:
        return "muted", _("Standard wording of this type of letter: it needs no source.")
    return "warn", _("No record is named for this sentence. Make sure that the evidence carries it.")


def _cut(text: str) -> str:
    return text if len(text) <= 180 else f"{text[:178].rstrip()}…"
