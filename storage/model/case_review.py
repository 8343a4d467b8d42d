# SPDX-License-Identifier: MIT
"""What one inspector made of one case file: grades, what the file shows, what was late, the outcome for the child.

Fields: domain (c), "Case review". Days late are reckoned by timeliness.py; which cases are read is in case.py.
"""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

FEATURES = {
    "chronology": N_("Chronology present"),
    "voice": N_("The child’s voice"),
    "risk": N_("Risk assessment"),
    "analysis": N_("Analysis of risk"),
    "mitigation": N_("Mitigation of risk"),
    "rationale": N_("Reasons for decisions"),
    "oversight": N_("Management oversight"),
}
"""What every file is looked at for → its name, in the order of the sheet."""

SHOWN = {
    "": N_("Not looked at yet"),
    "yes": N_("Yes"),
    "partly": N_("In part"),
    "no": N_("No"),
}
"""Whether a file shows something → its name."""

OUTCOMES = {
    "": N_("Not judged yet"),
    "better": N_("Better for the child"),
    "same": N_("No clear difference"),
    "worse": N_("Worse for the child"),
    "unclear": N_("Cannot be told from the file"),
}
"""What came of it for the child → its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReview(Record):
    """One inspector's review of one case. Its identifier is derived from both."""

    entity: ClassVar[str] = "case_review"
    visit_id: str = ""
    case_id: str = ""
    reviewer: str = ""
    """The inspector (PersonId)."""
    grades: tuple[tuple[str, str], ...] = ()
    """("edition:criterion", grade) each."""
    features: tuple[tuple[str, str], ...] = ()
    """(one of FEATURES, one of SHOWN) each."""
    checks: tuple[tuple[str, str, int, str, str], ...] = ()
    """(check, day it is counted from, amount, unit, day it was done) each: timeliness.CHECKS."""
    outcome: str = ""
    """One of OUTCOMES."""
    outcome_words: str = prose()
    """The outcome for the child, in words; never a name."""
    concern: bool = False
    """True when a matter of concern was raised because of it."""
