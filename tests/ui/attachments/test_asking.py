# SPDX-License-Identifier: MIT
"""Asking before a copy leaves the store: the safe answer has the keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from ui.attachments.asking import Asking
from ui.look import Look


def test_return_keeps_the_file_in_the_store(qtbot: QtBot, look: Look) -> None:
    asking = Asking(look)
    qtbot.addWidget(asking)
    with qtbot.waitActive(asking):
        asking.show()
        asking.activateWindow()
    with qtbot.waitSignal(asking.rejected):
        qtbot.keyClick(asking, Qt.Key.Key_Return)


def test_the_other_answer_is_a_letter_away(qtbot: QtBot, look: Look) -> None:
    asking = Asking(look)
    qtbot.addWidget(asking)
    asking.show()
    assert not list(accessible.shared_letters(asking))
    with qtbot.waitSignal(asking.accepted):
        qtbot.mouseClick(asking.go, Qt.MouseButton.LeftButton)
