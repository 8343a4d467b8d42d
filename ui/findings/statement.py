# SPDX-License-Identifier: MIT
"""A few lines of plain text that say when they are left, and never lose what is being typed to what comes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


class Statement(QPlainTextEdit):
    """Running text of a finding; Tab leaves it."""

    left = Signal()

    def __init__(self) -> None:
        """Make it, empty."""
        super().__init__()
        self._shown = ("", "")
        self.setTabChangesFocus(True)

    def show_words(self, of: str, words: str) -> None:
        """Show the words of a thing, unless other words of the same thing are being typed and not kept yet."""
        if self._shown[0] == of and self.is_pending() and words != self.words():
            return
        self._shown = (of, words)
        if self.toPlainText() != words:
            self.setPlainText(words)

    def words(self) -> str:
        """Return what stands there, without spaces at either end."""
        return self.toPlainText().strip()

    def is_pending(self) -> bool:
        """Say whether what stands there is not what was shown."""
        return self.words() != self._shown[1].strip()

    def kept(self, of: str) -> None:
        """The words that stand there are those of the thing now."""
        self._shown = (of, self.words())

    def take(self, of: str, words: str) -> None:
        """Put words that were being typed, and not kept, back over those of a thing."""
        self._shown = (of, self._shown[1] if self._shown[0] == of else "")
        self.setPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the words are left; a menu that takes the keys for a moment does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
