# SPDX-License-Identifier: MIT
"""A passphrase is hidden until asked for, and its strength is said in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.passphrase_field import PassphraseField


def test_the_eye_shows_and_clearing_hides_again(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    field.edit.setText("piano otter")
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(field.eye, Qt.Key.Key_Space)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide the passphrase"
    field.clear()
    assert (field.text(), field.edit.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_strength_is_said_in_words_and_to_a_screen_reader(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "New passphrase", measured=True)
    qtbot.addWidget(field)
    field.edit.setText("piano otter glue march")
    assert field.words.text() == "Good"
    assert field.edit.accessibleDescription().startswith("Good")
    assert field.strength().enough


def test_return_submits_and_unlocking_measures_nothing(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    field.edit.setText("password")
    assert field.words.isHidden()
    assert field.edit.accessibleDescription() == ""
    assert field.edit.accessibleName() == "Passphrase"
