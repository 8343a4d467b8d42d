# SPDX-License-Identifier: MIT
"""A passphrase is hidden until asked for, and its strength is said in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import Button
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


def test_return_at_the_eye_goes_on_and_shows_the_passphrase_to_nobody(qtbot: QtBot, look: Look) -> None:
    dialog, done = QDialog(), list[str]()
    field, does = PassphraseField(look, "Passphrase"), Button(look, "&Open")
    inside = QVBoxLayout(dialog)
    for part in (field, does):
        inside.addWidget(part)
    does.setDefault(True)
    does.clicked.connect(lambda: done.append("opened"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.keyClick(field.eye, Qt.Key.Key_Return)
    assert done == ["opened"]
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
