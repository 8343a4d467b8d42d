# SPDX-License-Identifier: MIT
"""Parts beside each other, and above each other where there is little room. What the parts are is the page's affair."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look


class Turning(QWidget):
    """A widget whose parts stand in `across`, from left to right while it is wide enough."""

    def __init__(self, look: Look, narrow: int) -> None:
        """Turn below so many pixels at 100 %."""
        super().__init__()
        self._look, self._narrow = look, narrow
        self.across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.across.setSpacing(look.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._look.px(self._narrow)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.across.setDirection(above if is_narrow else beside)
