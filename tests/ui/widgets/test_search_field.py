# SPDX-License-Identifier: MIT
"""Searching asks when typing pauses; the keyboard goes on to what was found."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> SearchField:
    made = SearchField(look, "Search notes")
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_asks_once_after_a_pause(qtbot: QtBot, field: SearchField) -> None:
    asked: list[str] = []
    field.sought.connect(asked.append)
    for letter in "ŵyr ":
        field.insert(letter)  # QTest aborts on a key outside ASCII
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["ŵyr"]


def test_return_asks_at_once_and_down_leaves(qtbot: QtBot, field: SearchField) -> None:
    field.setText("QA1")
    with qtbot.waitSignal(field.sought):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.down):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_escape_or_the_cross_clears(qtbot: QtBot, field: SearchField) -> None:
    field.setText("QA1")
    with qtbot.waitSignal(field.sought) as asked:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), asked.args) == ("", [""])


def test_the_field_has_a_name(field: SearchField) -> None:
    assert field.accessibleName() == field.placeholderText() == "Search notes"
