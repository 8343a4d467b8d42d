# SPDX-License-Identifier: MIT
"""A quiet desk is noticed after its minutes; a key begins them anew; zero minutes never pass."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.idle import Idle


def timer_of(idle: Idle) -> QTimer:
    found = idle.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def test_the_minutes_count_from_the_start_and_pass(qtbot: QtBot, qapp: QApplication) -> None:
    idle = Idle(qapp, 10)
    assert timer_of(idle).interval() == 600_000
    with qtbot.waitSignal(idle.passed):
        timer_of(idle).start(1)


def test_a_key_in_the_focused_window_begins_them_anew(qtbot: QtBot, qapp: QApplication) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    idle = Idle(qapp, 10)
    with qtbot.waitActive(edit):
        edit.show()
    timer_of(idle).start(50_000)  # as if most of the time had passed
    QTest.keyClick(edit.windowHandle(), Qt.Key.Key_A)
    assert edit.text() == "a"
    assert timer_of(idle).interval() == 600_000


def test_zero_minutes_never_pass(qtbot: QtBot, qapp: QApplication) -> None:
    idle = Idle(qapp, 0)
    assert not timer_of(idle).isActive()
    idle.after(5)
    assert timer_of(idle).interval() == 300_000
    idle.stop()
    assert not timer_of(idle).isActive()


def test_what_was_not_possible_is_tried_again_in_a_minute(qapp: QApplication) -> None:
    idle = Idle(qapp, 10)
    idle.soon()
    assert timer_of(idle).interval() == 60_000
    idle.stop()
    idle.soon()
    assert not timer_of(idle).isActive()
