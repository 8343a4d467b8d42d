# SPDX-License-Identifier: MIT
"""The list keeps its choice when it is shown anew, says rows whole, and asks with Delete for one to go."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.settings.habit_list import HabitList


def test_the_choice_outlives_other_rows_and_delete_is_said(qtbot: QtBot, look: Look) -> None:
    made = HabitList(look)
    qtbot.addWidget(made)
    made.show_rows([("sw", "social worker"), ("tm", "team manager")])
    with qtbot.waitSignal(made.chosen) as chosen:
        made.choose("tm")
    assert chosen.args == ["tm"]
    made.show_rows([("cp", "care plan"), ("sw", "social worker"), ("tm", "team manager")])
    assert made.current() == "tm"
    assert made.model().index(0, 0).data() == "cp → care plan"
    with qtbot.waitSignal(made.unwanted) as unwanted:
        QTest.keyClick(made, Qt.Key.Key_Delete)
    assert unwanted.args == ["tm"]
    made.show_rows([])
    with qtbot.assertNotEmitted(made.unwanted):
        QTest.keyClick(made, Qt.Key.Key_Delete)
