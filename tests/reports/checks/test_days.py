# SPDX-License-Identifier: MIT
"""Days in running text: English and Welsh, in words and digits; what is no day is none."""

from datetime import date

import pytest

from reports.checks.days import days_in, days_of_the_year_in
from tests.builders import FakeClock


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2009",
        "4th March, 2009",
        "March 4, 2009",
        "04.03.2009",
        "4/3/09",
        "2009-03-04",
        "4 Mawrth 2009",
        "4 Fawrth 2009",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, clock: FakeClock) -> None:
    assert [(text[slice(*span)], day) for span, day in days_in(f"{text}")] == [(text, date(2009, 3, 4))]


@pytest.mark.parametrize("text", ["31/02/2009", "12.5.6", "version 1.2.3.4", "4 Marchers 2009", "in 2009"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert list(days_in(text)) == []


def test_a_day_without_a_year_is_a_month_and_a_day() -> None:
    assert [day for _span, day in days_of_the_year_in("on 4 March, and 12 Hydref")] == [(3, 4), (10, 12)]
