# SPDX-License-Identifier: MIT
"""The rail: a press goes to its page, a narrow one shows icons with their words as tooltips."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import Look, speak
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


def test_at_200_percent_on_a_low_screen_no_button_is_squeezed_and_the_open_page_is_in_sight(
    qtbot: QtBot, look: Look
) -> None:
    look.wear("light", 200)
    rail = Rail(look, PAGES)
    qtbot.addWidget(rail)
    rail.narrow(True)
    rail.resize(rail.width(), 500)
    rail.show()
    QApplication.processEvents()
    for above, below in pairwise(rail.buttons.values()):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.height() > 0.9 * above.sizeHint().height()  # half of it before it scrolled
    last = rail.buttons[PAGES[-1].code]
    rail.mark(PAGES[-1].code)
    QApplication.processEvents()
    assert last.visibleRegion().boundingRect().height() == last.height()
    assert last.visibleRegion().boundingRect().width() == last.width()


def test_the_rail_is_as_wide_as_its_words_in_another_language(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    rail = Rail(look, PAGES)
    qtbot.addWidget(rail)
    rail.show()
    qtbot.waitExposed(rail)
    speak(qapp, "cy")
    rail.mark("backup")
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in rail.buttons.values()))
    assert rail.width() >= rail.sizeHint().width()
