# SPDX-License-Identifier: MIT
"""Draws the coverage board: an area with its signs, and a tile of notes; every sign by icon and word. No nouns here.

The model gives the parts under roles that it names itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look
from ui.widgets.coverage_bar import draw_bar
from ui.widgets.icons import picture

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign as it is shown: word, outline, colour."""

    word: str
    icon: str
    role: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the first cell of a row draws."""

    code: str
    words: str
    said: str
    marks: Sequence[Mark]
    opens: str = ""
    """The chevron's name; empty where nothing opens."""
    is_strong: bool = False
    dots: Sequence[str] = ()
    """Of an area: one for each of its criteria, in a state of DOTS."""


DOTS = ("unseen", "thin", "contradicted", "firm")
"""How a criterion stands: dashed, outlined, hatched, filled."""


@dataclass(frozen=True, slots=True)
class Tile:
    """What any other cell draws."""

    counts: tuple[int, int, int]
    """Strength, neutral, weakness."""
    most: int
    """What a full bar means."""
    is_strong: bool = False
    is_whole: bool = False
    """True for a row's sum: where it is nothing, that is drawn too."""


class BoardCells(QStyledItemDelegate):
    """One delegate for the whole table."""

    def __init__(self, look: Look, role: int) -> None:
        """Draw the Beginning or Tile that the model gives under the role."""
        super().__init__(look)
        self._look, self._role = look, role
        # A board is some two hundred cells: what all of them draw with is made once.
        self._fonts: dict[tuple[str, bool], tuple[QFont, QFontMetricsF]] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        look.changed.connect(self._on_look)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for two lines."""
        body, small = (self._font(size)[1].height() for size in ("body", "small"))
        return QSize(self._look.px(72), int(body + small + self._look.px(14)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        part = index.data(self._role)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("soft" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self._look.px(4), self._look.px(4))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), self._look.px(4), self._look.px(4))
        if isinstance(part, Beginning):
            self._beginning(painter, box, part, chosen)
        elif isinstance(part, Tile):
            self._tile(painter, box, part, chosen)
        painter.restore()

    def _beginning(self, painter: QPainter, box: QRectF, part: Beginning, chosen: bool) -> None:
        side, gap = self._look.px(16), self._look.px(6)
        inside = box.adjusted(gap, self._look.px(6), -gap, -self._look.px(4))
        if part.opens:
            at = QRectF(inside.left(), inside.top() + self._look.px(2), side, side)
            self._icon(painter, at, part.opens, "muted")
        inside.setLeft(inside.left() + side + gap + (0 if part.is_strong else self._look.px(8)))
        font, metrics = self._font("body", part.is_strong)
        high = metrics.height()
        line = QRectF(inside.left(), inside.top(), inside.width(), high)
        name = f"{part.code} {part.words}".strip()
        if part.dots:
            wide = metrics.horizontalAdvance(name)
            self._dots(painter, box, part.dots, inside.left() + max(wide, self._look.px(260)) + self._look.px(16))
        painter.setFont(font)
        painter.setPen(self._look.colour("on_soft" if chosen else "text"))
        self._write(painter, line, name, metrics)
        low = QRectF(inside.left(), line.bottom() + self._look.px(1), inside.width(), inside.bottom() - line.bottom())
        self._signs(painter, low, part, chosen)

    def _dots(self, painter: QPainter, box: QRectF, dots: Sequence[str], least: float) -> None:
        """Draw them at the right of the cell, where they do not meet the words; none where there is no room."""
        side, gap = self._look.px(10), self._look.px(4)
        left = box.right() - self._look.px(16) - len(dots) * (side + gap)
        if left < least:
            return
        for state in dots:
            square = QRectF(left, box.center().y() - side / 2, side, side).adjusted(0.75, 0.75, -0.75, -0.75)
            draw_dot(painter, self._look, square, state)
            left += side + gap

    def _signs(self, painter: QPainter, line: QRectF, part: Beginning, chosen: bool) -> None:
        side, gap = self._look.px(13), self._look.px(4)
        font, metrics = self._font("small")
        painter.setFont(font)
        left = line.left()
        parts = [*([Mark(part.said, "", "muted")] if part.said else []), *part.marks]
        for mark in parts:
            role = "on_soft" if chosen else mark.role
            wide = metrics.horizontalAdvance(mark.word) + 1
            if left + (side + gap if mark.icon else 0) >= line.right():
                return
            if mark.icon:
                self._icon(painter, QRectF(left, line.center().y() - side / 2, side, side), mark.icon, role)
                left += side + gap
            painter.setPen(self._look.colour(role))
            room = QRectF(left, line.top(), min(wide, line.right() - left), line.height())
            self._write(painter, room, mark.word, metrics)
            left += wide + self._look.px(10)

    def _tile(self, painter: QPainter, box: QRectF, part: Tile, chosen: bool) -> None:
        font, metrics = self._font("body", part.is_strong)
        high, bar = metrics.height(), self._look.px(8)
        top = box.center().y() - (high + bar + self._look.px(3)) / 2
        painter.setFont(font)
        is_empty = not any(part.counts)
        painter.setPen(self._look.colour("on_soft" if chosen else "muted" if is_empty else "text"))
        words = "–" if is_empty else str(sum(part.counts))
        painter.drawText(QRectF(box.left(), top, box.width(), high), int(Qt.AlignmentFlag.AlignCenter), words)
        if is_empty and not part.is_whole:
            return
        side = min(self._look.px(8), box.width() / 8)
        track = QRectF(box.left() + side, top + high + self._look.px(2), box.width() - 2 * side, bar)
        draw_bar(painter, self._look, track, (part.counts, part.most))

    def _write(self, painter: QPainter, box: QRectF, words: str, metrics: QFontMetricsF) -> None:
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, int(flags), cut)

    def _icon(self, painter: QPainter, box: QRectF, name: str, role: str) -> None:
        ratio = painter.device().devicePixelRatio()
        key = (name, role, round(box.width()), ratio)
        if key not in self._pictures:
            self._pictures[key] = picture(self._look, name, role, round(box.width() * 100 / self._look.percent), ratio)
        painter.drawPixmap(box.topLeft(), self._pictures[key])

    def _font(self, size: str, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        if (size, bold) not in self._fonts:
            font = self._look.font(size, bold)
            self._fonts[size, bold] = font, QFontMetricsF(font)
        return self._fonts[size, bold]

    def _on_look(self) -> None:
        self._fonts.clear()
        self._pictures.clear()


def draw_dot(painter: QPainter, look: Look, square: QRectF, state: str) -> None:
    """Draw how one criterion stands, a state of DOTS, by shape as by colour."""
    role = {"unseen": "bad", "contradicted": "weakness", "firm": "accent"}.get(state, "accent")
    style = Qt.PenStyle.DashLine if state == "unseen" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(look.colour(role), 1.5, style))
    painter.setBrush(look.colour("accent") if state == "firm" else Qt.BrushStyle.NoBrush)
    if state == "contradicted":
        painter.setBrush(QBrush(look.colour(role), Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(square, look.px(2), look.px(2))
