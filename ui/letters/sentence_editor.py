# SPDX-License-Identifier: MIT
"""Where one sentence is typed, in its place in the letter: Return keeps it, Escape leaves all as it was."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Refused
from ui.look import Look
from ui.widgets.labels import Label

LONGEST = 5_000
"""Characters; the longest sentence anybody reads is a tenth of this."""


class _Field(QPlainTextEdit):
    ended = Signal(bool)
    """True to keep what was typed, False to leave all as it was."""
    refused = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit(False)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.ended.emit(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()[: 4 * LONGEST]
        flat = " ".join(words.split())
        if len(self.toPlainText()) + len(flat) > LONGEST or len(words) < len(source.text()):
            self.refused.emit(_too_long())
            return
        self.insertPlainText(flat)


class SentenceEditor(QFrame):
    """A field as high as its words, with its keys beneath."""

    ended = Signal(bool)
    refused = Signal(object)
    """Trouble with what was pasted."""
    grown = Signal(int)
    """The height it wants now."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        """Begin with the words as they are."""
        super().__init__(parent)
        self._look, self._before, self._told = look, text, 0
        self.setProperty("popup", True)
        self.setAutoFillBackground(True)
        self.field = _Field(text)
        self.field.setTabChangesFocus(True)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keys = Label(N_("Return keeps it · Escape leaves it as it was"), "small", "muted", wrap=True)
        self._all = QVBoxLayout(self)
        self._all.addWidget(self.field, 1)
        self._all.addWidget(self._keys)
        self.setFocusProxy(self.field)
        self.field.ended.connect(self.ended)
        self.field.refused.connect(self.refused)
        self.field.document().documentLayout().documentSizeChanged.connect(self._on_size)
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def text(self) -> str:
        """Return the words typed, on one line."""
        return " ".join(self.field.toPlainText().split())

    def is_changed(self) -> bool:
        """Say whether the words are other than they were."""
        return self.text() != self._before

    def wanted(self) -> int:
        """Return the height at which every line is seen."""
        lines = max(1, round(self.field.document().size().height()))
        inner = lines * self.field.fontMetrics().lineSpacing() + self._look.px(18)
        return inner + self._keys.sizeHint().height() + self._look.px(18)

    def changeEvent(self, event: QEvent) -> None:
        """Say the field's name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_size(self) -> None:
        if self.wanted() != self._told:
            self._told = self.wanted()
            self.grown.emit(self._told)

    def _say(self) -> None:
        self.field.setAccessibleName(_(N_("Words of the sentence")))

    def _fit(self) -> None:
        side = self._look.px(8)
        self._all.setContentsMargins(side, side, side, self._look.px(4))
        self._all.setSpacing(self._look.px(4))


def _too_long() -> Refused:
    return Refused(
        N_("That is too long for one sentence."), N_("Paste it in parts, one sentence each; nothing was changed.")
    )
