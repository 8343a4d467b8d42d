# SPDX-License-Identifier: MIT
"""An empty screen says what it is for and offers its first action."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.empty_state import EmptyState


def test_the_first_action_is_reached_from_the_keyboard(qtbot: QtBot, look: Look) -> None:
    empty = EmptyState(look, "calendar", "No visits yet", "A visit holds two days of notes.", "Plan a &visit")
    qtbot.addWidget(empty)
    empty.show()
    empty.button.setFocus()
    with qtbot.waitSignal(empty.acted):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)


def test_without_an_action_there_is_no_button(qtbot: QtBot, look: Look) -> None:
    empty = EmptyState(look, "inbox", "Nothing here", "Nothing was found.")
    qtbot.addWidget(empty)
    assert empty.button.isHidden()
    look.wear("dark", 200)
