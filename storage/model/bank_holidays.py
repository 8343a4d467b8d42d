# SPDX-License-Identifier: MIT
"""Bank holidays in England and Wales, by rule, with the years that were proclaimed otherwise. Not Scotland's.

Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations; from 2000 to what is proclaimed today.
"""

from datetime import date, timedelta
from functools import cache

_PROCLAIMED = {
    2002: ({date(2002, 6, 3), date(2002, 6, 4)}, {date(2002, 5, 27)}),
    2011: ({date(2011, 4, 29)}, set[date]()),
    2012: ({date(2012, 6, 4), date(2012, 6, 5)}, {date(2012, 5, 28)}),
    2020: ({date(2020, 5, 8)}, {date(2020, 5, 4)}),
    2022: ({date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}, {date(2022, 5, 30)}),
    2023: ({date(2023, 5, 8)}, set[date]()),
}
"""Year → (days given, days moved away)."""


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year in England and Wales, substitute days included."""
    easter = _easter(year)
    days = {
        _not_weekend(date(year, 1, 1)),
        easter - timedelta(2),
        easter + timedelta(1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
        *_christmas(year),
    }
    given, moved = _PROCLAIMED.get(year, (set(), set()))
    return frozenset((days - moved) | given)


def _monday_from(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)


def _not_weekend(day: date) -> date:
    return day if day.weekday() < 5 else _monday_from(day)


def _christmas(year: int) -> set[date]:
    # Two weekdays in all: whatever falls on Saturday or Sunday moves to the next free Monday or Tuesday.
    days: set[date] = set()
    for day in (date(year, 12, 25), date(year, 12, 26)):
        if day.weekday() < 5:
            days.add(day)
    step = date(year, 12, 27)
    while len(days) < 2:
        if step.weekday() < 5:
            days.add(step)
        step += timedelta(1)
    return days


def _easter(year: int) -> date:
    # The Gregorian computus, in the form of Meeus, Jones and Butcher.
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
