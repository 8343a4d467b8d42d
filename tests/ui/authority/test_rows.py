# SPDX-License-Identifier: MIT
"""Rows say by word what colour says: how things stand, whose word it is, who has left."""

from storage.acts import events, people
from storage.model.authority import Authority
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from ui.authority.parts import SHAPES
from ui.authority.rows import level_rows, names_of, rows_of
from ui.widgets.row_delegate import Row


def rows(part: str, known: StandingRecord, due: tuple[Due, ...] = ()) -> list[Row]:
    return [row for _key, row in rows_of(part, known, due)]


def test_every_part_has_rows_with_keys_that_differ(known: StandingRecord, due: tuple[Due, ...]) -> None:
    for shape in SHAPES:
        keys = [key for key, _row in rows_of(shape.code, known, due)]
        assert keys
        assert len(set(keys)) == len(keys)


def test_a_recommendation_says_its_state_its_direction_and_when_it_is_due(known: StandingRecord) -> None:
    (row,) = rows("recommendations", known)
    assert (row.title, row.time, row.mark) == ("R1 Plans", "due December 2018", "Deteriorated")
    assert row.chips == ("In the plan", "1 look")


def test_the_plan_begins_with_what_is_owed(known: StandingRecord, due: tuple[Due, ...]) -> None:
    owed, action = rows("plan", known, due)
    assert (owed.title, owed.mark) == ("Improvement plan, or updates to it", "Overdue")
    assert (action.title, action.text, action.chips, action.mark) == ("1 Recruit four.", "HR", ("R1",), "To be done")


def test_meetings_say_whether_they_were_held(known: StandingRecord, due: tuple[Due, ...]) -> None:
    review, conference = rows("meetings", known, due)
    assert (review.title, review.mark) == ("Review meeting", "Due")
    assert (conference.title, conference.time, conference.mark) == ("Improvement conference", "8 October 2018", "Held")


def test_an_assurance_says_whether_it_held(store: Store, full: Authority, known: StandingRecord) -> None:
    said = known.events_of("assurance")[0]
    assert [each.mark for each in rows("events", known) if each.mark] == ["Not tested yet"]
    events.judge(store, said, "assurance_not_sustained", "2018-11")
    now = standing_record(store, full.id)
    assert now is not None
    assert [each.mark for each in rows("events", now) if each.mark] == ["Not sustained"]


def test_who_has_left_is_said_so_and_is_no_owner_any_more(store: Store, full: Authority, known: StandingRecord) -> None:
    assert names_of(known.people) == ["A. Practice · Chief executive"]
    people.leave(store, known.people[0], "2018-10")
    now = standing_record(store, full.id)
    assert now is not None
    (row,) = rows("people", now)
    assert (row.title, row.time, row.mark) == ("A. Practice", "until October 2018", "Has left")
    assert names_of(now.people) == []


def test_steps_of_the_level_come_newest_first(known: StandingRecord) -> None:
    assert [row.title for _key, row in level_rows(known)] == ["Early concern"]
