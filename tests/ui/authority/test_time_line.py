# SPDX-License-Identifier: MIT
"""The time line is walked by keys and by mouse, says where one stands, and keeps near marks together."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.model.clock import Span
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority.time_line import TimeLine
from ui.authority.time_scale import Mark, Scene, scene
from ui.look import Look


@pytest.fixture
def line(qtbot: QtBot, look: Look, known: StandingRecord, due: tuple[Due, ...]) -> TimeLine:
    made = TimeLine(look)
    qtbot.addWidget(made)
    made.resize(900, made.sizeHint().height())
    made.show_scene(scene(known, due, date(2018, 11, 6)))
    made.show()
    return made


def test_the_arrows_go_from_mark_to_mark_and_say_where_one_stands(qtbot: QtBot, line: TimeLine) -> None:
    told: list[str] = []
    line.stood.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(line, key)
    first, second, back, last, home = told
    assert first == back == home == "Concern received · autumn 2017"
    assert second == "Monitoring visit · 10 to 11 July 2018"
    assert "8 April 2019" in last
    assert line.accessibleDescription() == home
    with qtbot.waitSignal(line.chosen) as chosen:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args[0].startswith("event:")


def test_the_mouse_stands_on_a_mark_and_opens_it(qtbot: QtBot, line: TimeLine) -> None:
    spot = next(each for each in line.spots() if each.marks[0].lane == "visits")
    with qtbot.waitSignal(line.stood) as stood:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
    assert stood.args == ["Monitoring visit · 10 to 11 July 2018"]
    with qtbot.waitSignal(line.chosen) as chosen:
        QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=spot.box.center().toPoint())
    assert chosen.args[0].startswith("visit:")


def test_marks_that_would_cover_each_other_are_one_that_tells_them_all(line: TimeLine) -> None:
    days = [date(2018, 5, 1 + n) for n in range(9)]
    near = tuple(Mark(f"event:{n}", "events", f"Word {n}", Span(day, day)) for n, day in enumerate(days))
    far = Mark("event:far", "events", "Far", Span(date(2021, 5, 1), date(2021, 5, 1)))
    line.show_scene(Scene(days[0], date(2021, 5, 1), (*near, far)))
    together, alone = line.spots()
    assert len(together.marks) == 9
    assert together.words.splitlines() == [*(f"Word {n}" for n in range(6)), "and 3 more"]
    assert alone.words == "Far"


def test_many_thousand_marks_are_few_spots(line: TimeLine) -> None:
    first = date(2000, 1, 1).toordinal()
    days = [date.fromordinal(first + n) for n in range(5000)]
    marks = tuple(Mark(f"event:{n}", "events", "Word", Span(day, day)) for n, day in enumerate(days))
    line.show_scene(Scene(days[0], days[-1], marks))
    assert sum(len(each.marks) for each in line.spots()) == 5000
    assert len(line.spots()) < 60
    line.grab()


def test_no_scene_is_drawn_as_nothing(line: TimeLine) -> None:
    line.show_scene(None)
    assert line.spots() == ()
    QTest.keyClick(line, Qt.Key.Key_Right)
    line.grab()
    assert "Nothing with a date" in line.accessibleDescription()


def test_it_asks_for_room_for_every_rung_and_lane(line: TimeLine) -> None:
    before = line.sizeHint().height()
    line.show_scene(Scene(date(2018, 1, 1), date(2018, 6, 1)))
    assert line.sizeHint().height() < before
