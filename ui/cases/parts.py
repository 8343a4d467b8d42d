# SPDX-License-Identifier: MIT
"""Two small parts that this page needs: a field for a whole number, and something that keeps a row as high as it is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.look import Look


class NumberField(QLineEdit):
    """A whole number; arrow up and down make it one more or less."""

    changed = Signal(int)
    """Somebody typed another number."""

    def __init__(self, look: Look, least: int, most: int) -> None:
        """Take numbers from `least` to `most`."""
        super().__init__()
        self._least, self._most = least, most
        self.setValidator(QIntValidator(least, most, self))
        self.setMaximumWidth(look.px(80))
        self.setMinimumWidth(look.px(56))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._on_edited)

    def value(self) -> int:
        """Return the number; the least one while nothing is typed."""
        return max(self._least, int(self.text() or self._least))

    def show_value(self, value: int) -> None:
        """Show a number without saying that it changed."""
        if not self.hasFocus() or self.value() != value:
            self.setText(str(value))

    def set_value(self, value: int) -> None:
        """Show a number as if it had been typed."""
        self.setText(str(min(self._most, max(self._least, value))))
        self._on_edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the arrows; the rest types."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.set_value(self.value() + step)
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        self.changed.emit(self.value())


class Strut(QWidget):
    """Nothing to see, but as high as a button with an icon: where room is short such buttons would be squeezed."""

    def __init__(self, look: Look) -> None:
        """Be as high as the look asks for."""
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return no width and the height of a button."""
        return QSize(0, self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()
