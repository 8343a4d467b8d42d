# SPDX-License-Identifier: MIT
"""Every screen, for everybody: named, reached by Tab, focus seen, nothing cut, no colour but the tokens."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reports.acts import draft
from reports.facts import facts_of
from storage.store import Store
from tests.ui import accessible
from tests.ui.shown import the_example
from ui.look import Look, speak
from ui.screens import opened_window, screens, settle
from ui.window import Window

Check = Callable[[QWidget], Iterator[str]]


@pytest.fixture(scope="module")
def example() -> Iterator[Store]:
    """Give the worked example with a letter, once for all of these tests: they only look."""
    store, about = the_example()
    people = (about.ids[about.about["lead"]], about.ids[about.about["addressee"]])
    draft(store, facts_of(store, about.visit_id, about.about["letter_date"], *people), "improvement_conference")
    yield store
    store.close()


@pytest.fixture(scope="module")
def window(example: Store, worn: Look) -> Iterator[Window]:
    """Give one window on it."""
    with opened_window(example, worn) as window:
        yield window


Complaints = dict[str, list[str]]


def walked(window: Window, *checks: Check) -> Complaints:
    """Return what each check, by its name, complains of on all screens: one walk serves many tests."""
    found: Complaints = {check.__name__: [] for check in checks}
    for name, screen in screens(window):
        screen.activateWindow()
        settle()
        for check in checks:
            found[check.__name__] += [f"{name}: {each}" for each in check(screen)]
    return found


@pytest.fixture(scope="module")
def english(window: Window, worn: Look) -> Complaints:
    """Give what is found on a walk in English and light. What moves the focus comes last."""
    told_apart = (accessible.unnamed, accessible.nameless_in_the_tree, accessible.without_buddy)
    still = (*told_apart, accessible.shared_letters, accessible.cut, in_tokens(worn))
    return walked(window, *still, accessible.trapping, accessible.unseen_focus)


@pytest.fixture(scope="module")
def welsh_and_dark(window: Window, worn: Look, qapp: QApplication) -> Iterator[Complaints]:
    """Give what is found on a walk in Welsh and dark."""
    speak(qapp, "cy")
    worn.wear("dark", 100)
    try:
        yield walked(window, accessible.cut, accessible.shared_letters, in_tokens(worn))
    finally:
        speak(qapp, "en")
        worn.wear("light", 100)


def in_tokens(look: Look) -> Check:
    def foreign_colours(screen: QWidget) -> Iterator[str]:
        yield from accessible.foreign_colours(screen, look)

    return foreign_colours


def told(found: list[str]) -> None:
    assert not found, "\n".join(["", *found])


def test_every_control_of_every_screen_has_a_name_for_who_cannot_see_it(english: Complaints) -> None:
    told(english["unnamed"] + english["nameless_in_the_tree"])


def test_every_letter_with_alt_leads_to_one_thing(english: Complaints) -> None:
    told(english["without_buddy"] + english["shared_letters"])


def test_tab_reaches_every_control_and_comes_back(english: Complaints) -> None:
    told(english["trapping"])


def test_focus_is_seen_on_every_kind_of_control(english: Complaints) -> None:
    told(english["unseen_focus"])


def test_no_word_is_cut_in_english(english: Complaints) -> None:
    told(english["cut"])


def test_no_screen_shows_a_colour_that_is_no_token_in_light(english: Complaints) -> None:
    told(english["foreign_colours"])


def letters_of_the_menus(window: Window) -> list[str]:
    return [QKeySequence.mnemonic(each.text()).toString() for each in window.menuBar().actions()]


def test_the_letters_of_the_menus_differ(window: Window) -> None:
    letters = letters_of_the_menus(window)
    assert len(set(letters)) == len(letters)
    assert "" not in letters


def test_no_part_flashes_up_as_a_window_of_its_own(example: Store, look: Look) -> None:
    class Shown(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(type(watched).__name__)
            return False

    seen: list[str] = []
    listener, app = Shown(), QApplication.instance()
    assert app is not None
    app.installEventFilter(listener)
    try:
        with opened_window(example, look):
            pass
    finally:
        app.removeEventFilter(listener)
    assert seen == ["Window"]


def test_the_checks_themselves_see_planted_gaps(qtbot: QtBot, look: Look) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    rows = QVBoxLayout(screen)
    nameless, trap, lost, foreign = QLineEdit(), QPlainTextEdit("words"), QLabel("&Lost"), QLabel("x")
    button, cut = QPushButton("&Like this"), QPushButton("Far too many words for so little room")
    cut.setFixedWidth(40)
    foreign.setStyleSheet("background: #FF00FF")
    blind = QPushButton("Blind")
    blind.setStyleSheet("QPushButton { border: none; background: #FFFFFF; outline: none; }")
    for part in (nameless, trap, lost, foreign, button, QPushButton("Also &like this"), cut, blind):
        rows.addWidget(part)
    with qtbot.waitActive(screen):
        screen.show()
    planted = {
        accessible.unnamed: "no accessible name",
        accessible.nameless_in_the_tree: "nothing for a screen reader",
        accessible.without_buddy: "no buddy",
        accessible.shared_letters: "Alt+L means",
        accessible.trapping: "Tab does not leave",
        accessible.unseen_focus: "focus is not seen",
        accessible.cut: "cut to 40",
    }
    for check, complaint in planted.items():
        assert any(complaint in each for each in check(screen)), complaint
    assert any("#FF00FF" in each for each in accessible.foreign_colours(screen, look))


def test_no_word_is_cut_in_welsh(welsh_and_dark: Complaints) -> None:
    told(welsh_and_dark["cut"])


def test_every_welsh_letter_with_alt_leads_to_one_thing(welsh_and_dark: Complaints) -> None:
    told(welsh_and_dark["shared_letters"])


def test_no_screen_shows_a_colour_that_is_no_token_in_dark(welsh_and_dark: Complaints) -> None:
    told(welsh_and_dark["foreign_colours"])


def test_the_letters_of_the_menus_differ_in_welsh(window: Window, welsh_and_dark: Complaints) -> None:
    assert welsh_and_dark
    letters = letters_of_the_menus(window)
    assert len(set(letters)) == len(letters)
    assert "" not in letters
