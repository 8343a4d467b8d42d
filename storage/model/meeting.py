# SPDX-License-Identifier: MIT
"""A meeting with the authority: improvement conference, review meeting, feedback. What was agreed there."""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

MEETING_KINDS = {
    "conference": N_("Improvement conference"),
    "review": N_("Review meeting"),
    "formal": N_("Formal meeting"),
    "feedback": N_("Feedback meeting"),
}
"""Kind of meeting → its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting, held or due."""

    entity: ClassVar[str] = "meeting"
    authority_id: str = ""
    visit_id: str = ""
    """The visit that led to it."""
    kind: str = "conference"
    """conference, review, formal or feedback."""
    held: str = ""
    """A fuzzy date; empty while it has not been recorded as held."""
    due: str = ""
    issues: tuple[str, ...] = ()
    """Rubric areas put on the agenda as systemic issues: "HR", "QA"."""
    agreed_actions: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    """By role."""
    place: str = ""
    chair: str = ""
    """By role."""
    notes: str = prose()
