# SPDX-License-Identifier: MIT
"""What else happened to an authority: a concern received, an action plan. Visits and meetings have their own files."""

from dataclasses import dataclass
from typing import ClassVar

from resources.language import N_
from storage.model.authority import LEVELS
from storage.model.record import Record, prose

LEVEL = "level_"
"""Before the name of a level (authority.LEVELS): an event of that kind says that it holds from then on."""
LEVEL_KINDS = {f"{LEVEL}{code}": name for code, name in LEVELS.items()}
ASSURANCE_KINDS = {
    "assurance": N_("Assurance given, not tested yet"),
    "assurance_borne_out": N_("Assurance borne out"),
    "assurance_not_sustained": N_("Assurance not sustained"),
}
"""What the authority assured us of: never more than its own word until it was tested (domain (f) 12)."""
OUTCOME_KINDS = {
    "review_sufficient": N_("Improvement is sufficient"),
    "review_insufficient": N_("Improvement is insufficient"),
    "review_deteriorated": N_("Things have become worse"),
}
"""What a review meeting came to."""
PLAN_KINDS = {
    "action_plan": N_("Action plan after an inspection"),
    "plan_requested": N_("Improvement plan asked for"),
    "plan_received": N_("Improvement plan received"),
    "plan_reflects": N_("Plan acknowledged: it reflects the findings"),
    "plan_falls_short": N_("Plan acknowledged: it does not reflect the findings"),
}
"""The way of an improvement plan; the last two are the two forms of its acknowledgement."""
HAPPENED_KINDS = {
    "concern_received": N_("Concern received"),
    "indicators_received": N_("Indicators received"),
    "agreement": N_("Agreed with the authority"),
    "council_action": N_("The authority says that it has done"),
    "governance": N_("Board or leadership changed"),
    "publicity": N_("In the press"),
}
EVENT_KINDS = {**HAPPENED_KINDS, **ASSURANCE_KINDS, **PLAN_KINDS, **OUTCOME_KINDS, **LEVEL_KINDS}
"""Every kind of event that a screen records or a letter reads → its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One dated entry of an authority's standing record."""

    entity: ClassVar[str] = "event"
    authority_id: str = ""
    kind: str = ""
    """One of EVENT_KINDS; a newer version's kind is shown as it is."""
    date: str = ""
    """A fuzzy date; empty when no source states it."""
    source: str = ""
    """By kind only ("third party"): whoever raised a concern is protected. Of a level: who decided, by role."""
    due: str = ""
    """When it is to be looked at again: an assurance tested, a level reviewed, a plan that was asked for received."""
    tested_on: str = ""
    """Of an assurance: when it was tested."""
    found: str = prose()
    """Of an assurance: what was found then, apart from what was said."""
    text: str = prose()
