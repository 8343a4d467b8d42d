# SPDX-License-Identifier: MIT
"""How long records are kept before somebody decides about them: classes as data, the day worked out with its sum.

On that day nothing goes by itself: a person looks and decides. Under a legal hold nothing goes at all. Wiping itself
is sync/wiping.py's affair.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from resources.language import N_
from storage.model.deadlines import Deadline, deadline


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """One class of records: for how long, counted from the visit's last day, and why."""

    name: str
    """A gettext key."""
    months: int
    source: str
    """The rule that the period comes from; a gettext key."""


CLASSES: Mapping[str, RetentionClass] = {
    "routine": RetentionClass(
        N_("Records of a visit"),
        72,
        N_("Six years: Limitation Act 1980, sections 2 and 5. No law sets a period; your body may set another day."),
    ),
    "concern": RetentionClass(
        N_("Records with a matter of concern"),
        252,
        N_("21 years: a newborn may claim until three years after coming of age, Limitation Act 1980, section 28."),
    ),
    "sexual_abuse": RetentionClass(
        N_("Records about child sexual abuse"),
        900,
        N_("75 years: Independent Inquiry into Child Sexual Abuse, report of 2022, recommendation 17."),
    ),
    "example": RetentionClass(N_("Invented example"), 0, N_("It tells of nobody: it may go at any time.")),
}
"""Code → class. The periods are a beginning: bodies set their own, by the day of a visit (domain (f), row 22)."""
DEFAULT, WITH_A_CONCERN, EXAMPLE = "routine", "concern", "example"


def class_of(chosen: str, *, has_concern: bool, is_example: bool) -> str:
    """Return the class that holds: the one that was chosen, else the one that the records call for."""
    if chosen in CLASSES:
        return chosen
    if is_example:
        return EXAMPLE
    return WITH_A_CONCERN if has_concern else DEFAULT


def review_of(code: str, dates: str) -> Deadline | None:
    """Return when records of a class are to be looked at again; None where the visit has no dates yet."""
    try:
        return deadline(dates, CLASSES[code].months, "months")
    except ValueError:
        return None
