# SPDX-License-Identifier: MIT
"""Findings, and the notes under one, as rows of lists. They never query and never write."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from resources.language import N_, _
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.rules import STATE_NAMES
from ui.findings.words import rests_on
from ui.models.note_words import POLARITIES, title_of
from ui.widgets.row_delegate import Role, Row

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class Rows(QAbstractListModel):
    """Rows made beforehand, each with the key of what it tells."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._rows: Sequence[tuple[str, Row]] = ()

    def show(self, rows: Sequence[tuple[str, Row]]) -> None:
        """Show these; where the same things stand in the same order, selection and scroll stay."""
        if [key for key, _row in rows] == [key for key, _row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def key(self, index: Index) -> str:
        """Return the key of a row, or an empty text for no row."""
        return self._rows[index.row()][0] if index.isValid() else ""

    def row_of(self, key: str) -> int:
        """Return the row of a key, or -1."""
        return next((at for at, (each, _row) in enumerate(self._rows) if each == key), -1)

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()][1]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.text, *row.chips, row.time, row.mark) if part)
        return None


def finding_row(finding: Finding, notes: Mapping[str, Note]) -> Row:
    """Return a finding as the delegate draws it."""
    said = POLARITIES.get(finding.polarity, POLARITIES["neutral"])
    behind = [notes[each] for each in finding.supports if each in notes]
    state = _(STATE_NAMES.get(finding.state, finding.state))
    return Row(state, finding.statement, finding.areas, rests_on(finding, behind), _(said.name), said.icon, said.role)


def note_row(note: Note, is_for: bool) -> Row:
    """Return a note behind a finding as the delegate draws it."""
    mark = _(N_("For it")) if is_for else _(N_("Against it"))
    return Row(title_of(note), note.text, (), mark)
