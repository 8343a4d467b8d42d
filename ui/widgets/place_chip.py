# SPDX-License-Identifier: MIT
"""A small round chip with an icon and a word, that only tells: where something is. What it tells comes from outside."""

from typing import Protocol

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from ui.look import Look
from ui.widgets.icons import picture
from ui.widgets.labels import Label


class Told(Protocol):
    """What is told, already translated."""

    @property
    def name(self) -> str:
        """Return the word."""
        ...

    @property
    def icon(self) -> str:
        """Return the outline's name."""
        ...

    @property
    def role(self) -> str:
        """Return the colour's token."""
        ...

    @property
    def means(self) -> str:
        """Return what it means, for the tooltip."""
        ...


class PlaceChip(QFrame):
    """Hidden until it has something to tell."""

    def __init__(self, look: Look) -> None:
        """Tell nothing yet."""
        super().__init__()
        self._look = look
        self._told: Told | None = None
        self._icon, self.words = QLabel(), Label(type="small")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def show_place(self, told: Told) -> None:
        """Tell where it is."""
        self._told = told
        self.words.show_text(told.name)
        self.setToolTip(told.means)
        self.setAccessibleName(told.name)
        self.setAccessibleDescription(told.means)
        self._fit()
        self.show()

    def _fit(self) -> None:
        if self._told is None:
            return
        look = self._look
        radius = self.fontMetrics().height() // 2 + look.px(2)
        self.setStyleSheet(
            f"PlaceChip {{ background: {look.tokens['surface']}; border: 1px solid {look.tokens['edge']};"
            f" border-radius: {radius}px; }}"
        )
        self._icon.setPixmap(picture(look, self._told.icon, self._told.role, 13, self.devicePixelRatioF()))
        self._row.setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(2))
        self._row.setSpacing(look.px(4))
