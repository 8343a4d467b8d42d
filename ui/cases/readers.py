# SPDX-License-Identifier: MIT
"""How far each reader is, a bar each: read filled, being read hatched, the rest outlined; said in words too."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look


@dataclass(frozen=True, slots=True)
class Part:
    """One reader, already in words."""

    words: str
    read: int
    reading: int
    total: int


class Readers(QWidget):
    """A line a reader."""

    def __init__(self, look: Look) -> None:
        """Show nobody yet."""
        super().__init__()
        self._look = look
        self._parts: Sequence[Part] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these readers; a screen reader hears them in a row."""
        self._parts = parts
        self.setAccessibleName("; ".join(part.words for part in parts))
        self.setVisible(bool(parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every line."""
        return QSize(self._look.px(200), int(self._line() * len(self._parts)))

    def minimumSizeHint(self) -> QSize:
        """Return the same: no line is cut off."""
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and bar of each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        measure, line = QFontMetricsF(self._look.font("small")), self._line()
        for at, part in enumerate(self._parts):
            room = QRectF(0, at * line, self.width(), line)
            painter.setPen(self._look.colour("text"))
            words = measure.elidedText(part.words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), words)
            if part.total:
                self._bar(
                    painter, QRectF(1, room.top() + measure.height() + 1, room.width() - 2, self._look.px(7)), part
                )

    def _bar(self, painter: QPainter, track: QRectF, part: Part) -> None:
        radius = track.height() / 2
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(track, radius, radius)
        read, reading = (track.width() * count / part.total for count in (part.read, part.reading))
        if reading:
            colour = self._look.colour("accent")
            painter.setPen(QPen(colour, 1))
            painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), read + reading, track.height()), radius, radius)
        if read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), read, track.height()), radius, radius)

    def _line(self) -> float:
        return QFontMetricsF(self._look.font("small")).height() + self._look.px(15)
