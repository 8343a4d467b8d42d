# SPDX-License-Identifier: MIT
"""Moments in UTC, and dates as people give them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from storage.model import clock
from storage.model.clock import Span, read_stamp, span_of, stamp
from tests.builders import FakeClock


def test_a_stamp_is_utc_with_milliseconds_and_reads_back() -> None:
    summer = datetime(2018, 7, 10, 10, 30, 1, 234567, tzinfo=timezone(timedelta(hours=1)))
    assert stamp(summer) == "2018-07-10T09:30:01.234Z"
    assert read_stamp("2018-07-10T09:30:01.234Z") == datetime(2018, 7, 10, 9, 30, 1, 234000, tzinfo=UTC)


def test_now_comes_from_the_clock_that_tests_set(clock: FakeClock) -> None:
    assert stamp() == "2018-07-10T09:00:00.001Z"
    clock.step(days=-400)
    assert stamp().startswith("2017-06-05")


def test_the_worlds_clock_is_utc_and_whole_milliseconds() -> None:
    moment = clock.now()
    assert moment.tzinfo is UTC
    assert moment.microsecond % 1000 == 0


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-10-08", date(2018, 10, 8), date(2018, 10, 8)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("early 2017-12", date(2017, 12, 1), date(2017, 12, 10)),
        ("mid 2017-12", date(2017, 12, 11), date(2017, 12, 20)),
        ("late 2016-02", date(2016, 2, 21), date(2016, 2, 29)),
        ("spring 2017", date(2017, 3, 1), date(2017, 5, 31)),
        ("Autumn 2017", date(2017, 9, 1), date(2017, 11, 30)),
        ("winter 2015", date(2015, 12, 1), date(2016, 2, 29)),
        ("2017-01/2017-02", date(2017, 1, 1), date(2017, 2, 28)),
        ("2018-07-10/2018-07-11", date(2018, 7, 10), date(2018, 7, 11)),
    ],
)
def test_a_fuzzy_date_means_a_span_of_days(text: str, earliest: date, latest: date) -> None:
    assert span_of(text) == Span(earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "soon", "2018-13", "2018-02-30", "early 2017", "10.7.2018", "2018-07-10/", "2018-7"]
)
def test_other_words_are_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day"):
        span_of(text)
