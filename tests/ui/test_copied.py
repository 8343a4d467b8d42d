# SPDX-License-Identifier: MIT
"""What was copied here is taken off the clipboard; what another program put there stays."""

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.copied import Copied


def test_what_was_copied_here_is_taken_away(qtbot: QtBot, qapp: QApplication) -> None:
    copied, edit = Copied(qapp), QLineEdit("words of a room")
    qtbot.addWidget(edit)
    with qtbot.waitActive(edit):
        edit.show()
    edit.selectAll()
    edit.copy()
    assert qapp.clipboard().text() == "words of a room"
    copied.forget()
    assert qapp.clipboard().text() == ""


def test_what_another_program_put_there_stays(qtbot: QtBot, qapp: QApplication) -> None:
    copied = Copied(qapp)
    for window in qapp.topLevelWidgets():
        window.hide()
    qtbot.waitUntil(lambda: qapp.focusWindow() is None)
    qapp.clipboard().setText("a shopping list")  # no window of ours has the keys
    copied.forget()
    assert qapp.clipboard().text() == "a shopping list"
    qapp.clipboard().clear()
