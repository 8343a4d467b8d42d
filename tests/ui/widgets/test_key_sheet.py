# SPDX-License-Identifier: MIT
"""The sheet shows every key it is given, in groups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import shown_keys
from ui.widgets.key_sheet import KeySheet


def test_every_key_is_on_the_sheet_and_escape_closes_it(qtbot: QtBot, look: Look) -> None:
    sheet = KeySheet(look, {"Notes": [("New note", "Ctrl+N")], "Letters": [("Sign", "Ctrl+Shift+S")]})
    qtbot.addWidget(sheet)
    sheet.show()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Keys", "Notes", "New note", shown_keys("Ctrl+N"), "Letters", "Sign", shown_keys("Ctrl+Shift+S")} <= words
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
