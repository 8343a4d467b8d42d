# SPDX-License-Identifier: MIT
"""The palette is worked from the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.widgets.command_palette import CommandPalette
from ui.widgets.ranking import Entry


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, look: Look, done: list[str]) -> CommandPalette:
    window = QWidget()
    qtbot.addWidget(window)
    made = CommandPalette(look, window)
    names = ("New note", "New visit", "Sign the letter")
    made.ask([Entry(name, "Everywhere", "Ctrl+N", lambda name=name: done.append(name)) for name in names])
    made.window = window  # type: ignore[attr-defined]  # the window lives as long as its palette
    return made


def test_typing_and_return_do_the_first_found(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClicks(palette.field, "sign")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Sign the letter"]
    assert not palette.isVisible()


def test_arrows_move_within_what_was_found(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(palette.field, key)
    assert done == ["New visit"]


def test_nothing_found_is_said_and_return_does_nothing(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClicks(palette.field, "zebra")
    assert (palette.list.isHidden(), palette.none.isHidden()) == (True, False)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_escape_closes_even_with_something_typed(qtbot: QtBot, palette: CommandPalette, done: list[str]) -> None:
    qtbot.keyClicks(palette.field, "n")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_a_row_is_read_out_with_place_and_keys(palette: CommandPalette) -> None:
    row = palette.list.model().index(0, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).startswith("New note · Everywhere · ")
