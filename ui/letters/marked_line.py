# SPDX-License-Identifier: MIT
"""A sentence with its sign before it: a warning, a seal. An outline of our own, for not every laptop draws emoji."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.look import Look
from ui.widgets.icons import picture
from ui.widgets.labels import Label


class MarkedLine(QWidget):
    """An icon and a label in one tone; the words say all, the sign says it again."""

    def __init__(self, look: Look, key: str = "", type: str = "body") -> None:
        """Say the key, quietly and without a sign until `mark` gives one."""
        super().__init__()
        self._look, self._name, self._tone = look, "", "muted"
        self._icon = QLabel()
        self.label = Label(key, type, "muted", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.label, 1)
        look.changed.connect(self._fit)
        self._fit()

    def mark(self, icon_name: str, tone: str) -> None:
        """Put a sign before the words and change their tone (muted, ok, warn or bad); "" for no sign."""
        self._name, self._tone = icon_name, tone
        self.label.set_tone(tone)
        self._fit()

    def text(self) -> str:
        """Return the words."""
        return self.label.text()

    def _fit(self) -> None:
        self._row.setSpacing(self._look.px(8))
        self._icon.setVisible(bool(self._name))
        if self._name:
            self._icon.setPixmap(picture(self._look, self._name, self._tone, 16, self.devicePixelRatioF()))
            self._icon.setContentsMargins(0, self._look.px(2), 0, 0)
