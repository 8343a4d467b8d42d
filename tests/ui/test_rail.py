# SPDX-License-Identifier: MIT
"""The rail: a press goes to its page, a narrow one shows icons with their words as tooltips."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.pages import PAGES
from ui.rail import Rail


def test_a_press_says_which_page_was_chosen(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, PAGES)
    qtbot.addWidget(rail)
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.buttons["letters"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["letters"]


def test_a_narrow_rail_keeps_its_words_in_names_and_tooltips(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, PAGES)
    qtbot.addWidget(rail)
    wide = rail.sizeHint().width()
    rail.narrow(True)
    assert rail.sizeHint().width() < wide / 2
    assert rail.buttons["notes"].accessibleName() == "Notes"
    assert rail.buttons["notes"].toolTip() == "Notes (Ctrl+2)"
    rail.narrow(False)
    assert rail.sizeHint().width() == wide


def test_the_key_of_a_page_belongs_to_the_menu_alone(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, PAGES)
    qtbot.addWidget(rail)
    assert all(button.shortcut().isEmpty() for button in rail.buttons.values())
