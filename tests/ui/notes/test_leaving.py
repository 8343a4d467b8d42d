# SPDX-License-Identifier: MIT
"""A part of the screen is told when the keys leave it, and not when they stay or come."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.notes.leaving import Leaving


def test_only_going_out_is_said(qtbot: QtBot) -> None:
    window, room = QWidget(), QWidget()
    qtbot.addWidget(window)
    inside, beside, outside = QLineEdit(), QLineEdit(), QLineEdit()
    within = QVBoxLayout(room)
    within.addWidget(inside)
    within.addWidget(beside)
    everything = QVBoxLayout(window)
    everything.addWidget(room)
    everything.addWidget(outside)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    leaving = Leaving(room)
    inside.setFocus()
    with qtbot.assertNotEmitted(leaving.left, wait=20):
        beside.setFocus()
    with qtbot.waitSignal(leaving.left):
        outside.setFocus()
    with qtbot.assertNotEmitted(leaving.left, wait=20):
        inside.setFocus()
