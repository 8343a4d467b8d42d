# SPDX-License-Identifier: MIT
"""How a recommendation stood on a day: what the authority reported, or what the inspectors found. One entry a look.

Entries are kept beside each other, so that a claim and its test both stay (domain (b), "Recommendation").
"""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.record import Record, prose

SAID_BY = {
    "inspectors": N_("Found by the inspectors"),
    "authority": N_("Reported by the authority"),
}
"""Whose word it is → how that is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Record):
    """One look at a recommendation."""

    entity: ClassVar[str] = "progress"
    authority_id: str = ""
    recommendation_id: str = ""
    on: str = ""
    """A fuzzy date: when it stood so."""
    said_by: str = "inspectors"
    """One of SAID_BY."""
    direction: str = ""
    """As in finding.Finding.direction; only the inspectors say one."""
    status: str = ""
    """The state that it came into (rules.RECOMMENDATION_STATES)."""
    visit_id: str = ""
    """The visit at which it was tested."""
    meeting_id: str = ""
    """The meeting at which it was told or tested."""
    text: str = prose()
