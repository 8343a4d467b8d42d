# SPDX-License-Identifier: MIT
"""A field to search with: an icon, a pause before it asks, Escape to clear, Down to go to what was found."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from resources.language import N_, _
from ui.look import Look
from ui.widgets.icons import icon

PAUSE_MS = 150


class SearchField(QLineEdit):
    """Asks when typing pauses."""

    sought = Signal(str)
    """What to look for; empty for everything."""
    down = Signal()
    """The person wants to go on to what was found."""

    def __init__(self, look: Look, key: str) -> None:
        """Say the key ("Search notes") as the field's name and placeholder."""
        super().__init__()
        self._key = key
        self.addAction(icon(look, "search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon(look, "x", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_changed)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape, Down and Return; the rest is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_pause()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()

    def _on_pause(self) -> None:
        self._timer.stop()
        self.sought.emit(self.text().strip())

    def _say(self) -> None:
        self.setPlaceholderText(_(self._key))
        self.setAccessibleName(_(self._key))
        self._clear.setText(_(N_("Clear the search")))
