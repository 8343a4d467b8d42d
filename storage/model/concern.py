# SPDX-License-Identifier: MIT
"""A matter of concern: a child or adult believed at risk, found during a visit. How it is passed on: acts/concerns.py.

Domain (b): raised, lead inspector told, authority told, acknowledged, outcome; its clock counts hours, not days.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from resources.language import N_
from storage.model.clock import read_stamp
from storage.model.record import Record, prose

CONCERN_STATES = {
    "raised": N_("Raised, the authority not told yet"),
    "told": N_("The authority told, not acknowledged yet"),
    "acknowledged": N_("Acknowledged, outcome not known yet"),
    "outcome": N_("Outcome recorded"),
}
"""State → its name. It follows from what was recorded and is no field."""

HOURS = {"raised": 1, "told": 24}
"""State in which a matter is open → hours after which it is late. No source states a number (domain (b) says hours, not
days): these are the house's own, docs/decisions/ tells why."""

TIMES = ("raised_at", "lead_told_at", "told_at", "acknowledged_at", "outcome_at")
"""Its fields that are moments, UTC, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Record):
    """One matter of concern. It is in the visit's stream, and never withdrawn."""

    entity: ClassVar[str] = "concern"
    visit_id: str = ""
    authority_id: str = ""
    note_id: str = ""
    """The note it was raised from (NoteId), or empty."""
    case_ref: str = ""
    """The pseudonym of the case it is about."""
    what: str = prose()
    raised_at: str = ""
    """UTC."""
    raised_by: str = ""
    """Who raised it (PersonId)."""
    lead_told_at: str = ""
    """When the lead inspector knew, UTC; empty while she does not."""
    told_role: str = ""
    """Who in the authority was told, by role."""
    told_at: str = ""
    """UTC; empty while nobody was."""
    told_by: str = ""
    """Who told them (PersonId)."""
    acknowledged_role: str = ""
    """Who in the authority acknowledged it, by role."""
    acknowledged_at: str = ""
    """UTC; empty while it is open."""
    response: str = prose()
    """What the authority said it would do."""
    reference: str = ""
    """The authority's own number for it."""
    outcome: str = prose()
    outcome_at: str = ""
    """When the outcome was learnt, UTC."""
    outcome_visit_id: str = ""
    """The visit at which it was learnt."""
    illustration: bool = False

    @property
    def state(self) -> str:
        """Return a state of CONCERN_STATES."""
        if self.outcome_at:
            return "outcome"
        if self.acknowledged_at:
            return "acknowledged"
        return "told" if self.told_at else "raised"

    @property
    def is_open(self) -> bool:
        """Say whether nobody in the authority has acknowledged it yet."""
        return self.state in HOURS


def running(concern: Concern, now: datetime) -> timedelta:
    """Return how long ago it was raised; nothing where the clock was set back since, or the time cannot be read."""
    return _since(concern.raised_at, now)


def is_late(concern: Concern, now: datetime) -> bool:
    """Say whether an open matter has waited in its state for longer than HOURS allows."""
    began = concern.told_at if concern.state == "told" else concern.raised_at
    return concern.is_open and _since(began, now) >= timedelta(hours=HOURS[concern.state])


def _since(at: str, now: datetime) -> timedelta:
    try:
        return max(timedelta(0), now - read_stamp(at))
    except ValueError:
        return timedelta(0)
