# SPDX-License-Identifier: MIT
"""The preview says in words what becomes of each row, and cannot be edited."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.imports.count import Count
from storage.imports.notes import plan
from storage.imports.sheets import sheet_of
from storage.model.visit import Visit
from ui.desk import Desk
from ui.exports.preview import PreviewTable


def _cells(table: PreviewTable, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, at).data()) for at in range(model.columnCount())]


def test_a_row_says_what_it_becomes_and_what_to_look_at(qtbot: QtBot, desk: Desk, there: Visit) -> None:
    table = PreviewTable(desk.look)
    qtbot.addWidget(table)
    row = b'"Two\nlines",10 July 2018,QA1 ZZ9,Inspector B\n'
    sheet = sheet_of(b"text,date,areas,author\nFirst\nwords,,,\n,,,\n" + row, ".csv")
    table.show_drafts(plan(desk.store, there, sheet).drafts)
    last = _cells(table, table.model().rowCount() - 1)
    assert last[1:6] == ["a new note", "2018-07-10 00:00", "Inspector B", "Two lines", "#QA1"]
    assert "ZZ9" in last[6]
    assert _cells(table, 0)[2:4] == ["–", "–"]
    assert not table.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_counts_of_a_visit_take_the_place_of_rows(qtbot: QtBot, desk: Desk) -> None:
    table = PreviewTable(desk.look)
    qtbot.addWidget(table)
    table.show_drafts(())
    table.show_counts((Count("note", 3, 2, 1),))
    assert _cells(table, 0) == ["Notes", "3", "2", "1"]
