# SPDX-License-Identifier: MIT
"""A number is typed or stepped, and never leaves its bounds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.cases.parts import NumberField, Strut
from ui.look import Look


def test_a_number_is_typed_and_stepped(qtbot: QtBot, look: Look) -> None:
    field = NumberField(look, 1, 30)
    qtbot.addWidget(field)
    told: list[int] = []
    field.changed.connect(told.append)
    field.show_value(12)
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)
    field.selectAll()
    QTest.keyClicks(field, "2x9")
    assert (told, field.value()) == ([13, 12, 2, 29], 29)
    field.set_value(99)
    assert field.value() == 30
    field.clear()
    assert field.value() == 1


def test_a_strut_follows_the_look(qtbot: QtBot, look: Look) -> None:
    strut = Strut(look)
    qtbot.addWidget(strut)
    before = strut.sizeHint().height()
    look.wear("light", 200)
    assert strut.minimumSizeHint().height() == 2 * before
