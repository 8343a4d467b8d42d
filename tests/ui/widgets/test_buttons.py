# SPDX-License-Identifier: MIT
"""Buttons have names, keys and the size of the look."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.buttons import Button, IconButton, NavButton, shown_keys


def test_a_buttons_name_has_no_marks_in_it(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "&Draft the letter", "file-text", primary=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Draft the letter"


def test_an_icon_without_words_tells_its_name_and_keys(qtbot: QtBot, look: Look) -> None:
    button = IconButton(look, "history", "History", "Ctrl+H")
    qtbot.addWidget(button)
    assert button.accessibleName() == "History"
    assert button.toolTip() == f"History ({shown_keys('Ctrl+H')})"
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_place_in_the_rail_is_chosen_with_its_keys(qtbot: QtBot, look: Look) -> None:
    button = NavButton(look, "calendar", "Visits", "Ctrl+1")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert button.accessibleName() == "Visits"


def test_icons_grow_with_the_text(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Preview", "eye")
    qtbot.addWidget(button)
    before = button.iconSize().width()
    look.wear("light", 200)
    assert button.iconSize().width() == 2 * before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_ring_and_not_the_default_one(
    qtbot: QtBot, look: Look, key: Qt.Key
) -> None:
    dialog, done = QDialog(), list[str]()
    inside = QVBoxLayout(dialog)
    cancel, icon_only, does = Button(look, "&Cancel"), IconButton(look, "eye", "Show"), Button(look, "&Do it")
    for button in (cancel, icon_only, does):
        inside.addWidget(button)
    does.setDefault(True)
    does.clicked.connect(lambda: done.append("did it"))
    cancel.clicked.connect(lambda: done.append("cancelled"))
    icon_only.clicked.connect(lambda: done.append("shown"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    for button in (cancel, icon_only, does):
        qtbot.keyClick(button, key)
    assert done == ["cancelled", "shown", "did it"]


def test_return_held_down_presses_once_and_with_another_key_not_at_all(qtbot: QtBot, look: Look) -> None:
    button, done = Button(look, "&Cancel"), list[str]()
    button.clicked.connect(lambda: done.append("pressed"))
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    qtbot.keyPress(button, Qt.Key.Key_Return)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True, count=1
    )
    QApplication.sendEvent(button, held)
    qtbot.keyPress(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pressed"]
