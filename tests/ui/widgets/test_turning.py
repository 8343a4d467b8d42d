# SPDX-License-Identifier: MIT
"""Parts stand beside each other while there is room, also for larger letters."""

from PySide6.QtWidgets import QBoxLayout, QLabel
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.turning import Turning


def test_parts_turn_where_there_is_little_room_and_back(qtbot: QtBot, look: Look) -> None:
    made = Turning(look, 500)
    qtbot.addWidget(made)
    for words in ("left", "right"):
        made.across.addWidget(QLabel(words))
    made.resize(600, 300)
    made.show()
    assert made.across.direction() == QBoxLayout.Direction.LeftToRight
    made.resize(400, 300)
    assert made.across.direction() == QBoxLayout.Direction.TopToBottom
    made.resize(600, 300)
    assert made.across.direction() == QBoxLayout.Direction.LeftToRight
    look.wear("light", 200)
    made.resize(700, 300)
    assert made.across.direction() == QBoxLayout.Direction.TopToBottom
