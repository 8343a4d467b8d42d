# SPDX-License-Identifier: MIT
"""What will become of a list, three views of it: the cases, the cells that cannot be read, references that come twice.

References are shown here to whoever brings the list in, and kept nowhere.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.imports.cases import COLUMNS, LONGEST, Duplicate, Planned, Problem
from ui.cases.words import day_words
from ui.look import Look
from ui.models.record_table import Column, RecordTable

MOST = 300
"""Rows of each view: enough to see whether the columns are right."""
Named = tuple[int, tuple[str, ...]]

PROBLEMS = (
    Column[Problem]("row", N_("Row"), lambda each: str(each.row), right=True),
    Column[Problem]("what", N_("What is wrong"), lambda each: _(each.words).format(cell=each.address, limit=LONGEST)),
)
TWICE = (
    Column[Duplicate]("reference", N_("Case reference"), lambda each: each.reference),
    Column[Duplicate]("rows", N_("Rows"), lambda each: ", ".join(map(str, each.rows))),
    Column[Duplicate](
        "differs", N_("Do they differ?"), lambda each: _(N_("They differ")) if each.differs else _(N_("They agree"))
    ),
)


class Preview(QWidget):
    """Tables to look at; none can be edited."""

    def __init__(self, look: Look) -> None:
        """Make it, hidden until there is something to show."""
        super().__init__()
        self.tabs = QTabWidget()
        self.tables = tuple(_a_table(look) for _each in range(3))
        for table in self.tables:
            self.tabs.addTab(table, "")
        self.tabs.tabBar().setAccessibleName(_(N_("What will become of the list")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.tabs)
        self.hide()

    def show_planned(self, planned: Planned) -> None:
        """Show what becomes of a list; the view that wants an answer comes to the front."""
        counts = (len(planned.rows), len(planned.problems), len(planned.duplicates))
        names = (N_("Cases ({count})"), N_("Cannot be read ({count})"), N_("Twice ({count})"))
        for at, (name, count) in enumerate(zip(names, counts, strict=True)):
            words = _(name).format(count=count)
            self.tabs.setTabText(at, words)
            self.tables[at].setAccessibleName(words)
        cases: list[Named] = [(at, row) for at, row in enumerate(planned.rows[:MOST])]
        _fill(self.tables[0], RecordTable(_columns(planned), _at, cases, self))
        _fill(self.tables[1], RecordTable(PROBLEMS, _address, planned.problems[:MOST], self))
        _fill(self.tables[2], RecordTable(TWICE, _reference, planned.duplicates[:MOST], self))
        wanted = 1 if counts[1] else 2 if counts[2] else 0
        self.tabs.setCurrentIndex(wanted)
        self.show()


def _columns(planned: Planned) -> tuple[Column[Named], ...]:
    return tuple(_column(at, name) for at, name in enumerate(("reference", *planned.fields)))


def _column(at: int, name: str) -> Column[Named]:
    def show(row: Named) -> str:
        return day_words(row[1][at])

    return Column(name, COLUMNS[name], show)


def _at(row: Named) -> int:
    return row[0]


def _address(problem: Problem) -> tuple[str, str]:
    return problem.address, problem.words


def _reference(twice: Duplicate) -> str:
    return twice.reference


def _a_table(look: Look) -> QTableView:
    table = QTableView()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.setMinimumHeight(look.px(110))
    return table


def _fill(table: QTableView, model: RecordTable) -> None:  # type: ignore[type-arg]
    before = table.model()
    table.setModel(model)
    if before is not None:
        before.deleteLater()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
