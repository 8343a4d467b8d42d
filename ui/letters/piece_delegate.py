# SPDX-License-Identifier: MIT
"""Draws a letter's rows as one reads a letter, with what each sentence stands on in the margin. It knows no store."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from resources.language import N_, _
from ui.letters.pieces import Piece, Pieces, Role
from ui.look import Look
from ui.widgets.icons import draw

Index = QModelIndex | QPersistentModelIndex
_ICONS = {"check": "triangle-alert", "unsupported": "circle-help", "sources": "link", "waits": "eye-off"}
_LEADING = 1.1
"""A letter is read, so its lines stand a little apart."""
_TONES = {"check": "warn", "unsupported": "warn", "sources": "muted", "waits": "muted"}


class PieceDelegate(QStyledItemDelegate):
    """A row is as high as its words; heights are kept, for asking a font is what costs."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Draw for a view, whose width says where lines break."""
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[str, str, int], int] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._side = 0
        self.open_key, self.open_height = "", 0
        """The piece that is being typed, and the room its editor wants."""
        self.budget = 1_000_000
        """How many rows may still be measured in this turn; below 0 when some were guessed instead."""
        look.changed.connect(self.forget)

    def margin(self) -> int:
        """Return the width of the margin that says what a sentence stands on."""
        if not self._side:
            wide = QFontMetricsF(self._look.font("small")).horizontalAdvance(_(N_("Check")))
            self._side = int(wide) + self._look.px(14 + 4 + 12)
        return self._side

    def indent(self, piece: Piece) -> int:
        """Return how far in the words of a piece begin."""
        return self._look.px(12 + 24) if piece.indented else self._look.px(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room the row wants."""
        model = index.model()
        piece = model.piece(index) if isinstance(model, Pieces) else None  # not data(): every row is asked for this
        if piece is None:
            return QSize(0, 0)
        if piece.key == self.open_key:
            return QSize(self._look.px(160), self.open_height)
        wide = self._width(piece)
        known = (piece.kind if piece.begins else "", piece.text, wide)
        high = self._heights.get(known)
        if high is None and self.budget <= 0:
            self.budget = -1
            high = int((1 + len(piece.text) * self._measure(piece).averageCharWidth() / wide) * self._line(piece))
        elif high is None:
            self.budget -= 1
            words = self._lines(piece, wide) * _LEADING * self._line(piece)
            high = int(max(words + self._above(piece) + self._look.px(4), self._look.px(24))) + 1
            self._heights[known] = high
        return QSize(self._look.px(160), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        piece = index.data(Role.PIECE)
        if not isinstance(piece, Piece) or piece.key == self.open_key:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above = self._above(piece)
        box = QRectF(option.rect).adjusted(1, max(0, above - self._look.px(4)), -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, box, chosen)
        top = option.rect.top() + above
        left = option.rect.left() + self.indent(piece)
        grey = piece.kind == "head" or piece.waits
        painter.setPen(self._look.colour("on_soft" if chosen else "muted" if grey else "text"))
        if piece.bullet:
            spot = QRectF(left - self._look.px(24), top, self._look.px(24), self._line(piece))
            painter.setFont(self._font(piece))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft), piece.bullet)
        layout = _laid_out(piece.text, self._font(piece), self._width(piece))
        layout.draw(painter, QRectF(left, top, 1, 1).topLeft())
        self._mark(painter, QRectF(option.rect), piece, top)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, chosen: bool) -> None:
        radius = self._look.px(4)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("soft" if chosen else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), self._look.px(3), box.height()), 1.5, 1.5)
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
            painter.drawRoundedRect(box, radius, radius)

    def _mark(self, painter: QPainter, row: QRectF, piece: Piece, top: float) -> None:
        if piece.mark not in _ICONS or piece.sentence is None:
            return
        tone, side, high = _TONES[piece.mark], self._look.px(14), self._line(piece)
        left = row.right() - self.margin() + self._look.px(4)
        draw(painter, self._look, QRectF(left, top + (high - side) / 2, side, side), _ICONS[piece.mark], tone)
        if piece.waits:
            return
        words = _(N_("Check")) if piece.mark == "check" else str(len(piece.sentence.sources))
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour(tone))
        box = QRectF(left + side + self._look.px(4), top, self.margin() - side, high)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _width(self, piece: Piece) -> int:
        return max(self._look.px(80), self._view.viewport().width() - self.indent(piece) - self.margin())

    def _above(self, piece: Piece) -> int:
        return self._look.px(16 if piece.kind == "heading" else 12 if piece.begins and not piece.bullet else 4)

    def _line(self, piece: Piece) -> float:
        return self._measure(piece).height()

    def _lines(self, piece: Piece, wide: int) -> int:
        """Return into how many lines the words break: laid out as they are drawn, or a line would be lost."""
        return max(1, _laid_out(piece.text, self._font(piece), wide).lineCount())

    def _measure(self, piece: Piece) -> QFontMetricsF:
        name = piece.kind if piece.kind in ("heading", "strong") else ""
        if name not in self._metrics:
            self._metrics[name] = QFontMetricsF(self._font(piece))
        return self._metrics[name]

    def _font(self, piece: Piece) -> QFont:
        return self._look.font("heading" if piece.kind == "heading" else "body", piece.kind in ("heading", "strong"))

    def forget(self) -> None:
        """Measure everything anew: size or language is another."""
        self._heights.clear()
        self._metrics.clear()
        self._side = 0


def _laid_out(text: str, font: QFont, wide: int) -> QTextLayout:
    """Return the text broken into lines of a width, at words where there are any."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    option = layout.textOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        line.setPosition(QRectF(0, high, 0, 0).topLeft())
        high += line.height() * _LEADING
    layout.endLayout()
    return layout
