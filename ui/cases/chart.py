# SPDX-License-Identifier: MIT
"""Draws a sample beside the list it was drawn from: two bars a value, the list outlined, the sample filled.

What the bars are, and their words for whoever cannot see them: reports/charts.py.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.charts import Bar, in_words, percent
from resources.language import N_, _
from ui.look import Look

MOST = 12
"""Values that are drawn; the table beside has them all."""


class SpreadChart(QWidget):
    """Bars to look at; its accessible name tells them."""

    def __init__(self, look: Look) -> None:
        """Draw nothing yet."""
        super().__init__()
        self._look = look
        self._bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_bars(self, field: str, bars: Sequence[Bar]) -> None:
        """Show the bars of a field."""
        self._bars = bars[:MOST]
        self.setAccessibleName(in_words(field, bars))
        self.setToolTip(in_words(field, bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the key and every value."""
        return QSize(self._look.px(360), int(self._step() * len(self._bars) + self._head()))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no bar is cut off."""
        return QSize(self._look.px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key, then each value with its two bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        measure = QFontMetricsF(self._look.font("small"))
        names = min(max((measure.horizontalAdvance(bar.value) for bar in self._bars), default=0), self.width() * 0.34)
        figures = measure.horizontalAdvance("100 %") + self._look.px(8)
        left = names + self._look.px(12)
        room = max(self.width() - left - figures, self._look.px(40))
        longest = max((max(bar.whole_share, bar.sample_share) for bar in self._bars), default=1.0) or 1.0
        self._key(painter, left)
        for at, bar in enumerate(self._bars):
            top = self._head() + at * self._step()
            painter.setPen(self._look.colour("text"))
            place = QRectF(0, top, names, self._step() - self._look.px(8))
            words = measure.elidedText(bar.value, Qt.TextElideMode.ElideRight, names + 1)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
            for line, (share, filled) in enumerate(((bar.whole_share, False), (bar.sample_share, True))):
                box = QRectF(left, top + line * self._thick(), room * share / longest, self._thick() - self._look.px(4))
                self._bar(painter, box, filled)
                beside = QRectF(box.right() + self._look.px(6), box.top() - 4, figures, box.height() + 8)
                painter.setPen(self._look.colour("text" if filled else "muted"))
                painter.drawText(
                    beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), percent(share)
                )

    def _bar(self, painter: QPainter, box: QRectF, filled: bool) -> None:
        colour = self._look.colour("accent" if filled else "edge")
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if filled else self._look.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, max(0.75, 1.5 - box.width()), -0.75), 2, 2)

    def _key(self, painter: QPainter, left: float) -> None:
        side, at = self._look.px(11), left
        measure = QFontMetricsF(self._look.font("small"))
        for words, filled in ((_(N_("The list")), False), (_(N_("The sample")), True)):
            box = QRectF(at, (self._head() - self._look.px(10) - side) / 2, side, side)
            self._bar(painter, box, filled)
            painter.setPen(self._look.colour("text"))
            beside = QRectF(box.right() + self._look.px(6), 0, self.width(), self._head() - self._look.px(10))
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
            at = beside.left() + measure.horizontalAdvance(words) + self._look.px(20)

    def _thick(self) -> float:
        return max(QFontMetricsF(self._look.font("small")).height(), self._look.px(16))

    def _step(self) -> float:
        return 2 * self._thick() + self._look.px(10)

    def _head(self) -> float:
        return QFontMetricsF(self._look.font("small")).height() + self._look.px(16)
