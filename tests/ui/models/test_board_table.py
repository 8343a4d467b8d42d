# SPDX-License-Identifier: MIT
"""The board's rows: gaps first, areas that open, cells in words, and only what was touched shown anew."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from resources import language
from storage.acts import rubrics
from storage.model.visit import Visit
from storage.queries.board import Board, board_of
from storage.queries.editions import earlier
from storage.rubrics import rubric
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_rubric, a_visit, again
from ui.look import Look
from ui.models.board_table import PART, BoardTable
from ui.widgets.board_cells import Beginning, Tile

A = rubric(RUBRIC)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def visit(store: Store) -> Visit:
    """Give a visit with notes on QA1 (both ways) and PP1."""
    made = a_visit(store)
    at = "2018-07-10T10:00:00.000Z"
    a_link(store, a_note(store, made, polarity="weakness", event_at=at))
    a_link(store, a_note(store, made, polarity="strength", source_kind="interview", event_at=at))
    a_link(store, a_note(store, made, event_at=at), "PP1")
    return made


@pytest.fixture
def board(store: Store, visit: Visit) -> Board:
    """Give its board."""
    return board_of(store, visit)


@pytest.fixture
def table(board: Board) -> BoardTable:
    """Give its table, by kind of source."""
    made = BoardTable()
    made.show(board, A, "kind")
    return made


def beginning(table: BoardTable, at: int) -> Beginning:
    """Return what the first cell of a row draws."""
    part = table.index(at, 0).data(PART)
    assert isinstance(part, Beginning)
    return part


def test_areas_stand_with_gaps_first_and_say_how_many_were_seen(table: BoardTable) -> None:
    codes = [table.code_at(at) for at in range(table.rowCount())]
    assert codes == ["HR", "A1", "A2", "A3", "A4", "BL", "OV", "QA", "PP"]
    assert beginning(table, 0).marks[0].word == "0 of 9 seen"
    assert [mark.word for mark in beginning(table, 7).marks] == ["1 of 6 seen", "contradicted"]
    assert beginning(table, 7).dots == ("contradicted", *["unseen"] * 5)
    assert [table.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1, 8)] == ["Area", "File", "All"]


def test_an_area_opens_and_closes(table: BoardTable) -> None:
    at = table.row_of("QA")
    assert table.toggle(at)
    assert [table.code_at(at + n) for n in range(1, 7)] == ["QA2", "QA3", "QA4", "QA5", "QA6", "QA1"]
    assert not table.toggle(at + 1)
    assert beginning(table, at).opens == "chevron-down"
    assert table.toggle(at)
    assert table.rowCount() == 9
    assert not table.toggle(99)


def test_every_cell_is_said_in_words(table: BoardTable) -> None:
    at = table.row_of("QA")
    assert table.index(at, 0).data(SPOKEN) == "QA Quality assurance: 1 of 6 seen, contradicted, closed"
    assert table.index(at, 1).data(SPOKEN) == "QA · File: 1 note: strength 0, neutral 0, weakness 1"
    assert table.index(at, 4).data(SPOKEN) == "QA · Observation: not yet seen"
    assert table.index(at, 4).data() == ""
    assert table.index(at, 8).data(PART) == Tile((1, 0, 1), 2, is_strong=True, is_whole=True)


def test_the_words_follow_the_language(table: BoardTable, look: Look) -> None:
    language.use("cy")
    assert beginning(table, table.row_of("QA")).words == "Sicrhau ansawdd"
    table.retranslate()


def test_only_what_was_touched_is_shown_anew(
    qtbot: QtBot, store: Store, visit: Visit, board: Board, table: BoardTable
) -> None:
    note = a_note(store, visit, polarity="weakness")
    a_link(store, note, "HR1")
    told: list[int] = []
    table.dataChanged.connect(lambda first, _last: told.append(first.row()))
    table.touched(board.follow(store, [note.id]))
    assert told == [table.row_of("HR")]
    assert beginning(table, told[0]).marks[0].word == "1 of 9 seen"


def test_a_day_that_is_new_gives_a_new_column(
    qtbot: QtBot, store: Store, visit: Visit, board: Board, table: BoardTable
) -> None:
    table.show(board, A, "day")
    before = table.columnCount()
    note = a_note(store, visit, event_at="2018-08-01T10:00:00.000Z")
    a_link(store, note, "HR1")
    table.touched(board.follow(store, [note.id]))
    assert table.columnCount() == before + 1
    assert table.headerData(before - 1, Qt.Orientation.Horizontal) == "Other day"
    assert table.column_key(before) is None


def test_what_was_not_carried_over_stands_last(store: Store, visit: Visit) -> None:
    rubrics.move(store, visit, RUBRIC, a_rubric(replaces={"PP1": ("X1",)}))
    moved = again(store, visit)
    table = BoardTable()
    table.show(board_of(store, moved), a_rubric(), "kind", earlier(store, moved))
    last = table.rowCount() - 1
    assert beginning(table, last).words == "From the earlier edition “Improvement conference 2018”"
    assert beginning(table, last).said == "1 code not carried over"
    table.toggle(last)
    assert table.code_at(last + 1) == "QA1"
    assert table.index(last + 1, table.columnCount() - 1).data() == "2"


def test_signs_and_the_unseen_are_counted_by_criterion(table: BoardTable) -> None:
    assert table.signs() == {"unseen": 43, "single": 1, "alone": 0, "contradicted": 1}
    assert len(table.unseen()) == 43


def test_without_a_board_there_are_no_rows() -> None:
    table = BoardTable()
    table.show(None, None, "day")
    table.touched([(RUBRIC, "QA1")])
    assert (table.rowCount(), table.code_at(0), table.row_of("QA1")) == (0, "", -1)
