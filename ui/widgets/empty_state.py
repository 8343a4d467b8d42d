# SPDX-License-Identifier: MIT
"""What an empty screen shows: what it is for, and its first action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.icons import picture
from ui.widgets.labels import Label


class EmptyState(QWidget):
    """An icon, a title, a sentence and perhaps a button."""

    acted = Signal()
    """The button was pressed."""

    def __init__(self, look: Look, icon_name: str, title: str, sentence: str, action: str = "") -> None:
        """Say title, sentence and action (gettext keys)."""
        super().__init__()
        self._look, self._icon_name = look, icon_name
        self._icon = QLabel()
        self.title = Label(title, "heading", wrap=True)
        self.sentence = Label(sentence, "body", "muted", wrap=True)
        self.button = Button(look, action or title, primary=True)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.acted)
        self._all = QVBoxLayout(self)
        self._all.addStretch(1)
        for part in (self._icon, self.title, self.sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._all.addWidget(part)
        self._all.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self._all.addStretch(2)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._icon.setPixmap(picture(self._look, self._icon_name, "accent", 32, self.devicePixelRatioF()))
        self._all.setSpacing(self._look.px(8))
        side = self._look.px(24)
        self._all.setContentsMargins(side, side, side, side)
