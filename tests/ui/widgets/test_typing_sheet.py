# SPDX-License-Identifier: MIT
"""A sheet to type in: the keys stay in the field and move the list; what is chosen is taken once the sheet is gone."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.row_delegate import Row
from ui.widgets.typing_sheet import TypingSheet


class Letters(TypingSheet):
    """Answers with the letters of the alphabet that are typed."""

    taken = ""
    was_there = True

    def answers(self, text: str) -> Sequence[tuple[str, Row]]:
        """Return them."""
        return [(each, Row(each)) for each in "abcdefghij" if not text or each in text]

    def take(self, key: str) -> None:
        """Remember it."""
        self.taken, self.was_there = key, self.isVisible()


@pytest.fixture
def sheet(qtbot: QtBot, look: Look) -> Letters:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    made = Letters(look, "Letters", "No such letter.", window)
    made.window = window  # type: ignore[attr-defined]  # the window lives as long as its sheet
    made.show_answers()
    return made


def test_the_keys_move_the_list_from_the_field(qtbot: QtBot, sheet: Letters) -> None:
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(sheet.field, key)
    assert (sheet.taken, sheet.was_there) == ("j", False)


def test_the_best_answer_is_chosen_and_none_is_said(qtbot: QtBot, sheet: Letters) -> None:
    qtbot.keyClicks(sheet.field, "gd")
    assert sheet.list.chosen() == "d"
    sheet.field.setText("z")
    assert (sheet.list.isVisible(), sheet.none.isVisible()) == (False, True)
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert (sheet.isVisible(), sheet.taken) == (False, "")


def test_a_row_is_taken_by_a_click(sheet: Letters) -> None:
    sheet.list.clicked.emit(sheet.list.rows.index(2))
    assert sheet.taken == "c"
