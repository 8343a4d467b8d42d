# SPDX-License-Identifier: MIT
"""Visits and letters as rows with a track of their stages: how far on the way, since when, and where the record is.

What the stages are: storage/model/rules.py. It asks the store nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from resources.language import _
from storage.model.rules import SIDE_STATES, STATE_NAMES
from storage.queries.stages import LetterStage, VisitStage
from ui.look import Look
from ui.models.date_words import date_words
from ui.models.standing_words import placed, said
from ui.sync.words import day_of, of_stand
from ui.widgets.icons import draw
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
VISIT_WAY = (
    *("planned", "packed", "on_site_day1", "on_site_day2", "fieldwork_closed", "analysis", "quality_assured"),
    "closed",
)
LETTER_WAY = (
    *("drafting", "evidence_checked", "peer_reviewed", "privacy_checked", "factual_accuracy_out"),
    *("comments_resolved", "approved", "signed", "issued", "published"),
)
"""The usual way; what stands beside it (paused, embargoed …) is said in words with a sign, and shows no place on it."""
_ENDS = ("not_for_publication", "abandoned", "withdrawn", "superseded", "cancelled")


@dataclass(frozen=True, slots=True)
class StageRow(Row):
    """A row with a track."""

    steps: int = 0
    """Stages of the usual way."""
    at: int = -1
    """Which of them it is at, from 0; -1 beside the way."""
    is_inner: bool = False
    """A letter, beneath its visit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, and what it leads to."""

    visit_id: str
    letter_id: str
    row: StageRow
    means: str
    """What the place means, for a tooltip."""


def entries_of(stages: Sequence[VisitStage], titles: "Titles") -> Iterator[Entry]:
    """Yield a row for each visit, and beneath it one for each of its letters."""
    for stage in stages:
        yield Entry(stage.visit.id, "", visit_row(stage), said(stage.stand.place).means)
        for letter in stage.letters:
            row = letter_row(letter, titles(letter.letter.kind))
            yield Entry(stage.visit.id, letter.letter.id, row, said(letter.place).means)


class Titles:
    """What letter types are called."""

    def __call__(self, kind: str) -> str:
        """Return a type's name in the language in use."""
        from reports.catalogue import LETTER_TYPES  # not before a letter is shown: it reads much

        return next((_(each.title) for each in LETTER_TYPES if each.name == kind), kind)


def visit_row(stage: VisitStage) -> StageRow:
    """Return a visit as the delegate draws it."""
    visit = stage.visit
    text = " · ".join((_stage_words(visit.status, stage.since), of_stand(stage.stand)))
    row = StageRow(stage.authority, text, time=date_words(visit.dates), steps=len(VISIT_WAY), at=_at(visit, VISIT_WAY))
    return _marked(row, visit.status, stage.stand.place)


def letter_row(stage: LetterStage, title: str) -> StageRow:
    """Return a letter as the delegate draws it."""
    letter = stage.letter
    words, by = _stage_words(letter.status, stage.since), letter.sealed_by
    text = f"{words} · {by}" if by else words
    row = StageRow(title, text, steps=len(LETTER_WAY), at=_at(letter, LETTER_WAY), is_inner=True)
    return _marked(row, letter.status, stage.place)


def _marked(row: StageRow, status: str, place: str) -> StageRow:
    """Return the row with its place, and a sign where it is off the usual way."""
    sign = ("circle-x", "muted") if status in _ENDS else ("triangle-alert", "warning") if status in SIDE_STATES else ()
    mark, role = sign or ("", "muted")
    marked = replace(row, mark=_(STATE_NAMES.get(status, status)) if sign else "", mark_icon=mark, mark_role=role)
    there = placed(marked, place)
    assert isinstance(there, StageRow)
    return there


def _at(record: object, way: Sequence[str]) -> int:
    status = str(getattr(record, "status", ""))
    return way.index(status) if status in way else -1


def _stage_words(status: str, since: str) -> str:
    name, day = _(STATE_NAMES.get(status, status)), day_of(since)
    return _("{state} since {day}").format(state=name, day=day) if day else name


class Stages(QAbstractListModel):
    """Rows in the order given."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these; where the same things stand in the same order, selection and scroll stay."""
        if [_name(each) for each in entries] == [_name(each) for each in self.entries]:
            changed = [row for row, (was, now) in enumerate(zip(self.entries, entries, strict=True)) if was != now]
            self.entries = entries
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        row = entry.row
        if role == Role.ROW:
            return row
        words = [row.title, row.time, row.text, row.place, row.mark]
        if role == Qt.ItemDataRole.ToolTipRole:
            words.append(entry.means)
        elif role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if row.at >= 0:
            words.insert(3, _("stage {number} of {all}").format(number=row.at + 1, all=row.steps))
        return " · ".join(part for part in words if part)


def _name(entry: Entry) -> tuple[str, str]:
    return entry.visit_id, entry.letter_id


class StageDelegate(RowDelegate):
    """Draws the row as the other lists do, a letter a little to the right, and the track after the place."""

    def __init__(self, look: Look) -> None:
        """Draw with one line of text."""
        super().__init__(look, lines=1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(Role.ROW)
        inner = QStyleOptionViewItem(option)
        if isinstance(row, StageRow) and row.is_inner:
            inner.rect = option.rect.adjusted(self._look.px(24), 0, 0, 0)
        super().paint(painter, inner, index)

    def _head(self, painter: QPainter, inside: QRectF, row: Row, words: str) -> float:
        """A letter has its sign before its title, so that the two kinds of row are told apart without colour."""
        if isinstance(row, StageRow) and row.is_inner:
            side = self._look.px(16)
            high = QFontMetricsF(self._look.font("body", bold=True)).height()
            place = QRectF(inside.left(), inside.top() + (high - side) / 2, side, side)
            draw(painter, self._look, place, "file-text", words if words == "on_soft" else "muted")
            inside = inside.adjusted(side + self._look.px(6), 0, 0, 0)
        return super()._head(painter, inside, row, words)

    def _place(self, painter: QPainter, line: QRectF, row: Row, font: QFont) -> float:
        """Draw the place, and after it the track where there is room for all of it."""
        end = super()._place(painter, line, row, font)
        if isinstance(row, StageRow) and row.at >= 0:
            step = self._look.px(14)
            left, wide = end + self._look.px(12), step * row.steps
            if left + wide <= line.right():
                self._track(painter, QRectF(left, line.top(), wide, line.height()), row)
        return end

    def _track(self, painter: QPainter, box: QRectF, row: StageRow) -> None:
        """What is behind is filled, where it stands is larger, what is ahead is a ring: shape says it, not colour."""
        step, middle = box.width() / row.steps, box.center().y()
        centres = [box.left() + step * (at + 0.5) for at in range(row.steps)]
        thin = max(1, self._look.px(1))
        painter.setPen(QPen(self._look.colour("edge"), thin))
        painter.drawLine(int(centres[0]), int(middle), int(centres[-1]), int(middle))
        for at, x in enumerate(centres):
            side = self._look.px(10 if at == row.at else 6)
            dot = QRectF(x - side / 2, middle - side / 2, side, side)
            is_reached = at <= row.at
            painter.setPen(QPen(self._look.colour("accent" if is_reached else "edge"), thin))
            painter.setBrush(self._look.colour("accent" if is_reached else "surface"))
            painter.drawEllipse(dot)
