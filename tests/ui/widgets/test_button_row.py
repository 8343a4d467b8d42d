# SPDX-License-Identifier: MIT
"""Buttons in a row, at the left or at the right, in as many lines as they need."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.button_row import ButtonRow


def row(qtbot: QtBot, look: Look, wide: int, right: bool) -> tuple[QWidget, list[QPushButton]]:
    window, buttons = QWidget(), [QPushButton(words) for words in ("Save the card", "Take theirs", "Close")]
    qtbot.addWidget(window)
    column, line = QVBoxLayout(window), ButtonRow(look, right=right)
    column.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        line.addWidget(button)
    column.addLayout(line)
    column.addStretch(1)
    window.resize(wide, 300)
    window.show()
    QApplication.processEvents()
    return window, buttons  # Python must hold what Qt shows


def test_with_room_they_stand_in_one_line_at_their_side(qtbot: QtBot, look: Look) -> None:
    (_one, left), (_other, right) = (row(qtbot, look, 700, side) for side in (False, True))
    assert len({each.y() for each in left}) == len({each.y() for each in right}) == 1
    assert left[0].x() == 0
    assert right[-1].geometry().right() == 699
    assert all(one.geometry().right() < other.x() for one, other in pairwise(left))


def test_without_room_they_go_on_below_and_none_is_cut(qtbot: QtBot, look: Look) -> None:
    _window, buttons = row(qtbot, look, 180, True)
    assert len({each.y() for each in buttons}) > 1
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
    assert all(each.x() >= 0 and each.geometry().right() < 180 for each in buttons)
