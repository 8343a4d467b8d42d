# SPDX-License-Identifier: MIT
"""What time it is (UTC), and dates as people give them: a day, a month, a season, a year.

Times are shown to people and order nothing: order comes from parents and ticks (model/change.py).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_FUZZY = re.compile(
    r"^(?:(?P<season>spring|summer|autumn|winter) (?P<season_year>\d{4})"
    r"|(?:(?P<part>early|mid|late) )?(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?)$"
)

now_source: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731


def now() -> datetime:
    """Return the present moment in UTC, to the millisecond."""
    moment = now_source()
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def stamp(moment: datetime | None = None) -> str:
    """Return a moment (default: now) as ISO 8601 in UTC with milliseconds, e.g. `2018-07-10T09:30:00.000Z`."""
    moment = (moment or now()).astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def read_stamp(text: str) -> datetime:
    """Return the moment written by `stamp`. Raise ValueError for anything else."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The earliest and the latest day that a fuzzy date may mean; equal for an exact day."""

    earliest: date
    latest: date


def span_of(text: str) -> Span:
    """Return what a fuzzy date may mean.

    Forms: `2018-10-08`, `2018-07`, `2017`, `early 2017-12`, `autumn 2017` (September to November), and two of
    these joined by `/` for a range (`2017-01/2017-02`). Raise ValueError for other text.
    """
    first, slash, last = text.strip().partition("/")
    if slash:
        return Span(span_of(first).earliest, span_of(last).latest)
    found = _FUZZY.match(first.lower())
    if not found:
        raise ValueError(f"not a date: {text!r}")
    part = found.groupdict()
    if part["season"]:
        return _season(part["season"], int(part["season_year"]))
    year, month, day = int(part["year"]), int(part["month"] or 0), int(part["day"] or 0)
    if day:
        return Span(date(year, month, day), date(year, month, day))
    if not month:
        if part["part"]:
            raise ValueError(f"not a date: {text!r}")
        return Span(date(year, 1, 1), date(year, 12, 31))
    length = monthrange(year, month)[1]
    low, high = _PARTS[part["part"]] if part["part"] else (1, 31)
    return Span(date(year, month, low), date(year, month, min(high, length)))


def _season(name: str, year: int) -> Span:
    first, last = _SEASONS[name]
    last_year, last_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return Span(date(year, first, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]))
