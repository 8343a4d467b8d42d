# SPDX-License-Identifier: MIT
"""A day's sessions put in another order: each keeps its length, each pause its place. Recording it: acts/visits.py."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from storage.model.session import Session

_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 – local time of any day


def reordered(sessions: Sequence[Session], source: int, target: int) -> dict[str, tuple[str, str]]:
    """Return session → (starts, ends), "09:30" each, of those that move when one is put in another's place.

    Only those between the two places move. Nothing moves where a time is missing or the day would not hold them.
    """
    low, high = sorted((source, target))
    try:
        begins = [_moment(each.starts) for each in sessions[low : high + 1]]
        ends = [_moment(each.ends) for each in sessions[low : high + 1]]
    except ValueError:
        return {}
    pauses = [max(after - before, timedelta()) for before, after in zip(ends, begins[1:], strict=False)]
    order = list(sessions[low : high + 1])
    order.insert(target - low, order.pop(source - low))
    at, found = begins[0], dict[str, tuple[str, str]]()
    for each, pause in zip(order, [*pauses, timedelta()], strict=True):
        until = at + (_moment(each.ends) - _moment(each.starts))
        if until < at or until.date() != _DAY.date():
            return {}
        if (f"{at:%H:%M}", f"{until:%H:%M}") != (each.starts, each.ends):
            found[each.id] = (f"{at:%H:%M}", f"{until:%H:%M}")
        at = until + pause
    return found


def _moment(text: str) -> datetime:
    return datetime.combine(_DAY, time.fromisoformat(text))
