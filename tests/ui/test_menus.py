# SPDX-License-Identifier: MIT
"""Menus: every verb has its place and its key; what cannot be done now is grey while the menu is open, no longer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources import language
from ui.look import Look
from ui.menus import MENUS, Menus
from ui.panel import Verb
from ui.widgets.buttons import Button


class Desk:
    """Counts what was done."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.can = True

    def do(self, what: str) -> Callable[[], None]:
        return lambda: self.done.append(what)

    def may(self) -> bool:
        return self.can


def a_window(qtbot: QtBot, look: Look, desk: Desk) -> tuple[QMainWindow, Menus]:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(look, window.menuBar())
    verbs = (
        Verb("New note", "Ctrl+N", "note", desk.do("new"), desk.may, "plus"),
        Verb("Link & look", "Ctrl+J", "note", desk.do("link")),
        Verb("Keys", "F1", "help", desk.do("keys")),
    )
    menus.add(verbs, desk.do("first"))
    with qtbot.waitActive(window):
        window.show()
    return window, menus


def test_a_key_does_its_verb_after_going_to_its_page(qtbot: QtBot, look: Look) -> None:
    desk = Desk()
    window, _menus = a_window(qtbot, look, desk)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["first", "new"]


def test_what_is_impossible_now_is_grey_in_the_menu_but_its_key_stays_alive(qtbot: QtBot, look: Look) -> None:
    desk = Desk()
    window, menus = a_window(qtbot, look, desk)
    desk.can = False
    note = menus.menu("note")
    note.aboutToShow.emit()
    assert [each.isEnabled() for each in note.actions()] == [False, True]
    note.aboutToHide.emit()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["first"]
    desk.can = True
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["first", "first", "new"]


def test_only_menus_with_verbs_are_shown_in_the_order_of_the_bar(qtbot: QtBot, look: Look) -> None:
    _window, menus = a_window(qtbot, look, Desk())
    assert [code for code in MENUS if menus.menu(code).menuAction().isVisible()] == ["note", "help"]
    assert menus.groups() == {"Note": [("New note", "Ctrl+N"), ("Link & look", "Ctrl+J")], "Help": [("Keys", "F1")]}


def test_menus_say_themselves_again_in_another_language(qtbot: QtBot, look: Look, monkeypatch: object) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    window, menus = a_window(qtbot, look, Desk())
    menus.menu("note").setTitle("something else")
    language.use("en")
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert menus.menu("note").title() == "&Note"


def test_a_letter_that_the_page_needs_is_the_pages_and_comes_back_with_another_page(qtbot: QtBot, look: Look) -> None:
    window, menus = a_window(qtbot, look, Desk())
    pressed: list[str] = []
    page, button = QWidget(), Button(look, "Take a &note")
    QVBoxLayout(page).addWidget(button)
    button.clicked.connect(lambda: pressed.append("note"))
    window.setCentralWidget(page)
    qtbot.waitUntil(button.isVisible)
    assert "&" in menus.menu("note").title()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pressed == ["note"])
    assert "&" not in menus.menu("note").title()
    assert "&" in menus.menu("help").title()
    button.hide()
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert "&" in menus.menu("note").title()


def test_another_page_gives_every_menu_its_letter_back(qtbot: QtBot, look: Look) -> None:
    window, menus = a_window(qtbot, look, Desk())
    page, button = QWidget(), Button(look, "Take a &note")
    QVBoxLayout(page).addWidget(button)
    window.setCentralWidget(page)
    qtbot.waitUntil(button.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert "&" not in menus.menu("note").title()
    menus.lean(None)
    assert "&" in menus.menu("note").title()
