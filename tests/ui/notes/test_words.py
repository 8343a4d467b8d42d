# SPDX-License-Identifier: MIT
"""Days, times and names as the desk says them."""

from datetime import date

import pytest

from resources import language
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import FakeClock, a_session, a_visit
from ui.notes.words import day_of, hour, is_now, short_weekday, weekday


@pytest.mark.parametrize(
    ("dates", "number", "day"),
    [
        ("2018-07-10/2018-07-11", 2, date(2018, 7, 11)),
        ("2018-07", 1, date(2018, 7, 1)),
        ("2017", 1, None),
        ("whenever", 1, None),
        ("", 1, None),
    ],
)
def test_a_visits_days_have_dates_where_the_visit_says_them(dates: str, number: int, day: date | None) -> None:
    assert day_of(Visit(id="v", stream_id="s", dates=dates), number) == day


def test_days_are_said_in_the_language_in_use() -> None:
    assert weekday(date(2018, 7, 10)) == "Tuesday 10 July"
    language.use("cy")
    try:
        assert weekday(date(2018, 7, 10)) == "Dydd Mawrth 10 Gorffennaf"
        assert short_weekday(date(2018, 7, 10)).startswith("Maw")
    finally:
        language.use("en")


def test_a_session_is_now_between_its_times_on_its_day(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    local = clock.moment.astimezone()
    going = a_session(store, visit, starts=local.strftime("%H:%M"), ends="23:59")
    assert is_now(visit, going)
    assert not is_now(visit, a_session(store, visit, day=2, starts="00:00", ends="23:59"))


def test_times_that_are_none_are_said_as_nothing() -> None:
    assert hour("") == ""
    assert hour("not a time") == ""
    assert len(hour("2018-07-10T09:30:00.000Z")) == 5
    assert len(hour("2018-07-10T09:30:00.000Z", seconds=True)) == 8
