# SPDX-License-Identifier: MIT
"""Due dates as letters write them: amount and day, counted from a date of the record. The sums: model/deadlines.py."""

from reports.letters.dates import span_in_words
from reports.letters.voice import Voice
from storage.model import deadlines
from storage.model.deadlines import Within, deadline

PLAN_WITHIN: Within = deadlines.PLAN_WITHIN
REVIEW_WITHIN: Within = deadlines.REVIEW_WITHIN
DRAFT_WITHIN: Within = (20, "working_days")
FINAL_WITHIN: Within = (70, "working_days")
"""Of an action plan for an area for priority action: domain (b), "Deadlines", after Ofsted's practice."""
_NOTHING = {"amount": "", "due": ""}


def still_due(voice: Voice, base: str, within: Within) -> dict[str, str]:
    """Return what `counted` does, and nothing of what was due before the date that the letter bears."""
    past = base and voice.facts.date and deadline(base, *within).due.latest.isoformat() < voice.facts.date
    return _NOTHING if past else counted(voice, base, within)


def counted(voice: Voice, base: str, within: Within) -> dict[str, str]:
    """Return {"amount", "due"} in words; both empty, so that nothing is said of them, where there is no base."""
    if not base:
        return _NOTHING
    found = deadline(base, *within)
    return {"amount": voice.amount(found.amount, found.unit), "due": span_in_words(found.due, voice.wording)}
