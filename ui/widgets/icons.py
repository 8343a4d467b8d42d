# SPDX-License-Identifier: MIT
"""Icons: bundled outlines drawn in a token's colour at the moment of painting, so they follow theme and pixel ratio.

What is drawn, and its licence, are in resources/icons.
"""

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.look import Look, svg


class _Outline(QIconEngine):
    def __init__(self, look: Look, name: str, role: str, on: str) -> None:
        super().__init__()
        self._look, self._name, self._role, self._on = look, name, role, on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._on if state == QIcon.State.On else self._role
        draw(painter, self._look, QRectF(rect), self._name, "muted" if mode == QIcon.Mode.Disabled else role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        if size.isEmpty():  # asked by a button that a layout has no room for yet
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Outline(self._look, self._name, self._role, self._on)


def icon(look: Look, name: str, role: str = "text", on: str = "on_soft") -> QIcon:
    """Return the outline as an icon in a token's colour (another when checked); it follows the look by itself."""
    svg(name, "")  # a misspelt name fails here, where it was written, not in a paint event
    return QIcon(_Outline(look, name, role, on))


def picture(look: Look, name: str, role: str, size: int, ratio: float) -> QPixmap:
    """Return the outline as a pixmap of `size` pixels at 100 %, sharp at a device pixel ratio."""
    side = look.px(size)
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    draw(painter, look, QRectF(0, 0, side, side), name, role)
    painter.end()
    return drawn


def draw(painter: QPainter, look: Look, rect: QRectF, name: str, role: str) -> None:
    """Draw the outline into the rectangle in a token's colour."""
    QSvgRenderer(QByteArray(svg(name, look.tokens[role]))).render(painter, rect)
