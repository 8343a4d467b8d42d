# SPDX-License-Identifier: MIT
"""A field for a moment: now at first, with its zone, and one press of Tab to leave it."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.moment_field import MomentField


def test_it_begins_with_now_and_comes_back_to_it(qtbot: QtBot, look: Look) -> None:
    field = MomentField(look)
    qtbot.addWidget(field)
    assert abs(field.moment() - datetime.now(UTC)) < timedelta(minutes=2)
    field.setDateTime(field.dateTime().addDays(-3))
    assert datetime.now(UTC) - field.moment() > timedelta(days=2)
    field.set_now()
    assert abs(field.moment() - datetime.now(UTC)) < timedelta(minutes=2)


def test_tab_leaves_it_at_once_either_way(qtbot: QtBot, look: Look) -> None:
    screen, first, field, last = QWidget(), QLineEdit(), MomentField(look), QLineEdit()
    qtbot.addWidget(screen)
    rows = QVBoxLayout(screen)
    for each in (first, field, last):
        rows.addWidget(each)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    QTest.keyClick(field, Qt.Key.Key_Backtab)
    assert first.hasFocus()
