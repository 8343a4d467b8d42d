# SPDX-License-Identifier: MIT
"""What was found, as rows: the words that were sought stand out. Older notes are asked for when the end is near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView

from resources.language import N_, _
from storage.queries.found import Hit
from storage.search.snippet import Span
from ui.look import Look
from ui.search.words import POLARITIES, kind_name, when
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class HitRow(Row):
    """A row with words that stand out."""

    hits: tuple[tuple[int, int], ...] = ()
    """(start, end) in the text."""


class Hits(QAbstractListModel):
    """Notes in the order in which they were found."""

    more_wanted = Signal()
    """The end is near, and there are older ones."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.hits: list[Hit] = []
        self._visits: Mapping[str, str] = {}
        self._has_more = False

    def show(self, hits: Sequence[Hit], visits: Mapping[str, str], has_more: bool) -> None:
        """Show these instead; `visits` are their visits' names. Where they are the same notes, rows stay chosen."""
        if [each.note_id for each in hits] == [each.note_id for each in self.hits]:
            self.hits, self._visits, self._has_more = list(hits), visits, has_more
            self.retranslate()
            return
        self.beginResetModel()
        self.hits, self._visits, self._has_more = list(hits), visits, has_more
        self.endResetModel()

    def add(self, hits: Sequence[Hit], has_more: bool) -> None:
        """Show these too, at the end."""
        self._has_more = has_more
        if hits:
            self.beginInsertRows(NONE, len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits.extend(hits)
            self.endInsertRows()

    def retranslate(self) -> None:
        """Say every word again."""
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.hits)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are older ones to ask for."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for older ones, once."""
        if self.canFetchMore(parent):
            self._has_more = False
            self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid() or role not in _ASKED:
            return None
        row = row_of(self.hits[index.row()], self._visits)
        if role == Role.ROW:
            return row
        return " · ".join(part for part in (row.title, row.time, row.mark, *row.chips, row.text) if part)


_ASKED = (Role.ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def row_of(hit: Hit, visits: Mapping[str, str]) -> HitRow:
    """Return a found note as the delegate draws it."""
    name, icon, role = POLARITIES.get(hit.polarity, POLARITIES["neutral"])
    title = " · ".join(part for part in (kind_name(hit.source_kind), hit.source_role, hit.case_ref) if part)
    chips = [visits.get(hit.visit_id, "")]
    chips += [_(N_("Confidential"))] if hit.confidential else []
    chips += [_(N_("Worked example"))] if hit.illustration else []
    shown = tuple(chip for chip in chips if chip)
    at = when(hit.event_at, hit.event_part)
    return HitRow(title, hit.snippet.text, shown, at, _(name), icon, role, hits=hit.snippet.hits)


class HitDelegate(RowDelegate):
    """Draws the words that were sought in bold."""

    def _text(self, painter: QPainter, inside: QRectF, row: Row, ink: tuple[str, float]) -> float:
        role, top = ink
        text, hits = self.fitted(row.text, getattr(row, "hits", ()), inside.width())
        painter.setPen(self._look.colour(role))
        self._laid(text, hits, inside.width(), role).draw(painter, QPointF(inside.left(), top))
        return top + self._lines * QFontMetricsF(self._look.font("body")).lineSpacing()

    def fitted(self, text: str, hits: Sequence[Span], width: float) -> tuple[str, Sequence[Span]]:
        """Return as much of a text as a row shows in a width, with an ellipsis where there is more, and its hits."""
        layout = self._laid(text, hits, width, "muted")
        last = layout.lineAt(max(layout.lineCount() - 1, 0))
        if not last.isValid() or last.textStart() + last.textLength() >= _units(text):
            return text, hits
        font = QFont(self._look.font("body"))
        font.setWeight(QFont.Weight.Bold)  # so that what is in bold fits, too
        start = len(text.encode("utf-16-le", "surrogatepass")[: 2 * last.textStart()].decode("utf-16-le", "ignore"))
        rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        end = start + len(rest) - 1
        return text[:start] + rest, [(first, min(then, end)) for first, then in hits if first < end]

    def _laid(self, text: str, hits: Sequence[Span], width: float, role: str) -> QTextLayout:
        layout = QTextLayout(text, self._look.font("body"))
        layout.setFormats([self._bold(_units(text[:start]), _units(text[:end]), role) for start, end in hits])
        step = QFontMetricsF(layout.font()).lineSpacing()
        layout.beginLayout()
        for at in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, at * step))
        layout.endLayout()
        return layout

    def _bold(self, start: int, end: int, role: str) -> QTextLayout.FormatRange:
        shape = QTextCharFormat()
        shape.setFontWeight(QFont.Weight.Bold)
        shape.setForeground(self._look.colour("text" if role == "muted" else role))
        piece = QTextLayout.FormatRange()
        piece.start, piece.length, piece.format = start, end - start, shape
        return piece


def _units(text: str) -> int:
    """Return how long Qt takes a text to be: of a sign beyond the first plane (RFC 2781) it counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Results(QListView):
    """The list of what was found."""

    def __init__(self, look: Look) -> None:
        """Make the view over an empty model."""
        super().__init__()
        self.hits = Hits()
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(look))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def chosen(self) -> Hit | None:
        """Return the note that is chosen, or None."""
        index = self.currentIndex()
        return self.hits.hits[index.row()] if index.isValid() else None
