# SPDX-License-Identifier: MIT
"""A list and beside it what is chosen there; above each other where there is little room. What they are: others'."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.look import Look

_NARROW = 760
"""Pixels at 100 % below which there is no room for two beside each other."""


class Sides(QSplitter):
    """Two sides, with a gap that can be drawn."""

    def __init__(self, look: Look) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look.px(12))

    def hold(self, first: QWidget, second: QWidget, shares: tuple[int, int]) -> None:
        """Take both in, each with its share of a thousand of the room."""
        for at, (side, share) in enumerate(zip((first, second), shares, strict=True)):
            self.addWidget(side)
            self.setStretchFactor(at, share)
        self.setSizes(list(shares))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them above each other where there is little room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.px(_NARROW)
        self.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
