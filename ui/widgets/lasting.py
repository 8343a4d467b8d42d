# SPDX-License-Identifier: MIT
"""A notice that lasts: what is so, and what to do about it, for as long as it is so. It cannot be closed.

One that tells what just happened, and can be closed, is notice.py's. Wording comes from outside.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.look import Look
from ui.widgets.icons import picture
from ui.widgets.labels import Label, restyle

_ICONS = {"bad": "circle-x", "warn": "info"}


class Lasting(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        """Say nothing yet."""
        super().__init__()
        self._look, self._tone = look, "warn"
        self.setProperty("notice", True)
        self._icon, self.message, self.advice = QLabel(), Label(type="strong", wrap=True), Label(wrap=True)
        self._words, self.row = QVBoxLayout(), QHBoxLayout(self)
        """The row: something more may be put at its end."""
        self._words.addWidget(self.message)
        self._words.addWidget(self.advice)
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self._words, 1)
        look.changed.connect(self._fit)
        self._fit()
        self.hide()

    def tell(self, message: str, advice: str = "", tone: str = "warn") -> None:
        """Show words, already translated, nothing for none; tone is bad or warn. A screen reader says what is new."""
        is_news = bool(message) and message != self.message.text()
        self._tone = tone
        self.message.show_text(message)
        self.advice.show_text(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{message} {advice}".strip())
        restyle(self, tone=tone)
        self._fit()
        self.setVisible(bool(message))
        if is_news:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _fit(self) -> None:
        look = self._look
        self._icon.setPixmap(picture(look, _ICONS[self._tone], self._tone, 18, self.devicePixelRatioF()))
        self.row.setContentsMargins(*(look.px(side) for side in (12, 8, 12, 8)))
        self.row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(2))
