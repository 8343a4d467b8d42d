# SPDX-License-Identifier: MIT
"""Visits under their authorities as one list: headings that cannot be chosen, and a row for each visit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from resources.language import N_, _, ngettext
from storage.model import clock
from storage.model.authority import Authority
from storage.model.rules import SIDE_STATES, STATE_NAMES
from storage.model.visit import Visit
from storage.queries.coverage import Holding
from ui.look import Look
from ui.models.standing_words import placed
from ui.visits.words import CONCERNS, dates_of, kind_of
from ui.widgets.ranking import plain
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit with its authority and what it holds, or (without a visit) an authority's heading."""

    authority: Authority
    visit: Visit | None = None
    holding: Holding = Holding()  # noqa: RUF009
    place: str = ""
    """Where the least far of its changes is (queries/standing.py); empty where that is not known."""


def entries(
    authorities: Sequence[Authority],
    visits: Sequence[Visit],
    holdings: Mapping[str, Holding],
    sought: str = "",
    places: Mapping[str, str] = MappingProxyType({}),
) -> list[Entry]:
    """Return each authority with its visits below, newest first, that answer every word sought."""
    words, found = plain(sought).split(), []
    of_authority: dict[str, list[Visit]] = {}
    for each in visits:
        of_authority.setdefault(each.authority_id, []).append(each)
    for council in authorities:
        mine = [
            Entry(council, each, holdings.get(each.id, Holding()), places.get(each.stream_id, ""))
            for each in sorted(of_authority.get(council.id, ()), key=_when, reverse=True)
        ]
        answering = [each for each in mine if _answers(words, each)]
        if answering or _answers(words, Entry(council)):
            found += [Entry(council), *(answering or mine)]
    return found


def _when(visit: Visit) -> date:
    try:
        return clock.span_of(visit.dates).latest
    except ValueError:
        return date.max  # not dated yet: still to come


def _answers(words: Sequence[str], entry: Entry) -> bool:
    parts = [entry.authority.name, entry.authority.name_cy]
    if entry.visit is not None:
        parts += [kind_of(entry.visit), dates_of(entry.visit), entry.visit.dates, entry.visit.service]
    text = plain(" ".join(parts))
    return all(word in text for word in words)


class VisitRows(QAbstractListModel):
    """Entries as rows."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries; where the same visits stand in the same order, selection and scroll stay."""
        if [_key(each) for each in entries] == [_key(each) for each in self.entries]:
            self.entries = entries
            self.retranslate()
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def place(self, places: Mapping[str, str]) -> None:
        """Show where each visit is, by its stream: nothing else of the rows is new."""
        before = self.entries
        self.entries = [
            replace(each, place=places.get(each.visit.stream_id, each.place)) if each.visit else each for each in before
        ]
        for row, (was, now) in enumerate(zip(before, self.entries, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, visit_id: str) -> int:
        """Return the row of a visit, or -1."""
        return next((row for row, each in enumerate(self.entries) if each.visit and each.visit.id == visit_id), -1)

    def retranslate(self) -> None:
        """Say every word again."""
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that visits are chosen and headings are not."""
        if not index.isValid() or self.entries[index.row()].visit is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = row_of(self.entries[index.row()])
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.text, row.place, *row.chips, row.time, row.mark) if part)
        return None


def row_of(entry: Entry) -> Row:
    """Return an entry as the delegate draws it."""
    visit, holding = entry.visit, entry.holding
    if visit is None:
        level = _(CONCERNS.get(entry.authority.concern_level, entry.authority.concern_level))
        return Row(entry.authority.name, " · ".join(part for part in (entry.authority.service, level) if part))
    chips = (_(N_("Practice")),) if visit.illustration else ()
    text = " · ".join(part for part in (visit.inspectorate, visit.service, "; ".join(visit.scope)) if part)
    state = _(STATE_NAMES.get(visit.status, visit.status))
    mark = ("triangle-alert", "warn") if visit.status in SIDE_STATES else ("", "muted")
    row = Row(f"{kind_of(visit)} · {dates_of(visit)}", text, chips, said(holding), state, *mark)
    return placed(row, entry.place) if entry.place else row


def said(holding: Holding) -> str:
    """Return how much a visit holds: "51 notes · 1 letter"; nothing for nothing."""
    parts = []
    if holding.notes:
        parts.append(ngettext("{count} note", "{count} notes", holding.notes).format(count=f"{holding.notes:,}"))
    if holding.letters:
        letters = ngettext("{count} letter", "{count} letters", holding.letters).format(count=holding.letters)
        stages = ", ".join(_(STATE_NAMES.get(each, each)) for each in holding.stages)
        parts.append(f"{letters} ({stages})" if stages else letters)
    return " · ".join(parts)


class VisitDelegate(RowDelegate):
    """Draws headings lower than visits, on the quiet ground."""

    def __init__(self, look: Look) -> None:
        """Draw visits with one line of text and one of chips."""
        super().__init__(look, lines=1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        size = super().sizeHint(option, index)
        if _is_heading(index):
            high = sum(QFontMetricsF(self._look.font(step)).height() for step in ("heading", "small"))
            size.setHeight(int(high) + self._look.px(20))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        if not _is_heading(index):
            super().paint(painter, option, index)
            return
        row = index.data(Role.ROW)
        painter.save()
        box = QRectF(option.rect).adjusted(self._look.px(4), self._look.px(12), -self._look.px(12), 0)
        for words, font, role in (
            (row.title, self._look.font("heading", bold=True), "text"),
            (row.text, self._look.font("small"), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(self._look.colour(role))
            metrics = QFontMetricsF(font)
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), cut)
            box.setTop(box.top() + metrics.height())
        painter.restore()


def _is_heading(index: Index) -> bool:
    model = index.model()
    return isinstance(model, VisitRows) and model.entries[index.row()].visit is None


def _key(entry: Entry) -> tuple[str, str]:
    return entry.authority.id, entry.visit.id if entry.visit else ""
