# SPDX-License-Identifier: MIT
"""One action of an authority's improvement plan: who does it by when, and what it answers. Plans themselves: events."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """What the authority has set itself to do."""

    entity: ClassVar[str] = "action"
    authority_id: str = ""
    number: str = ""
    """Its number in the plan."""
    text: str = prose()
    recommendations: tuple[str, ...] = ()
    """Which it answers (RecommendationId)."""
    owner: str = ""
    """Who does it, by role."""
    due: str = ""
    """A fuzzy date."""
    evidence: str = prose()
    """What the authority has promised to show for it."""
    status: str = "open"
    """A state of rules.ACTION_STATES."""
    status_on: str = ""
    """A fuzzy date: when it came into that state."""
