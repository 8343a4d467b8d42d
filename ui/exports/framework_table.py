# SPDX-License-Identifier: MIT
"""The table beside a framework's tree: problems of its file by line, or what becomes of each code in a move."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from resources.language import N_, _
from storage.imports.rubric_rows import Problem
from storage.queries.moving import Fate
from ui.look import Look
from ui.models.record_table import Column, RecordTable


def _line(problem: Problem) -> str:
    return str(problem.line) if problem.line else "–"


def _becomes(fate: Fate) -> str:
    if fate.is_same:
        return _(N_("stays {code}")).format(code=fate.code)
    if fate.becomes:
        return ", ".join(fate.becomes)
    return _(N_("not carried over"))


PROBLEMS = (
    Column[Problem]("line", N_("Line"), _line, right=True),
    Column[Problem]("words", N_("What is wrong"), lambda each: _(each.words).format(what=each.what)),
)
FATES = (
    Column[Fate]("code", N_("Code now"), lambda each: each.code),
    Column[Fate]("links", N_("Links"), lambda each: str(each.links), right=True),
    Column[Fate]("becomes", N_("Becomes"), _becomes),
)


class FrameworkTable(QTableView):
    """Rows to look at; none can be edited."""

    def __init__(self, look: Look) -> None:
        """Make it, empty."""
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setMinimumHeight(look.px(130))
        self.setAccessibleName(_(N_("What will become of the visit")))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show every problem of a file."""
        self.setAccessibleName(_(N_("What is wrong with the file")))
        self._show(RecordTable(PROBLEMS, lambda each: each, problems, self))

    def show_fates(self, told: Sequence[Fate]) -> None:
        """Show what becomes of each code and its links."""
        self.setAccessibleName(_(N_("What will become of the visit")))
        self._show(RecordTable(FATES, lambda each: each.code, told, self))

    def _show(self, model: RecordTable[Problem] | RecordTable[Fate]) -> None:
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
