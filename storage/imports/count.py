# SPDX-License-Identifier: MIT
"""What a preview counts: of each noun what is new, what is here already, what stays out. Whoever brings in says so."""

from dataclasses import dataclass

from resources.language import N_

OF_A_VISIT = {
    "session": N_("Sessions"),
    "note": N_("Notes"),
    "comment": N_("Comments"),
    "concern": N_("Matters of concern"),
    "point": N_("Lines of the day’s sheets"),
    "link": N_("Links to areas"),
    "case_list": N_("Lists of cases"),
    "case": N_("Cases"),
    "sample": N_("Samples of cases"),
    "case_review": N_("Reviews of cases"),
    "finding": N_("Findings"),
    "letter": N_("Letters"),
    "challenge": N_("What the authority said to drafts"),
    "document": N_("Attachments and signed letters"),
}
OF_AN_AUTHORITY = {
    "person": N_("People"),
    "recommendation": N_("Recommendations"),
    "progress": N_("Looks at recommendations"),
    "action": N_("Actions of the plan"),
    "meeting": N_("Meetings"),
    "event": N_("What happened"),
    "visit": N_("Earlier visits"),
}
"""What a preview counts, in its order: noun → its name."""


@dataclass(frozen=True, slots=True)
class Count:
    """What becomes of the things of one noun."""

    noun: str
    new: int = 0
    here: int = 0
    """Known already, also where they were withdrawn or reworded since: left as they are."""
    left: int = 0
    """Not brought in: a link without its note, a signed letter for a visit that is here."""

    @property
    def name(self) -> str:
        """Return what the noun is called, a gettext key."""
        return {**OF_A_VISIT, **OF_AN_AUTHORITY}[self.noun]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What every preview says."""

    is_here: bool
    """It is in this store: what it lacks is added to it. Otherwise one's own is begun."""
    counts: tuple[Count, ...]

    @property
    def new(self) -> int:
        """Return how many things would be added."""
        return sum(each.new for each in self.counts)
