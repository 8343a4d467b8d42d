# SPDX-License-Identifier: MIT
"""What else happened to an authority: a concern received, an action plan. Visits and meetings have their own files."""

from dataclasses import dataclass
from typing import ClassVar

from storage.model.record import Record, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One dated entry of an authority's standing record."""

    entity: ClassVar[str] = "event"
    authority_id: str = ""
    kind: str = ""
    """concern_received, action_plan, indicators_received, agreement …

    What the authority assured us of: assurance, or assurance_borne_out, assurance_not_sustained once it was tested.
    What it says that it has done: council_action. Its improvement plan came: plan_received. A concern level that holds
    from then on, with the reasons as text: level_early, level_serious … What a review meeting came to:
    review_sufficient, review_insufficient, review_deteriorated.
    """
    date: str = ""
    """A fuzzy date; empty when no source states it."""
    source: str = ""
    """By kind only ("third party"): whoever raised a concern is protected."""
    text: str = prose()
