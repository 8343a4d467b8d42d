# SPDX-License-Identifier: MIT
"""Draws three counts as one bar with their total: filled, outlined, hatched, so that shape says what colour says.

The model gives the counts and what a full bar means, under roles it names itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
PARTS = ("strength", "neutral", "weakness")


class CoverageBar(QStyledItemDelegate):
    """A delegate for one column."""

    def __init__(self, look: Look, counts: int, most: int) -> None:
        """Read three counts under one role of the model, and what a full bar means under another."""
        super().__init__(look)
        self._look, self._counts, self._most = look, counts, most

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for a bar and a number of three figures."""
        high = QFontMetricsF(self._look.font()).height() + self._look.px(12)
        return QSize(self._look.px(120), max(int(high), self._look.px(34)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar and its number."""
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        counts = tuple(index.data(self._counts) or (0, 0, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(self._look.px(4), 0, -self._look.px(8), 0)
        figure = QFontMetricsF(self._look.font("small")).horizontalAdvance("000")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("on_soft" if chosen else "text" if any(counts) else "muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(sum(counts)))
        room.setRight(room.right() - figure - self._look.px(8))
        high = self._look.px(8)
        track = QRectF(room.left(), room.center().y() - high / 2, max(room.width(), 0), high)
        draw_bar(painter, self._look, track, (counts, int(index.data(self._most) or 0)))
        painter.restore()


def draw_bar(painter: QPainter, look: Look, track: QRectF, shown: tuple[Sequence[int], int]) -> None:
    """Draw three counts, and what a full bar means, into a track: filled, outlined, hatched; dashed for none."""
    counts, most = shown
    high = track.height()
    if not any(counts):  # an empty dashed place: not yet seen
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("hover"))
    painter.drawRoundedRect(track, high / 2, high / 2)
    left, gap = track.left(), look.px(2)
    there = [(part, count) for part, count in zip(PARTS, counts, strict=True) if count]
    # Each part is at least a dot; what is left of the bar's share is parted by the counts.
    share = track.width() * sum(counts) / max(most, sum(counts)) - len(there) * high - (len(there) - 1) * gap
    for part, count in there:
        wide = high + max(share, 0) * count / sum(counts)
        _part(painter, look, QRectF(left, track.top(), wide, high), part)
        left += wide + gap


def _part(painter: QPainter, look: Look, box: QRectF, part: str) -> None:
    colour = look.colour(part)
    inside = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(look.colour("surface") if part != "strength" else colour)
    painter.drawRoundedRect(inside, box.height() / 2, box.height() / 2)
    if part == "weakness":
        painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(inside, box.height() / 2, box.height() / 2)
