# SPDX-License-Identifier: MIT
"""A list of rows: stays where one is, says its words, opens by Return."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.letters.row_list import Line, RowList
from ui.look import Look
from ui.widgets.row_delegate import Row

THREE = [Line(key, Row(f"Title {key}", "words", ("chip",), "", "Open")) for key in "abc"]


def test_it_stays_on_its_row_and_tells_which(qtbot: QtBot, look: Look) -> None:
    rows, told, opened = RowList(look, "Rows"), list[str](), list[str]()
    qtbot.addWidget(rows)
    rows.chosen.connect(told.append)
    rows.opened.connect(opened.append)
    rows.show_lines(THREE)
    assert rows.key() == "a"
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    rows.show_lines([Line("b", Row("Other words")), *THREE[2:]])
    assert rows.key() == "b"
    assert told[-1] == "b"
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened == ["b"]
    rows.show_lines(THREE, "c")
    assert rows.key() == "c"
    rows.show_lines([])
    assert rows.key() == ""


def test_who_listens_hears_all_that_is_drawn(qtbot: QtBot, look: Look) -> None:
    rows = RowList(look, "Rows")
    qtbot.addWidget(rows)
    rows.show_lines(THREE)
    assert rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Title a. words. Open. chip"
    assert rows.accessibleName() == "Rows"
