# SPDX-License-Identifier: MIT
"""A table over dataclasses: true to Qt's rules, never editable, and calm when one record changes."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from resources.language import N_
from ui.models.record_table import Column, RecordTable, Role


@dataclass(frozen=True)
class Thing:
    name: str
    size: int


COLUMNS = (
    Column[Thing]("name", N_("Name"), lambda thing: thing.name),
    Column[Thing]("size", N_("Size"), lambda thing: str(thing.size), lambda thing: thing.size, right=True),
)
THINGS = [Thing("pen", 10), Thing("lamp", 9), Thing("desk", 200)]


@pytest.fixture
def table() -> RecordTable[Thing]:
    return RecordTable(COLUMNS, lambda thing: thing.name, THINGS)


def test_the_table_keeps_qts_rules(table: RecordTable[Thing], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table, force_py=True)
    table.show([])
    qtmodeltester.check(table, force_py=True)


def test_a_cell_is_never_editable(table: RecordTable[Thing]) -> None:
    assert not table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not table.setData(table.index(0, 0), "pencil")
    assert table.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_row_gives_its_record_and_a_key_its_row(table: RecordTable[Thing]) -> None:
    assert table.record(table.index(2, 1)) == THINGS[2]
    assert table.data(table.index(2, 1), Role.RECORD) == THINGS[2]
    assert (table.row_of("lamp"), table.row_of("chair")) == (1, -1)


def test_sizes_sort_as_numbers(table: RecordTable[Thing]) -> None:
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(table)
    proxy.setSortRole(Role.SORT)
    proxy.sort(1)
    assert [proxy.index(row, 0).data() for row in range(3)] == ["lamp", "pen", "desk"]


def test_a_changed_record_keeps_the_selection(table: RecordTable[Thing], qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.selectionModel().select(table.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.waitSignal(table.dataChanged) as changed, qtbot.assertNotEmitted(table.modelReset):
        table.show([THINGS[0], replace(THINGS[1], size=11), THINGS[2]])
    assert changed.args[0].row() == 1
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [1]


def test_another_list_is_shown_whole(table: RecordTable[Thing], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.modelReset):
        table.show([*THINGS, Thing("lid", 1)])
    assert table.rowCount() == 4


def test_a_cell_says_its_column_to_a_screen_reader(table: RecordTable[Thing]) -> None:
    assert table.data(table.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "Size: 10"
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Size"
    assert table.headerData(9, Qt.Orientation.Horizontal) is None


def test_twenty_thousand_rows_ask_only_for_what_is_shown(qtbot: QtBot) -> None:
    asked: list[str] = []
    columns = (Column[Thing]("name", "Name", lambda thing: asked.append(thing.name) or thing.name),)
    table = RecordTable(columns, lambda thing: thing.name, [Thing(f"n{at}", at) for at in range(20_000)])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.resize(300, 300)
    view.show()
    view.scrollToBottom()
    view.grab()
    assert table.rowCount() == 20_000
    assert 0 < len(set(asked)) < 200
