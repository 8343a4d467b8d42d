# SPDX-License-Identifier: MIT
"""How late something in a case file was: a day it is counted from, what is allowed, a day it was done.

The sum is deadlines.py's. Only one limit is a published one; the rest are proposals that a review may set otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resources.language import N_
from storage.model.deadlines import UNITS, Deadline, deadline, standing


@dataclass(frozen=True, slots=True)
class Rule:
    """What is allowed, unless a review says otherwise."""

    name: str
    """A gettext key."""
    amount: int
    unit: str
    from_field: str
    """The list's field whose day it is counted from; empty when the list has none."""
    done_field: str
    """The list's field whose day says when it was done."""
    source: str
    """Where the limit comes from; empty: a proposal of ours, to be set by the inspector."""


CHECKS = {
    "assessment": Rule(N_("Assessment completed"), 42, "working_days", "opened", "", "PM24: 42 working days"),
    "supervision": Rule(N_("Supervision of the worker"), 4, "weeks", "supervised", "", ""),
    "review": Rule(N_("Review of the plan"), 6, "months", "reviewed", "", ""),
    "decision": Rule(N_("Decision after the referral"), 1, "working_days", "opened", "", ""),
}
"""Check → its rule, in the order of the sheet."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One check, reckoned."""

    deadline: Deadline
    standing: str
    """met, met_late, overdue, due_soon or due (deadlines.standing)."""
    late: int
    """Days late: until it was done, or until the day of looking; 0 in time."""


def judge(base: str, amount: int, unit: str, done: str, today: date) -> Judged | None:
    """Return how it stands, or None while there is no day to count from. Raise ValueError for a day that is none."""
    if not base.strip():
        return None
    due = deadline(base, amount, unit)
    met = date.fromisoformat(done) if done.strip() else None
    late = max(0, ((met or today) - due.due.latest).days)
    return Judged(due, standing(due, today, met), late)


def is_sound(check: Sequence[object]) -> bool:
    """Say whether a check as it is kept (CaseReview.checks) can be reckoned."""
    if len(check) != 5 or check[0] not in CHECKS or check[3] not in UNITS or not isinstance(check[2], int):
        return False
    try:
        judge(str(check[1]), check[2], str(check[3]), str(check[4]), date(2000, 1, 1))
    except (ValueError, OverflowError):
        return False
    return check[2] >= 0
