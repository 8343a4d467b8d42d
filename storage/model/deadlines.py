# SPDX-License-Identifier: MIT
"""When something is due: base event + amount + unit, with the arithmetic shown. What is due is in the records.

Rules: domain (b), "Deadlines". A fuzzy base gives an earliest and a latest day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from storage.model.bank_holidays import bank_holidays
from storage.model.clock import Span, span_of

Within = tuple[int, str]
"""An amount and a unit of UNITS: (4, "weeks")."""

PLAN_WITHIN: Within = (4, "weeks")
REVIEW_WITHIN: Within = (6, "months")
"""Counted from the conference: domain (b), "Deadlines"; the letter of 12 October 2018 leaves the review's base open."""

UNITS = ("days", "working_days", "weeks", "months")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date and how it comes about."""

    base: str
    """The fuzzy date it is counted from."""
    amount: int
    unit: str
    """One of UNITS."""
    due: Span

    @property
    def arithmetic(self) -> str:
        """Return the sum in ISO dates: `2018-10-08 + 4 weeks = 2018-11-05`."""
        unit = self.unit.replace("_", " ")
        result = self.due.earliest.isoformat()
        if self.due.latest != self.due.earliest:
            result += f" to {self.due.latest.isoformat()}"
        return f"{self.base} + {self.amount} {unit[:-1] if self.amount == 1 else unit} = {result}"


def deadline(base: str, amount: int, unit: str) -> Deadline:
    """Return when something is due that is counted from a fuzzy date. Raise ValueError for no date or no unit."""
    span = span_of(base)
    return Deadline(base, amount, unit, Span(after(span.earliest, amount, unit), after(span.latest, amount, unit)))


def after(day: date, amount: int, unit: str) -> date:
    """Return the day so many units later. A month later is the same day, or the month's last where it is shorter."""
    if unit == "working_days":
        return _working_days_after(day, amount)
    if unit == "months":
        return _months_after(day, amount)
    if unit not in UNITS:
        raise ValueError(f"not a unit of time: {unit!r}")
    return day + timedelta(amount * (7 if unit == "weeks" else 1))


def standing(deadline: Deadline, today: date, met: date | None = None, soon: int = 7) -> str:
    """Return met, met_late, overdue, due_soon (within so many days) or due. Overdue only after the latest day."""
    if met is not None:
        return "met" if met <= deadline.due.latest else "met_late"
    if today > deadline.due.latest:
        return "overdue"
    return "due_soon" if today + timedelta(soon) >= deadline.due.earliest else "due"


def is_working_day(day: date) -> bool:
    """Return whether the day is neither weekend nor bank holiday in England and Wales."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_between(first: date, last: date) -> int:
    """Return how many working days lie after the first day, up to and with the last; negative where it is earlier."""
    if last < first:
        return -working_days_between(last, first)
    weeks, rest = divmod((last - first).days, 7)
    count = 5 * weeks + sum((first + timedelta(7 * weeks + n)).weekday() < 5 for n in range(1, rest + 1))
    holidays = (day for year in range(first.year, last.year + 1) for day in bank_holidays(year))
    return count - sum(first < day <= last and day.weekday() < 5 for day in holidays)


def _working_days_after(day: date, amount: int) -> date:
    while amount > 0:
        day += timedelta(1)
        amount -= is_working_day(day)
    return day


def _months_after(day: date, amount: int) -> date:
    years, month = divmod(day.month - 1 + amount, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
