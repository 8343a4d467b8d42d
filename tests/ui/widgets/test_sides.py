# SPDX-License-Identifier: MIT
"""Two sides stand beside each other, and above each other where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.sides import Sides


def test_they_stand_above_each_other_where_there_is_little_room(qtbot: QtBot, look: Look) -> None:
    sides = Sides(look)
    qtbot.addWidget(sides)
    sides.hold(QLabel("list"), QLabel("sheet"), (400, 600))
    sides.resize(look.px(1000), look.px(500))
    sides.show()
    assert sides.orientation() == Qt.Orientation.Horizontal
    first, second = sides.sizes()
    assert first < second
    sides.resize(look.px(600), look.px(900))
    assert sides.orientation() == Qt.Orientation.Vertical
