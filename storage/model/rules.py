# SPDX-License-Identifier: MIT
"""What may become what: tables of states (domain (b)). Who may do it: permissions.py; what is lawful: law.py."""

from resources.language import N_

SIDE_STATES = ("extended", "paused", "cancelled", "incomplete")
"""States off the way from planned to closed: entered and left with a reason. Incomplete: the evidence is not secure."""

VISIT_STATES = {
    "planned": ("packed", "cancelled"),
    "packed": ("on_site_day1", "planned", "cancelled"),
    "on_site_day1": ("on_site_day2", "fieldwork_closed", *SIDE_STATES),
    "on_site_day2": ("fieldwork_closed", *SIDE_STATES),
    "fieldwork_closed": ("analysis", "extended", "incomplete"),
    "analysis": ("quality_assured", "fieldwork_closed", "incomplete"),
    "quality_assured": ("closed", "analysis"),
    "closed": (),
    "extended": ("on_site_day1", "on_site_day2", "fieldwork_closed", "paused", "incomplete"),
    "paused": ("on_site_day1", "on_site_day2", "cancelled", "incomplete"),
    "incomplete": ("on_site_day1", "on_site_day2", "fieldwork_closed", "cancelled"),
    "cancelled": (),
}
"""Visit state → states that may follow."""

LETTER_STATES = {
    "drafting": ("evidence_checked", "approved", "signed", "abandoned"),
    "evidence_checked": ("peer_reviewed", "drafting"),
    "peer_reviewed": ("privacy_checked", "drafting"),
    "privacy_checked": ("factual_accuracy_out", "approved", "drafting"),
    "factual_accuracy_out": ("comments_resolved", "drafting"),
    "comments_resolved": ("approved", "drafting"),
    "approved": ("signed", "drafting"),
    "signed": ("issued", "withdrawn", "superseded"),
    "issued": ("published", "embargoed", "not_for_publication", "withdrawn", "superseded"),
    "embargoed": ("published", "not_for_publication", "withdrawn", "superseded"),
    "published": ("withdrawn", "superseded"),
    "not_for_publication": ("published", "withdrawn", "superseded"),
    "abandoned": ("drafting",),
    "withdrawn": (),
    "superseded": (),
}
"""Letter state → states that may follow. After signing, a correction is a new letter that names the old."""

FINDING_STATES = {
    "hunch": ("proposed", "set_aside"),
    "proposed": ("corroborated", "agreed", "hunch", "set_aside"),
    "corroborated": ("agreed", "proposed", "set_aside"),
    "agreed": ("in_letter", "proposed", "set_aside"),
    "in_letter": ("agreed",),
    "set_aside": ("hunch",),
}
"""Finding state → states that may follow."""

_TESTED = ("carried_forward", "escalated", "closed")
RECOMMENDATION_STATES = {
    "drafted": ("issued", "closed"),
    "issued": ("accepted", "partly", "disputed", "in_plan", "progress_reported", "met", *_TESTED),
    "accepted": ("in_plan", "progress_reported", "met", *_TESTED),
    "partly": ("accepted", "in_plan", "progress_reported", "met", *_TESTED),
    "disputed": ("accepted", "partly", "in_plan", "progress_reported", "met", *_TESTED),
    "in_plan": ("progress_reported", "met", *_TESTED),
    "progress_reported": ("in_plan", "met", *_TESTED),
    "carried_forward": ("in_plan", "progress_reported", "met", "escalated", "closed"),
    "escalated": ("in_plan", "progress_reported", "met", "carried_forward", "closed"),
    "met": ("carried_forward", "escalated", "closed"),
    "closed": ("carried_forward",),
}
"""Recommendation state → states that may follow. Met only by the inspectors' own test (acts/recommendations.py)."""

RECOMMENDATION_NAMES = {
    "drafted": N_("Drafted"),
    "issued": N_("Issued"),
    "accepted": N_("Accepted"),
    "partly": N_("Partly accepted"),
    "disputed": N_("Disputed"),
    "in_plan": N_("In the plan"),
    "progress_reported": N_("Progress reported"),
    "met": N_("Met"),
    "carried_forward": N_("Carried forward"),
    "escalated": N_("Escalated"),
    "closed": N_("Closed"),
}
"""State of a recommendation → its name."""
REPORTED = ("accepted", "partly", "disputed", "in_plan", "progress_reported")
"""States that the authority's own word leads to."""

ACTION_STATES = {
    "open": ("said_done", "tested_done", "tested_not_done", "dropped"),
    "said_done": ("tested_done", "tested_not_done", "open", "dropped"),
    "tested_done": ("tested_not_done",),
    "tested_not_done": ("said_done", "tested_done", "dropped"),
    "dropped": ("open",),
}
"""State of a plan's action → states that may follow."""

ACTION_NAMES = {
    "open": N_("To be done"),
    "said_done": N_("Said to be done"),
    "tested_done": N_("Tested: done"),
    "tested_not_done": N_("Tested: not done"),
    "dropped": N_("Dropped"),
}
"""State of a plan's action → its name."""

STATE_NAMES = {
    "planned": N_("Planned"),
    "packed": N_("Packed"),
    "on_site_day1": N_("On site, day 1"),
    "on_site_day2": N_("On site, day 2"),
    "fieldwork_closed": N_("Fieldwork closed"),
    "analysis": N_("Analysis"),
    "quality_assured": N_("Quality assured"),
    "closed": N_("Closed"),
    "extended": N_("Extended"),
    "paused": N_("Paused"),
    "incomplete": N_("Incomplete"),
    "cancelled": N_("Cancelled"),
    "drafting": N_("Drafting"),
    "evidence_checked": N_("Evidence checked"),
    "peer_reviewed": N_("Peer reviewed"),
    "privacy_checked": N_("Privacy checked"),
    "factual_accuracy_out": N_("Out for factual accuracy"),
    "comments_resolved": N_("Comments resolved"),
    "approved": N_("Approved"),
    "signed": N_("Signed"),
    "issued": N_("Issued"),
    "embargoed": N_("Embargoed"),
    "published": N_("Published"),
    "not_for_publication": N_("Not for publication"),
    "abandoned": N_("Abandoned"),
    "withdrawn": N_("Withdrawn"),
    "superseded": N_("Superseded"),
    "hunch": N_("Hunch"),
    "proposed": N_("Proposed"),
    "corroborated": N_("Corroborated"),
    "agreed": N_("Agreed"),
    "in_letter": N_("In the letter"),
    "set_aside": N_("Set aside"),
}
"""State → its name, for the screen."""


LETTER_REASONED = ("published", "embargoed", "not_for_publication", "abandoned", "withdrawn", "superseded")
"""States of a letter that nobody may reach without saying why."""


def needs_reason(now: str, then: str) -> bool:
    """Say whether a visit's step needs a reason: into a side state or out of one, and back on the way."""
    return now in SIDE_STATES or then in SIDE_STATES or then in _BACK.get(now, ())


_BACK = {"packed": ("planned",), "analysis": ("fieldwork_closed",), "quality_assured": ("analysis",)}
