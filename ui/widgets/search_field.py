# SPDX-License-Identifier: MIT
"""A field to search with: an icon, a pause before it asks, Escape to clear, Down to go to what was found."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import IconButton
from ui.widgets.icons import draw

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
        self._look = look
        # Qt's own icons in a line edit keep 16 pixels at any size of text, so both are drawn here.
        self._clear = IconButton(look, "x", N_("Clear the search"))
        self._clear.setProperty("inner", True)
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same from the keyboard
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_changed)
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def put(self, text: str) -> None:
        """Show other words, of which nobody is asked."""
        self.setText(text)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its outline."""
        super().paintEvent(event)
        side = self._look.px(16)
        box = QRectF(self._look.px(8), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        draw(painter, self._look, box, "search", "muted")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clearing cross at the right edge."""
        super().resizeEvent(event)
        self._place()

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

    def _fit(self) -> None:
        self.setTextMargins(self._look.px(22), 0, self._look.px(24), 0)
        self._place()

    def _place(self) -> None:
        gap = self._look.px(3)
        side = self.height() - 2 * gap
        self._clear.setGeometry(self.width() - side - gap, gap, side, side)
