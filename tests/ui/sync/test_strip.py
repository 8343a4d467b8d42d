# SPDX-License-Identifier: MIT
"""The strip at the foot: words and a shape for every state, a button that stops, both by the keyboard."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.sync.strip import SyncStrip
from ui.sync.words import State


def test_it_is_quiet_until_it_knows_and_then_says_how_it_stands(qtbot: QtBot, look: Look) -> None:
    strip = SyncStrip(look)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_state(State("waiting", 14))
    assert strip.button.text().strip() == "14 changes only here"
    assert strip.button.accessibleName() == "14 changes only here"
    assert strip.stop.isHidden()
    look.wear("dark", 100)
    assert not strip.grab().isNull()


def test_a_sync_under_way_can_be_stopped_and_another_begun_with_keys_alone(qtbot: QtBot, look: Look) -> None:
    strip = SyncStrip(look)
    qtbot.addWidget(strip)
    strip.show_state(State("busy", 3, 9))
    with qtbot.waitSignal(strip.stop_asked):
        qtbot.keyClick(strip.stop, Qt.Key.Key_Space)
    strip.show_state(State("failed", 3))
    with qtbot.waitSignal(strip.asked):
        qtbot.keyClick(strip.button, Qt.Key.Key_Space)
