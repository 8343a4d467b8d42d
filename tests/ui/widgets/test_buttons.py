# SPDX-License-Identifier: MIT
"""Buttons have names, keys and the size of the look."""

from PySide6.QtCore import Qt
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
