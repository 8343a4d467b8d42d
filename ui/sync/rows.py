# SPDX-License-Identifier: MIT
"""Visits as rows that say where they are: with the office, with a partner, or only here. It asks the store nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from resources.language import _
from storage.model.rules import STATE_NAMES
from storage.model.visit import Visit
from storage.queries.standing import Stand
from ui.models.standing_words import placed, said
from ui.sync.words import of_stand
from ui.widgets.row_delegate import Role, Row

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Place:
    """A visit, its authority's name, and how its stream stands."""

    visit: Visit
    authority: str
    stand: Stand


class Places(QAbstractListModel):
    """Visits in the order given."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._places: Sequence[Place] = ()

    def show(self, places: Sequence[Place]) -> None:
        """Show these; where the same visits stand in the same order, selection and scroll stay."""
        if [each.visit.id for each in places] == [each.visit.id for each in self._places]:
            changed = [row for row, (was, now) in enumerate(zip(self._places, places, strict=True)) if was != now]
            self._places = places
            for row in changed:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def retranslate(self) -> None:
        """Say every word again."""
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        row = row_of(place)
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return said(place.stand.place).means
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (row.title, row.text, row.place, row.mark) if part)
        return None


def row_of(place: Place) -> Row:
    """Return a visit as the delegate draws it."""
    state = _(STATE_NAMES.get(place.visit.status, place.visit.status))
    row = Row(place.authority, of_stand(place.stand), (), place.visit.dates.replace("/", " – "), state)
    return placed(row, place.stand.place)
