# SPDX-License-Identifier: MIT
"""Draws two wordings of a paragraph beside each other: gone words struck out, new ones bold and underlined.

What became of the paragraph stands above it with its own sign, so that colour only helps. It knows no store.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from storage.model.letter_diff import CHANGED, GONE, MOVED, MOVED_CHANGED, NEW
from ui.history.letter_rows import Beside, BesideRows, Pieces, Role
from ui.look import Look
from ui.widgets.icons import draw

Index = QModelIndex | QPersistentModelIndex
SIGNS = {
    CHANGED: ("pen-line", "accent"),
    MOVED: ("arrow-up-down", "accent"),
    MOVED_CHANGED: ("arrow-up-down", "accent"),
    GONE: ("minus", "bad"),
    NEW: ("plus", "ok"),
}
"""State → its sign and its colour."""
_TONES = {"same": "text", "gone": "bad", "new": "ok"}
_LEADING = 1.1


class BesideDelegate(QStyledItemDelegate):
    """A row is as high as the longer side; heights are kept, for laying words out is what costs."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Draw for a view, whose width says where lines break."""
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[Beside, int], int] = {}
        self.budget = 1_000_000
        """How many rows may still be measured in this turn; below 0 when some were guessed instead."""
        look.changed.connect(self.forget)

    def forget(self) -> None:
        """Measure everything anew: size or letter is another."""
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room the row wants."""
        model = index.model()
        if not isinstance(model, BesideRows):
            return QSize(0, 0)
        row, wide = model.rows[index.row()], self._column()
        high = self._heights.get((row, wide))
        if high is None and self.budget <= 0:
            self.budget = -1
            metrics = QFontMetricsF(self._font(row))
            high = int((2 + len(row.line.part.text) * metrics.averageCharWidth() / wide) * metrics.height())
        elif high is None:
            self.budget -= 1
            words = max(_height(self._laid_out(row, later)) for later in (False, True))
            high = max(int(words + self._above(row) + self._look.px(8)) + 1, self._look.px(34))
            self._heights[row, wide] = high
        return QSize(self._look.px(160), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        if not isinstance(row, Beside):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._ground(painter, option, row)
        self._caption(painter, box, row)
        top = box.top() + self._above(row)
        for later in (False, True):
            left = box.left() + self._look.px(16) + (self._column() + self._look.px(24) if later else 0)
            if row.side(later):
                self._laid_out(row, later).draw(painter, QPointF(left, top))
            else:
                painter.setFont(self._font(row))
                painter.setPen(self._look.colour("muted"))
                painter.drawText(QRectF(left, top, self._column(), self._line(row)), "–")
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Beside) -> None:
        box, radius = QRectF(option.rect).adjusted(1, 1, -1, -1), self._look.px(4)
        if option.state & QStyle.StateFlag.State_Selected:
            # A ring, not a ground: the marked words must keep their contrast.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), self._look.px(2)))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        if row.differs:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(SIGNS[row.line.state][1]))
            bar = QRectF(box.left() + self._look.px(5), box.top() + self._look.px(6), self._look.px(3), 0)
            bar.setBottom(box.bottom() - self._look.px(6))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _caption(self, painter: QPainter, box: QRectF, row: Beside) -> None:
        if not row.differs:
            return
        sign, tone = SIGNS[row.line.state]
        side, font = self._look.px(14), self._look.font("small", bold=True)
        high = QFontMetricsF(font).height()
        left, top = box.left() + self._look.px(16), box.top() + self._look.px(6)
        draw(painter, self._look, QRectF(left, top + (high - side) / 2, side, side), sign, tone)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        room = QRectF(left + side + self._look.px(6), top, box.width() - side - self._look.px(40), high)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), row.words())

    def _column(self) -> int:
        """Return the width of one of the two columns."""
        return max(self._look.px(80), (self._view.viewport().width() - self._look.px(16 + 24 + 12)) // 2)

    def _above(self, row: Beside) -> float:
        """Return how far down in its row the words begin."""
        caption = QFontMetricsF(self._look.font("small", bold=True)).height() + self._look.px(4) if row.differs else 0
        return caption + self._look.px(12 if row.is_heading else 6)

    def _line(self, row: Beside) -> float:
        return QFontMetricsF(self._font(row)).height()

    def _font(self, row: Beside) -> QFont:
        return self._look.font("heading" if row.is_heading else "body", row.is_heading)

    def _laid_out(self, row: Beside, later: bool) -> QTextLayout:
        shown = row.side(later)
        layout = QTextLayout("".join(words for _kind, words in shown).replace("\n", "\u2028"), self._font(row))
        layout.setFormats(self._formats(shown))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column())
            line.setPosition(QPointF(0, high))
            high += line.height() * _LEADING
        layout.endLayout()
        return layout

    def _formats(self, shown: Pieces) -> list[QTextLayout.FormatRange]:
        found, at = [], 0
        for kind, words in shown:
            mark, style = QTextLayout.FormatRange(), QTextCharFormat()
            style.setForeground(self._look.colour(_TONES[kind]))
            style.setFontStrikeOut(kind == "gone")
            style.setFontUnderline(kind == "new")
            if kind == "new":
                style.setFontWeight(QFont.Weight.Bold)
            mark.start, mark.length, mark.format = at, len(words), style
            found.append(mark)
            at += len(words)
        return found


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return last.y() + last.height() if last is not None else 0.0
