# SPDX-License-Identifier: MIT
"""The board's card: ways, words for what stands out, and keys and clicks that lead to notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.queries.board import board_of
from storage.rubrics import rubric
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_visit
from ui.coverage.board import BoardCard
from ui.look import Look, speak

KEY = Qt.Key


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a visit with two notes on QA1."""
    made = a_visit(store)
    for polarity in ("strength", "weakness"):
        a_link(store, a_note(store, made, polarity=polarity, event_at="2018-07-10T10:00:00.000Z"))
    return made


@pytest.fixture
def card(qtbot: QtBot, store: Store, look: Look, visit: Visit) -> BoardCard:
    """Give the card, showing the visit's board."""
    made = BoardCard(look)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_board(board_of(store, visit), rubric(RUBRIC), ())
    return made


def stand(card: BoardCard, code: str, column: int) -> None:
    """Put the keys into a cell."""
    card.grid.setCurrentIndex(card.grid.table.index(card.grid.table.row_of(code), column))


def test_what_stands_out_is_said_in_words(card: BoardCard) -> None:
    assert card.summary.text() == "44 criteria not yet seen · 1 on a single source · 1 contradicted"
    assert "A strength and a weakness" in card.summary.toolTip()


def test_return_on_a_tile_asks_for_its_notes_and_on_an_empty_one_for_nothing(qtbot: QtBot, card: BoardCard) -> None:
    stand(card, "QA", 1)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.keyClick(card.grid, KEY.Key_Return)
    assert opened.args == ["QA", 1, "day"]
    stand(card, "QA", 2)
    with qtbot.assertNotEmitted(card.opened):
        QTest.keyClick(card.grid, KEY.Key_Return)
    stand(card, "QA", 0)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.keyClick(card.grid, KEY.Key_Return)
    assert opened.args == ["QA", None, "day"]


def test_space_opens_an_area_and_a_click_too(qtbot: QtBot, card: BoardCard) -> None:
    stand(card, "QA", 0)
    QTest.keyClick(card.grid, KEY.Key_Space)
    assert card.grid.table.row_of("QA1") > 0
    at = card.grid.visualRect(card.grid.table.index(card.grid.table.row_of("QA"), 0)).center()
    QTest.mouseClick(card.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert card.grid.table.row_of("QA1") == -1
    tile = card.grid.visualRect(card.grid.table.index(card.grid.table.row_of("QA"), 1)).center()
    with qtbot.waitSignal(card.opened):
        QTest.mouseClick(card.grid.viewport(), Qt.MouseButton.LeftButton, pos=tile)


def test_arrows_go_from_tile_to_tile(qtbot: QtBot, card: BoardCard) -> None:
    stand(card, "HR", 0)
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Right):
        QTest.keyClick(card.grid, key)
    assert (card.grid.currentIndex().row(), card.grid.currentIndex().column()) == (1, 2)


def test_the_switch_makes_other_columns_and_the_keys_stay_on_the_area(card: BoardCard) -> None:
    stand(card, "QA", 0)
    assert card.way() == "day"
    card.next_way()
    assert (card.way(), card.grid.table.columnCount()) == ("kind", 9)
    assert card.grid.code() == "QA"
    card.next_way()
    card.next_way()
    assert card.way() == "day"


def test_everything_fits_into_the_width_or_can_be_scrolled(card: BoardCard, look: Look) -> None:
    header = card.grid.horizontalHeader()
    assert sum(header.sectionSize(at) for at in range(header.count())) <= card.grid.viewport().width()
    look.wear("light", 200)
    assert header.sectionSize(0) >= look.px(210)


def test_other_language_other_words(card: BoardCard, qapp: QApplication) -> None:
    speak(qapp, "cy")
    assert card.ways.tabText(0) != "By day"
    assert card.grid.table.headerData(0, Qt.Orientation.Horizontal) != "Area"
    speak(qapp, "en")
    assert card.ways.tabText(0) == "By day"


def test_while_the_notes_are_read_it_says_so(card: BoardCard) -> None:
    card.show_board(None, rubric(RUBRIC), ())
    assert card.reading.isVisible()
    assert not card.grid.isVisible()
