# SPDX-License-Identifier: MIT
"""A part shows rows, tells what the chosen one is, offers only what can be done with it, and is empty kindly."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.shown import words
from ui.authority.part import Deed, Details, PartView, Shape
from ui.look import Look
from ui.widgets.row_delegate import Row

SHAPE = Shape("x", "People", "users", "Nobody yet.", "&Add", (Deed("one", "&One"), Deed("two", "&Two")))
ROWS = [("a", Row("First")), ("b", Row("Second"))]


def tell(key: str) -> Details:
    deeds = frozenset({"two"} if key == "b" else {"one", "two"})
    return Details(f"Thing {key}", (("Role", f"role of {key}"), ("Notes", "")), deeds)


def a_part(qtbot: QtBot, look: Look) -> PartView:
    view = PartView(look, SHAPE)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    return view


def test_an_empty_part_says_what_it_is_for_and_offers_its_first_action(qtbot: QtBot, look: Look) -> None:
    view = a_part(qtbot, look)
    view.show_rows([], tell)
    assert "Nobody yet." in words(view)
    with qtbot.waitSignal(view.asked) as asked:
        view.empty.button.click()
    assert asked.args == ["add", ""]


def test_the_chosen_row_is_told_and_only_what_can_be_done_is_offered(qtbot: QtBot, look: Look) -> None:
    view = a_part(qtbot, look)
    view.show_rows(ROWS, tell)
    assert "role of a" in words(view)
    assert view.deeds["one"].isVisible()
    view.choose("b")
    assert "role of b" in words(view)
    assert "Notes" not in words(view)
    assert not view.deeds["one"].isVisible()
    with qtbot.waitSignal(view.asked) as asked:
        view.deeds["two"].click()
    assert asked.args == ["two", "b"]
    with qtbot.waitSignal(view.history_asked) as wanted:
        view.history.click()
    assert wanted.args == ["b"]


def test_enter_does_the_first_thing_that_can_be_done(qtbot: QtBot, look: Look) -> None:
    view = a_part(qtbot, look)
    view.show_rows(ROWS, tell)
    view.choose("b")
    with qtbot.waitSignal(view.asked) as asked:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert asked.args == ["two", "b"]


def test_what_is_chosen_stays_so_when_rows_come_and_go(qtbot: QtBot, look: Look) -> None:
    view = a_part(qtbot, look)
    view.show_rows(ROWS, tell)
    view.choose("b")
    view.show_rows([("c", Row("New")), *ROWS], tell)
    assert view.list.chosen() == "b"
    view.show_rows([("c", Row("New"))], tell)
    assert view.list.chosen() == "c"
    assert "role of c" in words(view)
