# SPDX-License-Identifier: MIT
"""The second signatory is asked beside the first; the pages get her field before anybody signs."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.press import Rota
from ui.letters.second_signatory import SecondSignatory
from ui.letters.sign_dialog import SignDialog
from ui.look import Look


def test_a_name_once_left_is_told_and_without_one_there_is_no_role(qtbot: QtBot, look: Look, written: Written) -> None:
    fields, told = SecondSignatory(look, written.whole().letter), list[tuple[str, str]]()
    qtbot.addWidget(fields)
    fields.changed.connect(lambda name, role: told.append((name, role)))
    assert not fields.role.isEnabled()
    fields.name.setText("Siân Parry")
    qtbot.keyClick(fields.name, Qt.Key.Key_Return)
    fields.role.setText("Head of inspection")
    qtbot.keyClick(fields.role, Qt.Key.Key_Return)
    qtbot.keyClick(fields.role, Qt.Key.Key_Return)
    fields.name.clear()
    qtbot.keyClick(fields.name, Qt.Key.Key_Return)
    assert told == [("Siân Parry", ""), ("Siân Parry", "Head of inspection"), ("", "")]


def test_the_pages_to_be_signed_have_room_for_both(qtbot: QtBot, desk: Desk, written: Written) -> None:
    dialog = SignDialog(desk, Rota(desk, desk.bus), written.whole().letter)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.sign.isEnabled)
    assert b"Sig2" not in dialog.pages.pdf
    dialog.second.changed.emit("Siân Parry", "Head of inspection")
    assert not dialog.sign.isEnabled()  # what was seen is not what would be signed
    qtbot.waitUntil(dialog.sign.isEnabled)
    assert b"Sig2" in dialog.pages.pdf
    assert written.whole().letter.second_signatory == "Siân Parry"
