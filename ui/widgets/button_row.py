# SPDX-License-Identifier: MIT
"""Buttons side by side that go on in a further line where a dialog is narrow: at 200 %, or in a longer language."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem

from ui.look import Look
from ui.widgets.chips import Flow


class ButtonRow(Flow):
    """As Flow, with a button's gap, and at the right where it is a foot."""

    def __init__(self, look: Look, right: bool = False) -> None:
        """Lay out from the left, or to the right."""
        super().__init__(look)
        self._right = right

    def sizeHint(self) -> QSize:
        """Return the size of one line of all."""
        sizes = [each.sizeHint() for each in self._items if not each.isEmpty()]
        wide = sum(each.width() for each in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(wide, max((each.height() for each in sizes), default=0))

    @property
    def _gap(self) -> int:
        return self._look.px(8)

    def _lay(self, rect: QRect, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            wide = sum(item.sizeHint().width() for item in line) + self._gap * (len(line) - 1)
            left = rect.right() + 1 - wide if self._right else rect.x()
            high = max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                if move:
                    item.setGeometry(
                        QRect(QPoint(max(left, rect.x()), top), QSize(min(size.width(), rect.width()), high))
                    )
                left += size.width() + self._gap
            top += high + self._gap
        return max(top - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._gap
        return lines
