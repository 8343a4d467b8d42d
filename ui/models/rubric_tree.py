# SPDX-License-Identifier: MIT
"""A Qt tree over a rubric, with how many notes stand behind each code. It never queries and never writes."""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resources import language
from resources.language import N_, _, ngettext
from storage.model.rubric import Area, Criterion, Rubric

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
_TITLES = (N_("Area"), N_("Notes"))
_TOP = 0
"""Internal id of an area's index; a criterion's is its area's row plus one."""


class Tally(NamedTuple):
    """How many notes of each polarity stand behind a code."""

    strength: int = 0
    neutral: int = 0
    weakness: int = 0


class Role(IntEnum):
    """What else a row can be asked for."""

    CODE = Qt.ItemDataRole.UserRole
    TALLY = Qt.ItemDataRole.UserRole + 1
    MOST = Qt.ItemDataRole.UserRole + 2
    """The largest total on the same level: what a full bar means."""


class RubricTree(QAbstractItemModel):
    """Areas with their criteria; column 0 the words, column 1 the count."""

    def __init__(
        self, rubric: Rubric | None = None, counts: Mapping[str, Tally] | None = None, parent: QObject | None = None
    ) -> None:
        """Show the rubric; codes that the counts lack have no notes."""
        super().__init__(parent)
        self._rubric: Rubric | None = None
        self._tallies: dict[str, Tally] = {}
        self._most = (0, 0)
        self._keep(rubric, counts or {})

    def show(self, rubric: Rubric | None, counts: Mapping[str, Tally]) -> None:
        """Show another rubric, or other counts of the same: then open branches and selection stay."""
        if rubric == self._rubric:
            self._keep(rubric, counts)
            self._refresh()
            return
        self.beginResetModel()
        self._keep(rubric, counts)
        self.endResetModel()

    def tally(self, code: str) -> Tally:
        """Return a code's count. An area's own count stands; without one its criteria are added up."""
        return self._tallies.get(code, Tally())

    def index_of(self, code: str) -> QModelIndex:
        """Return the index of an area or criterion, or an invalid one for a code that is not here."""
        for row, area in enumerate(self._areas()):
            if area.code == code:
                return self.index(row, 0)
            for below, criterion in enumerate(area.criteria):
                if criterion.code == code:
                    return self.index(below, 0, self.index(row, 0))
        return QModelIndex()

    def retranslate(self) -> None:
        """Say every word again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_TITLES) - 1)
        self._refresh()

    def index(self, row: int, column: int, parent: Index = NONE) -> QModelIndex:
        """Return the index of a place, or an invalid one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, child: Index = NONE) -> QModelIndex:  # type: ignore[override]
        """Return the area of a criterion, or an invalid index for an area."""
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many areas, or criteria of an area, there are."""
        if not parent.isValid():
            return len(self._areas())
        if parent.column() or parent.internalId() != _TOP:
            return 0
        return len(self._areas()[parent.row()].criteria)

    def columnCount(self, _parent: Index = NONE) -> int:
        """Return the two columns."""
        return len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a place."""
        if not index.isValid():
            return None
        place = self._place(index)
        words, tally = f"{place.code} {_words(place)}", self.tally(place.code)
        if role == Qt.ItemDataRole.DisplayRole:
            return words if index.column() == 0 else str(sum(tally))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{words}: {spoken(tally)}"
        if role == Role.CODE:
            return place.code
        if role == Role.TALLY:
            return tally
        return self._most[index.internalId() != _TOP] if role == Role.MOST else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title in the language in use."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(_TITLES[section]) if wanted and 0 <= section < len(_TITLES) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that rows are chosen, never edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _areas(self) -> tuple[Area, ...]:
        return self._rubric.areas if self._rubric else ()

    def _place(self, index: Index) -> Area | Criterion:
        if index.internalId() == _TOP:
            return self._areas()[index.row()]
        return self._areas()[index.internalId() - 1].criteria[index.row()]

    def _keep(self, rubric: Rubric | None, counts: Mapping[str, Tally]) -> None:
        """Add up once what every repaint asks."""
        self._rubric, self._tallies = rubric, dict(counts)
        for area in self._areas():
            parts = [counts.get(each.code, Tally()) for each in area.criteria]
            if area.code not in counts and parts:
                self._tallies[area.code] = Tally(*(sum(column) for column in zip(*parts, strict=True)))
        areas = [sum(self.tally(area.code)) for area in self._areas()]
        criteria = [sum(self.tally(each.code)) for area in self._areas() for each in area.criteria]
        self._most = (max(areas, default=0), max(criteria, default=0))

    def _refresh(self) -> None:
        for row in range(self.rowCount()):
            area = self.index(row, 0)
            self.dataChanged.emit(area, self.index(row, 1))
            if below := self.rowCount(area):
                self.dataChanged.emit(self.index(0, 0, area), self.index(below - 1, 1, area))


def spoken(tally: Tally) -> str:
    """Return a count as words: what colour and length say in a bar."""
    if not any(tally):
        return _("not yet seen")
    notes = ngettext("{count} note", "{count} notes", sum(tally)).format(count=sum(tally))
    return _("{notes}: strength {strength}, neutral {neutral}, weakness {weakness}").format(
        notes=notes, **tally._asdict()
    )


def _words(place: Area | Criterion) -> str:
    return place.title.get(language.current()) or place.title.get("en") or ""
