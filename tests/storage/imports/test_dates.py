# SPDX-License-Identifier: MIT
"""Days and times as other people write them; where two readings make sense, none is chosen."""

from datetime import date, time

import pytest

from storage.imports.dates import STYLES, part_day_and_time, read_day, read_time, style_of


@pytest.mark.parametrize(
    ("text", "style", "day"),
    [
        ("31/12/2018", "day_first", date(2018, 12, 31)),
        ("12/31/2018", "month_first", date(2018, 12, 31)),
        ("2018/12/31", "year_first", date(2018, 12, 31)),
        ("2018-12-31", "day_first", date(2018, 12, 31)),
        ("1.2.18", "day_first", date(2018, 2, 1)),
        ("31 December 2018", "month_first", date(2018, 12, 31)),
        ("Mon 31 Dec 2018", "day_first", date(2018, 12, 31)),
        ("10 Gorffennaf 2018", "day_first", date(2018, 7, 10)),
        ("July 10th, 2018", "day_first", date(2018, 7, 10)),
        ("31/12/2018", "month_first", None),
        ("30 February 2018", "day_first", None),
        ("10 Smarch 2018", "day_first", None),
        ("yesterday", "day_first", None),
        ("", "day_first", None),
    ],
)
def test_a_day_is_read_or_not(text: str, style: str, day: date | None) -> None:
    assert read_day(text, style) == day


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("09:40", time(9, 40)),
        ("9.40", time(9, 40)),
        ("2.15 pm", time(14, 15)),
        ("12:05am", time(0, 5)),
        ("3:00 yh", time(15, 0)),
        ("09:40:59", time(9, 40)),
        ("25:00", None),
        ("13:00 pm", None),
        ("noon", None),
    ],
)
def test_a_time_is_read_or_not(text: str, hour: time | None) -> None:
    assert read_time(text) == hour


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("10/07/2018 09:40", ("10/07/2018", "09:40")),
        ("2018-07-10T09:40:00", ("2018-07-10", "09:40:00")),
        ("10 July 2018, 2.15 pm", ("10 July 2018", "2.15 pm")),
        ("10.07.2018", ("10.07.2018", "")),
        ("10 July 2018", ("10 July 2018", "")),
        ("", ("", "")),
    ],
)
def test_a_day_and_its_time_are_parted(text: str, parts: tuple[str, str]) -> None:
    assert part_day_and_time(text) == parts


def test_the_dates_themselves_tell_their_style() -> None:
    assert style_of(["10/07/2018", "25/07/2018"]) == "day_first"
    assert style_of(["07/10/2018", "07/25/2018"]) == "month_first"
    assert style_of(["99-12-31"]) == "year_first"
    assert style_of(["2018-07-10", "10 July 2018", ""]) in STYLES
    assert style_of(["07/07/2018"]) == "day_first"
    assert style_of([]) in STYLES


def test_dates_that_can_be_read_in_two_ways_are_asked_about() -> None:
    assert style_of(["10/07/2018", "11/07/2018"]) == ""
