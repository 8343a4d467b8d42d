# SPDX-License-Identifier: MIT
"""A list of rows keeps what is chosen, or stands on the first, and says each row."""

from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.row_delegate import Row
from ui.widgets.row_view import RowView

ONE, TWO, NEW = ("a", Row("One", "first")), ("b", Row("Two", "second", mark="Open")), ("c", Row("New"))


def a_view(qtbot: QtBot, look: Look) -> RowView:
    view = RowView(look)
    qtbot.addWidget(view)
    return view


def test_it_keeps_what_is_chosen_and_says_each_row(qtbot: QtBot, look: Look) -> None:
    view = a_view(qtbot, look)
    view.show_rows([ONE, TWO], "Lines")
    assert view.chosen() == ""
    assert view.choose("b")
    view.show_rows([NEW, TWO], "Lines")
    assert view.chosen() == "b"
    assert view.accessibleName() == "Lines"
    view.show_rows([NEW, ("b", Row("Two", "other words"))], "Lines")
    assert view.rows.index(1).data() == "Two · other words"


def test_it_stands_on_the_first_where_that_is_wanted(qtbot: QtBot, look: Look) -> None:
    view = a_view(qtbot, look)
    view.show_rows([ONE, TWO], "Lines", on_first=True)
    assert view.chosen() == "a"
    view.choose("b")
    view.show_rows([NEW, ONE], "Lines")
    assert view.chosen() == ""
    view.show_rows([], "Lines", on_first=True)
    assert not view.choose("gone")
    assert view.chosen() == ""
