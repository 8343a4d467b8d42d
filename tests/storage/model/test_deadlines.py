# SPDX-License-Identifier: MIT
"""storage/model/deadlines.py: every unit, fuzzy bases, the arithmetic and the standing."""

from datetime import date

import pytest

from storage.model.clock import Span
from storage.model.deadlines import after, deadline, is_working_day, standing, working_days_between


def test_the_plan_is_due_four_weeks_after_the_conference() -> None:
    plan = deadline("2018-10-08", 4, "weeks")
    assert plan.due == Span(date(2018, 11, 5), date(2018, 11, 5))
    assert plan.arithmetic == "2018-10-08 + 4 weeks = 2018-11-05"


def test_the_review_is_due_six_months_after_the_conference() -> None:
    assert deadline("2018-10-08", 6, "months").arithmetic == "2018-10-08 + 6 months = 2019-04-08"


def test_a_fuzzy_base_gives_a_range() -> None:
    assert deadline("2018-07", 1, "months").arithmetic == "2018-07 + 1 month = 2018-08-01 to 2018-08-31"


@pytest.mark.parametrize(
    ("day", "amount", "unit", "due"),
    [
        (date(2019, 1, 31), 1, "months", date(2019, 2, 28)),
        (date(2018, 11, 30), 3, "months", date(2019, 2, 28)),
        (date(2018, 12, 1), 13, "months", date(2020, 1, 1)),
        (date(2018, 12, 21), 3, "working_days", date(2018, 12, 28)),
        (date(2018, 3, 29), 1, "working_days", date(2018, 4, 3)),
        (date(2018, 1, 31), 16, "working_days", date(2018, 2, 22)),
        (date(2018, 2, 27), 2, "days", date(2018, 3, 1)),
    ],
)
def test_each_unit_counts_as_people_count(day: date, amount: int, unit: str, due: date) -> None:
    assert after(day, amount, unit) == due


def test_a_weekend_or_bank_holiday_is_no_working_day() -> None:
    assert not is_working_day(date(2018, 10, 6))
    assert not is_working_day(date(2018, 8, 27))
    assert is_working_day(date(2018, 10, 8))


def test_no_date_and_no_unit_are_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        deadline("", 4, "weeks")
    with pytest.raises(ValueError, match="not a unit"):
        after(date(2018, 10, 8), 4, "fortnights")


def test_the_standing_of_a_deadline() -> None:
    plan = deadline("2018-10-08", 4, "weeks")
    assert standing(plan, date(2018, 10, 12)) == "due"
    assert standing(plan, date(2018, 10, 29)) == "due_soon"
    assert standing(plan, date(2018, 11, 5)) == "due_soon"
    assert standing(plan, date(2018, 11, 6)) == "overdue"
    assert standing(plan, date(2018, 12, 1), met=date(2018, 11, 5)) == "met"
    assert standing(plan, date(2018, 12, 1), met=date(2018, 11, 6)) == "met_late"


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2018, 10, 8), date(2018, 10, 12), 4),
        (date(2018, 10, 12), date(2018, 10, 15), 1),
        (date(2018, 12, 24), date(2019, 1, 2), 4),
        (date(2018, 10, 8), date(2018, 10, 8), 0),
        (date(2018, 10, 12), date(2018, 10, 8), -4),
        (date(2018, 10, 8), date(2018, 11, 5), 20),
    ],
)
def test_working_days_are_counted_between_two_days(first: date, last: date, count: int) -> None:
    assert working_days_between(first, last) == count


def test_counting_working_days_agrees_with_adding_them() -> None:
    for amount in (1, 5, 61, 250):
        for first in (date(2018, 10, 8), date(2018, 12, 21), date(2020, 2, 28)):
            assert working_days_between(first, after(first, amount, "working_days")) == amount
