# SPDX-License-Identifier: MIT
"""Draws a list row: a title with a time, lines of text, chips and a mark. The model gives a Row; nouns stay outside."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look
from ui.widgets.icons import draw

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 200
"""Letters of a title that are measured: no row shows more."""
_BESIDE = 0.4
"""The share of a line that what stands at its right may have beside a title that needs the rest."""


class Role(IntEnum):
    """Under which role a model gives the delegate its Row."""

    ROW = Qt.ItemDataRole.UserRole + 40


@dataclass(frozen=True, slots=True)
class Row:
    """What is drawn, already translated."""

    title: str
    text: str = ""
    chips: tuple[str, ...] = ()
    time: str = ""
    mark: str = ""
    """A word such as "Strength"; shown with its icon, so that colour says nothing alone."""
    mark_icon: str = ""
    mark_role: str = "muted"
    place: str = ""
    """Where the thing is, in a word; shown with its icon as the first chip."""
    place_icon: str = ""
    place_role: str = "muted"


class RowDelegate(QStyledItemDelegate):
    """Every row is equally high: `lines` of text, and a line of chips where there may be some."""

    def __init__(self, look: Look, lines: int = 2, chips: bool = True) -> None:
        """Draw rows with so many lines of text."""
        super().__init__(look)
        self._look, self._lines, self._chips = look, lines, chips

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row; at least 34 pixels at 100 %."""
        body, small = (QFontMetricsF(self._look.font(size)) for size in ("body", "small"))
        high = body.height() + self._lines * body.lineSpacing() + 2 * self._look.px(8) + self._look.px(2)
        if self._chips:
            high += self._look.px(8) + small.height() + self._look.px(4)
        return QSize(self._look.px(160), max(int(high), self._look.px(34)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, chosen)
        side = self._look.px(12)
        inside = QRectF(option.rect).adjusted(side, self._look.px(8), -side, 0)
        words = "on_soft" if chosen else "text"
        top = self._head(painter, inside, row, words)
        top = self._text(painter, inside, row, ("on_soft" if chosen else "muted", top + self._look.px(2)))
        if self._chips:
            self._foot(painter, inside, row, (words, top + self._look.px(4)))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        radius = self._look.px(4)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("soft" if chosen else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if chosen:
            painter.setBrush(self._look.colour("accent"))
            bar = QRectF(box.left(), box.top() + self._look.px(6), self._look.px(3), box.height() - self._look.px(12))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
            painter.drawRoundedRect(box, radius, radius)

    def _head(self, painter: QPainter, inside: QRectF, row: Row, words: str) -> float:
        small, strong = self._look.font("small"), self._look.font("body", bold=True)
        high, gap = QFontMetricsF(strong).height(), self._look.px(12)
        line = QRectF(inside.left(), inside.top(), inside.width(), high)
        wide = self._beside(row, inside.width() - gap, (QFontMetricsF(small), QFontMetricsF(strong)))
        beside = line.adjusted(line.width() - wide, 0, 0, 0)
        self._write(painter, beside, row.time, (small, words if words == "on_soft" else "muted"), right=True)
        room = line.adjusted(0, 0, -wide - gap if row.time else 0, 0)
        self._write(painter, room, row.title, (strong, words))
        return line.bottom()

    def _beside(self, row: Row, room: float, metrics: tuple[QFontMetricsF, QFontMetricsF]) -> float:
        """Return how much of a line what stands at its right may have: the title is never pushed out by it."""
        small, strong = metrics
        left = room - strong.horizontalAdvance(row.title[:_SHOWN])
        return min(small.horizontalAdvance(row.time), max(left, _BESIDE * room))

    def _text(self, painter: QPainter, inside: QRectF, row: Row, ink: tuple[str, float]) -> float:
        role, top = ink
        font, start = self._look.font("body"), top
        step = QFontMetricsF(font).lineSpacing()
        for piece in _broken(row.text, font, inside.width(), self._lines):
            self._write(painter, QRectF(inside.left(), top, inside.width(), step), piece, (font, role))
            top += step
        return start + self._lines * step

    def _foot(self, painter: QPainter, inside: QRectF, row: Row, ink: tuple[str, float]) -> None:
        words, top = ink
        font = self._look.font("small")
        high = QFontMetricsF(font).height() + self._look.px(4)
        line = QRectF(inside.left(), top, inside.width(), high)
        if row.mark:
            line.setRight(self._mark(painter, line, row, font) - self._look.px(8))
        left, pad, gap = line.left(), self._look.px(8), self._look.px(4)
        if row.place:
            left = self._place(painter, line, row, font) + gap
        for at, chip in enumerate(row.chips):
            wide = QFontMetricsF(font).horizontalAdvance(chip) + 2 * pad
            rest = f"+{len(row.chips) - at}"
            more = QFontMetricsF(font).horizontalAdvance(rest) if at < len(row.chips) - 1 else 0
            if left + wide + (more + gap if more else 0) > line.right():
                self._write(painter, QRectF(left, top, line.right() - left, high), rest, (font, words))
                return
            box = QRectF(left + 0.5, top + 0.5, wide, high - 1)
            painter.setPen(QPen(self._look.colour("edge"), 1))
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(box, high / 2, high / 2)
            self._write(painter, box.adjusted(pad, 0, 0, 0), chip, (font, "text"))
            left += wide + gap

    def _place(self, painter: QPainter, line: QRectF, row: Row, font: QFont) -> float:
        """Draw where the thing is as a chip with its icon (alone where it is tight), and return where it ends."""
        pad, gap, side = self._look.px(8), self._look.px(4), self._look.px(13)
        wide = QFontMetricsF(font).horizontalAdvance(row.place) + 1
        is_tight = line.left() + 2 * pad + side + gap + wide > line.right()
        box = QRectF(
            line.left() + 0.5, line.top() + 0.5, 2 * pad + side + (0 if is_tight else gap + wide), line.height() - 1
        )
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        icon = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
        draw(painter, self._look, icon, row.place_icon, row.place_role)
        if not is_tight:
            self._write(painter, box.adjusted(pad + side + gap, 0, 0, 0), row.place, (font, "text"))
        return box.right()

    def _mark(self, painter: QPainter, line: QRectF, row: Row, font: QFont) -> float:
        side = self._look.px(14) if row.mark_icon else 0
        wide = QFontMetricsF(font).horizontalAdvance(row.mark) + 1
        self._write(painter, line, row.mark, (font, row.mark_role), right=True)
        left = line.right() - wide - side - (self._look.px(4) if side else 0)
        if side:
            box = QRectF(left, line.center().y() - side / 2, side, side)
            draw(painter, self._look, box, row.mark_icon, row.mark_role)
        return left

    def _write(self, painter: QPainter, box: QRectF, words: str, ink: tuple[QFont, str], right: bool = False) -> None:
        font, role = ink
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), cut)


def _broken(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """Return the text as at most so many lines; the last holds all the rest, to be cut where it is drawn."""
    flat = " ".join(text[:600].split())  # what a row can show, not a pasted book
    if not flat:
        return []
    pieces: list[str] = []
    layout = QTextLayout(flat, font)
    layout.beginLayout()
    at = 0
    while len(pieces) < lines - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        pieces.append(flat[line.textStart() : line.textStart() + line.textLength()].rstrip())
        at = line.textStart() + line.textLength()
    layout.endLayout()
    return [*pieces, flat[at:]] if flat[at:] else pieces
