# SPDX-License-Identifier: MIT
"""The time line as data: everything dated is on it, what has no date is counted, the level begins where it is known."""

from dataclasses import replace
from datetime import date

from storage.model.authority import Authority
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority.time_scale import LANES, Scene, in_words, scene, ticks

TODAY = date(2018, 11, 6)


def made(known: StandingRecord, due: tuple[Due, ...], today: date = TODAY) -> Scene:
    found = scene(known, due, today)
    assert found is not None
    return found


def test_everything_with_a_date_is_on_it(known: StandingRecord, due: tuple[Due, ...]) -> None:
    shown = made(known, due)
    lanes = {lane: [each.words for each in shown.marks if each.lane == lane] for lane in (*LANES, "level")}
    assert lanes["visits"] == ["Monitoring visit · 10 to 11 July 2018"]
    assert lanes["meetings"] == ["Improvement conference · 8 October 2018"]
    assert lanes["level"] == ["Early concern · 8 October 2018"]
    assert lanes["events"][0] == "Concern received · autumn 2017"
    assert lanes["due"][0] == "Improvement plan, or updates to it · 5 November 2018 · Overdue"
    assert (shown.first, shown.last, shown.undated) == (date(2017, 9, 1), date(2019, 4, 8), 0)
    assert [each.level for each in shown.steps] == ["early"]
    assert shown.rungs == ("none", "early", "serious")
    assert in_words(shown).count(";") == len(shown.marks) - 1


def test_what_is_overdue_is_told_by_word_as_well_as_by_colour(known: StandingRecord, due: tuple[Due, ...]) -> None:
    marks = [each for each in made(known, due).marks if each.lane == "due"]
    assert [("Overdue" in each.words) for each in marks] == [each.role == "bad" for each in marks]


def test_a_record_of_long_ago_is_not_pushed_to_the_edge_by_today(known: StandingRecord, due: tuple[Due, ...]) -> None:
    assert made(known, due, date(2019, 5, 1)).last == date(2019, 5, 1)
    assert made(known, due, date(2026, 11, 22)).last == date(2019, 4, 8)


def test_the_ends_lie_within_and_in_order(known: StandingRecord, due: tuple[Due, ...]) -> None:
    shown = made(known, due)
    assert 0 < shown.at(shown.first) < shown.at(TODAY) < shown.at(shown.last) < 1


def test_without_a_dated_step_the_level_that_holds_is_drawn(known: StandingRecord) -> None:
    bare = replace(known, events=(), authority=replace(known.authority, concern_level="serious"))
    shown = made(bare, ())
    assert (shown.start, shown.steps, shown.rungs[-1]) == ("serious", (), "significant")


def test_nothing_with_a_date_is_no_scene(council: Authority) -> None:
    assert scene(StandingRecord(council), (), TODAY) is None
    assert in_words(None) == "Nothing with a date is on record yet."


def test_the_foot_has_years_over_long_times_and_months_over_short_ones() -> None:
    assert ticks(Scene(date(2017, 3, 1), date(2020, 3, 1))) == [
        (date(2018, 1, 1), "2018"),
        (date(2019, 1, 1), "2019"),
        (date(2020, 1, 1), "2020"),
    ]
    assert [words for _day, words in ticks(Scene(date(2018, 5, 20), date(2018, 8, 20)))] == [
        "06/2018",
        "07/2018",
        "08/2018",
    ]
    assert [words for _day, words in ticks(Scene(date(2018, 5, 20), date(2019, 4, 20)))] == [
        "07/2018",
        "10/2018",
        "01/2019",
        "04/2019",
    ]
    assert len(ticks(Scene(date(1950, 1, 1), date(2020, 1, 1)))) < 12
