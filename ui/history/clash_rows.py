# SPDX-License-Identifier: MIT
"""Differences as rows: what differs, who left which wording. It asks the store nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from resources.language import N_, _, ngettext
from storage.queries.differences import Clash
from ui.history.fields import field_name
from ui.history.moments import local_time
from ui.widgets.row_delegate import Role, Row

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()

NOUNS = {
    "authority": N_("Authority"),
    "person": N_("Person"),
    "visit": N_("Visit"),
    "session": N_("Session"),
    "note": N_("Note"),
    "comment": N_("Comment"),
    "link": N_("Link"),
    "finding": N_("Finding"),
    "recommendation": N_("Recommendation"),
    "meeting": N_("Meeting"),
    "event": N_("Event"),
    "letter": N_("Letter"),
    "section": N_("Section of a letter"),
    "paragraph": N_("Paragraph of a letter"),
    "sentence": N_("Sentence of a letter"),
    "enclosure": N_("Enclosure of a letter"),
    "document": N_("Document"),
    "concern": N_("Matter of concern"),
    "point": N_("Line of the day’s sheet"),
    "case": N_("Case"),
    "case_review": N_("Case review"),
    "sample": N_("Sample"),
    "resolution": N_("Rating settled on"),
}
"""Nouns by name; another version's noun is shown as it is."""


def title_of(clash: Clash) -> str:
    """Return what differs: "Finding · Statement"."""
    entity = type(clash.record).entity
    return f"{_(NOUNS[entity]) if entity in NOUNS else entity} · {field_name(clash.field)}"


def row_of(clash: Clash) -> Row:
    """Return a difference as the delegate draws it."""
    names = ", ".join(dict.fromkeys(each.name or "–" for each in clash.wordings))
    text = clash.stands if clash.is_prose else names
    count = len(clash.wordings)
    mark = ngettext("{count} wording", "{count} wordings", count).format(count=count)
    newest = max(each.at for each in clash.wordings)
    chips = tuple(dict.fromkeys(each.name or "–" for each in clash.wordings)) if clash.is_prose else ()
    return Row(title_of(clash), str(text), chips, local_time(newest)[-5:], mark, "triangle-alert", "warn")


class Clashes(QAbstractListModel):
    """Differences in the order given."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.clashes: Sequence[Clash] = ()

    def show(self, clashes: Sequence[Clash]) -> None:
        """Show these; where the same fields differ, selection and scroll stay."""
        same = [each.key for each in clashes] == [each.key for each in self.clashes]
        if not same:
            self.beginResetModel()
        self.clashes = clashes
        if not same:
            self.endResetModel()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say every word again."""
        if self.clashes:
            self.dataChanged.emit(self.index(0), self.index(len(self.clashes) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.clashes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = row_of(self.clashes[index.row()])
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.mark, *row.chips, row.text[:300]) if part)
        return None
