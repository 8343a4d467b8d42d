# SPDX-License-Identifier: MIT
"""The table that shows what will become of a file: a row a note, or a row a noun of a visit. It records nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from resources.language import N_, _
from storage.imports import notes
from storage.imports.count import Count
from storage.imports.notes import Draft
from storage.model.clock import read_stamp
from ui.look import Look
from ui.models.record_table import Column, RecordTable

_MOST = 200
"""Characters of a note that its row shows."""


def _when(draft: Draft) -> str:
    stamp = str(draft.fields["event_at"])
    return read_stamp(stamp).astimezone().strftime("%Y-%m-%d %H:%M") if stamp else "–"


def _words(draft: Draft) -> str:
    return " ".join(str(draft.fields["text"]).split())[:_MOST]


def _remarks(draft: Draft) -> str:
    return " ".join(_(each.words).format(what=each.what) for each in draft.remarks)


def _areas(draft: Draft) -> str:
    return " ".join(f"#{each.partition(':')[2]}" for each in draft.areas)


DRAFTS = (
    Column[Draft]("row", N_("Row"), lambda each: str(each.row), right=True),
    Column[Draft]("becomes", N_("Becomes"), lambda each: _(notes.BECOMES[each.becomes])),
    Column[Draft]("when", N_("Said or seen"), _when),
    Column[Draft]("author", N_("First written by"), lambda each: str(each.fields["source_author"]) or "–"),
    Column[Draft]("words", N_("Words"), _words),
    Column[Draft]("areas", N_("Areas"), _areas),
    Column[Draft]("remarks", N_("Look at"), _remarks),
)
COUNTS = (
    Column[Count]("noun", N_("What"), lambda each: _(each.name)),
    Column[Count]("new", N_("New"), lambda each: str(each.new), right=True),
    Column[Count]("here", N_("Here already"), lambda each: str(each.here), right=True),
    Column[Count]("left", N_("Left out"), lambda each: str(each.left), right=True),
)


class PreviewTable(QTableView):
    """Rows to look at; none can be edited."""

    def __init__(self, look: Look) -> None:
        """Make it, empty."""
        super().__init__()
        self.setAccessibleName(_(N_("What will become of the file")))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setMinimumHeight(look.px(300))

    def show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Show what becomes of each row."""
        self._show(RecordTable(DRAFTS, lambda each: each.row, drafts, self), wide=4)

    def show_counts(self, counts: tuple[Count, ...]) -> None:
        """Show how many things of each noun are new."""
        self._show(RecordTable(COUNTS, lambda each: each.noun, counts, self), wide=0)

    def _show(self, model: RecordTable[Draft] | RecordTable[Count], wide: int) -> None:
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setResizeContentsPrecision(0)  # by what is seen: a thousand rows take too long to measure
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
