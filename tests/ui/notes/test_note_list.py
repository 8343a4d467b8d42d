# SPDX-License-Identifier: MIT
"""The list paints what is seen, however long it is, and keeps its place when notes come and go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from storage.model.note import Note
from ui.look import Look
from ui.notes.lines import Line
from ui.notes.note_list import NoteLines, NoteList
from ui.widgets.row_delegate import Role


def some_lines(count: int, first: int = 0) -> list[Line]:
    """Return lines of notes that no store holds: as many as a long visit has, at once."""
    stamps = [f"2018-07-10T{9 + number % 9:02}:00:00.000Z" for number in range(first, first + count)]
    notes = [
        Note(id=f"n{first + at}", stream_id="s", text=f"Note {first + at}.", event_at=stamp)
        for at, stamp in enumerate(stamps)
    ]
    places = range(99_999 - first, 0, -1)  # the newest first, as the desk gives them
    return [
        Line(note, (), note.text, frozenset(), (f"{at:05}", note.id)) for at, note in zip(places, notes, strict=False)
    ]


class Counting(NoteLines):
    """A model that counts how many rows were made into words."""

    made = 0

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.made += role == Role.ROW
        return super().data(index, role)


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> NoteList:
    made = NoteList(look)
    qtbot.addWidget(made)
    made.resize(320, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = NoteLines()
    model.show(some_lines(5))
    qtmodeltester.check(model)


@pytest.mark.parametrize("count", [500, 20_000])
def test_only_the_rows_that_are_seen_are_made(shown: NoteList, count: int) -> None:
    model = Counting()
    shown.rows.setModel(model)
    model.show(some_lines(count))
    QApplication.processEvents()
    shown.rows.setCurrentIndex(model.index(count - 3))
    shown.rows.grab()
    assert 0 < model.made < 120


def test_rows_that_stay_keep_their_selection_when_others_come_and_go(shown: NoteList) -> None:
    lines = some_lines(6)
    shown.show_lines(lines, 6)
    shown.choose("n3")
    resets: list[None] = []
    shown.model.modelReset.connect(lambda: resets.append(None))
    for now in ([*some_lines(2, 10), *lines], lines[2:], [*lines[:2], *lines[3:]], lines[::-1], lines):
        shown.show_lines(now, len(now))
        assert shown.model.rowCount() == len(now)
        assert [shown.model.line(shown.model.index(row)) for row in range(len(now))] == list(now)
    assert resets == []


def test_single_lines_come_change_and_go_and_no_other_row_is_touched(shown: NoteList) -> None:
    lines = some_lines(6)
    shown.show_lines(lines[:2] + lines[3:], 5)
    shown.choose("n4")
    told: list[tuple[str, int]] = []
    shown.model.rowsInserted.connect(lambda _parent, first, last: told.append(("in", first + last)))
    shown.model.rowsRemoved.connect(lambda _parent, first, last: told.append(("out", first + last)))
    shown.model.dataChanged.connect(lambda first, last: told.append(("said", first.row() + last.row())))
    other = replace(lines[0], sought="Said otherwise.")
    shown.alter_lines({"n2": lines[2], "n5": None, "n0": other, "unknown": None}, 5)
    assert told == [("in", 4), ("out", 10), ("said", 0)]
    assert [shown.model.line(shown.model.index(row)) for row in range(5)] == [other, *lines[1:5]]
    assert [shown.model.row_of(each) for each in ("n0", "n2", "n4", "n5")] == [0, 2, 4, -1]
    assert [index.row() for index in shown.rows.selectedIndexes()] == [4]
    assert shown.count.text() == "5 of 5"


def test_a_line_of_another_time_moves_to_its_place(shown: NoteList) -> None:
    lines = some_lines(4)
    shown.show_lines(lines, 4)
    later = replace(lines[3], order=("99999", "n9"))
    shown.alter_lines({"n3": later}, 4)
    assert [shown.model.line(shown.model.index(row)) for row in range(4)] == [later, *lines[:3]]


def test_choosing_by_hand_is_said_and_choosing_by_program_is_not(qtbot: QtBot, shown: NoteList) -> None:
    shown.show_lines(some_lines(3), 3)
    said: list[str] = []
    shown.chosen.connect(said.append)
    shown.choose("n1")
    shown.choose("unknown")
    assert said == []
    shown.field.setFocus()
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    QTest.keyClick(shown.rows, Qt.Key.Key_Down)
    assert said == ["n0", "n1"]
    with qtbot.waitSignal(shown.rows.entered_text):
        QTest.keyClick(shown.rows, Qt.Key.Key_Return)


def test_nothing_found_says_so_and_counts(shown: NoteList) -> None:
    shown.show_lines([], 7)
    assert shown.none.isVisible()
    assert shown.count.text() == "0 of 7"
    shown.show_lines(some_lines(2), 7)
    assert not shown.none.isVisible()


def test_thousands_are_parted(shown: NoteList) -> None:
    shown.show_lines(some_lines(2), 12_345)
    assert shown.count.text() == "2 of 12,345"


def test_a_list_without_notes_says_what_will_stand_here(shown: NoteList) -> None:
    shown.show_lines([], 0)
    assert "No notes yet" in shown.none.text()
    shown.list_withdrawn(True)
    shown.show_lines([], 0)
    assert shown.none.isVisible()
    assert "withdrawn" in shown.none.text()


def test_a_row_says_strength_by_word_and_shape(shown: NoteList) -> None:
    shown.show_lines(some_lines(1), 1)
    index = shown.model.index(0)
    row = index.data(Role.ROW)
    assert (row.mark, row.mark_icon) == ("Neutral", "minus")
    assert "Neutral" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_area_it_is_narrowed_to_is_taken_off_with_delete(qtbot: QtBot, shown: NoteList) -> None:
    shown.narrow_to("QA1", "Professional supervision is available, regular and consistent")
    assert shown.narrowed is not None
    with qtbot.waitSignal(shown.area_cleared):
        QTest.keyClick(shown.narrowed, Qt.Key.Key_Delete)
    shown.narrow_to("")
    assert shown.narrowed is None
