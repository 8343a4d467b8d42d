# SPDX-License-Identifier: MIT
"""The list of what is unfinished says each one whole, and hands the chosen one on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.pencil import Pencil
from ui.look import Look
from ui.notes.unfinished_dialog import Unfinished, UnfinishedDialog


def test_the_first_is_chosen_with_return_and_escape_leaves_everything(qtbot: QtBot, look: Look) -> None:
    found = [Unfinished(Pencil(f"note:{at}", f"Words {at}"), "New note", "Tue 10 Jul, 09:00:00") for at in (1, 2)]
    dialog = UnfinishedDialog(look, found)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.list.model().index(1, 0).data() == "New note · Tue 10 Jul, 09:00:00 · Words 2"
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.open()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.take.click()
    assert chosen.args[0].text == "Words 1"
