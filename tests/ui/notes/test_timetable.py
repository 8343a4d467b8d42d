# SPDX-License-Identifier: MIT
"""Sessions by day, the one going on now chosen at first."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from storage.model.visit import LONGEST
from storage.queries.sessions import sessions_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_session, a_visit
from ui.look import Look
from ui.notes.timetable import Sessions, Timetable


def test_the_session_going_on_now_is_chosen(qtbot: QtBot, look: Look, store: Store, clock: FakeClock) -> None:
    now = clock.moment.astimezone()
    visit = a_visit(store, days=2)
    a_session(store, visit, starts="00:00", ends="00:01", title="Before")
    times = {"starts": now.strftime("%H:%M"), "ends": (now + timedelta(minutes=5)).strftime("%H:%M")}
    going = a_session(store, visit, **times, title="Going on")
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.show_visit(visit, sessions_of_visit(store, visit.id), {going.id: 3})
    assert shown.session_id == going.id
    assert "Now" in shown.rows.currentIndex().data()


def test_days_are_tabs_and_a_click_chooses(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store, days=2)
    a_session(store, visit)
    other = a_session(store, visit, day=2, title="Second day")
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.resize(300, 300)
    shown.show()
    shown.show_visit(visit, sessions_of_visit(store, visit.id), {other.id: 1})
    assert shown.days.count() == 2
    shown.days.setCurrentIndex(1)
    row = shown.rows.visualRect(shown.model.index(0)).center()
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.mouseClick(shown.rows.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert chosen.args == [other.id]
    assert "1 note" in shown.model.index(0).data()
    assert shown.session_id == other.id


def test_a_day_without_sessions_says_how_to_add_one(qtbot: QtBot, look: Look, store: Store) -> None:
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_visit(a_visit(store), (), {})
    assert shown.none.isVisible()
    with qtbot.waitSignal(shown.new_session_asked):
        shown.add.click()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, store: Store) -> None:
    visit, model = a_visit(store), Sessions()
    model.show(visit, [a_session(store, visit)], {})
    qtmodeltester.check(model)


def test_a_session_dragged_onto_another_takes_its_place(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store)
    first = a_session(store, visit)
    other = a_session(store, visit, starts="11:15", ends="12:00", title="Interview")
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.resize(300, 300)
    shown.show()
    day = sessions_of_visit(store, visit.id)
    shown.show_visit(visit, day, {})
    at = [shown.rows.visualRect(shown.model.index(row)).center() for row in (0, 1)]
    with qtbot.waitSignal(shown.retimed) as told:
        QTest.mousePress(shown.rows.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
        QTest.mouseMove(shown.rows.viewport(), at[1])
        QTest.mouseRelease(shown.rows.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    assert told.args is not None
    assert tuple(told.args[0]) == day
    assert told.args[1] == {other.id: ("09:30", "10:15"), first.id: ("10:30", "12:00")}


def test_the_chosen_session_can_be_changed(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store)
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.show_visit(visit, (), {})
    assert not shown.change.isEnabled()
    a_session(store, visit)
    shown.show_visit(visit, sessions_of_visit(store, visit.id), {})
    with qtbot.waitSignal(shown.change_asked):
        shown.change.click()


def test_a_visit_that_an_older_arolwg_let_last_for_centuries_opens_all_the_same(
    qtbot: QtBot, look: Look, store: Store
) -> None:
    visit = replace(a_visit(store), dates="1800-07-10/2026-07-10", days=82_546)
    card = Timetable(look)
    qtbot.addWidget(card)
    card.show_visit(visit, (), {})
    assert card.days.count() == LONGEST


def test_the_session_that_has_begun_is_followed_and_a_hand_is_obeyed_until_another_begins(
    qtbot: QtBot, look: Look, store: Store, clock: FakeClock
) -> None:
    visit = a_visit(store, days=1)
    now = clock.moment.astimezone()
    hours = [(now + timedelta(hours=at)).strftime("%H:%M") for at in range(4)]
    first, second, third = (
        a_session(store, visit, starts=starts, ends=ends, title=starts) for starts, ends in pairwise(hours)
    )
    shown = Timetable(look)
    qtbot.addWidget(shown)
    shown.show_visit(visit, sessions_of_visit(store, visit.id), {})
    assert (shown.session_id, shown.follow_clock()) == (first.id, False)
    clock.step(minutes=61)
    assert (shown.follow_clock(), shown.session_id) == (True, second.id)
    shown.rows.setCurrentIndex(shown.model.index(0))
    assert (shown.follow_clock(), shown.session_id) == (False, first.id)
    clock.step(minutes=61)
    assert (shown.follow_clock(), shown.session_id) == (True, third.id)
    clock.step(hours=5)
    assert (shown.follow_clock(), shown.session_id) == (False, third.id)
