# SPDX-License-Identifier: MIT
"""What fields are called, and how their values are shown. Which fields there are is storage/model's affair."""

from typing import Any

from resources.language import N_, _
from storage.model.authority import LEVELS
from storage.model.change import Change
from storage.model.event import EVENT_KINDS
from storage.model.grades import GRADES
from storage.model.handling import HANDLINGS
from storage.model.meeting import MEETING_KINDS
from storage.model.particulars import pairs, title
from storage.model.progress import SAID_BY
from storage.model.provenance import PARTS
from storage.model.rules import ACTION_NAMES, RECOMMENDATION_NAMES
from storage.queries.amendments import REASON
from storage.queries.people import person
from storage.queries.sessions import session
from storage.store import Store
from ui.history.moments import local_time

_UNSHOWN = (
    "visit_id",
    "authority_id",
    "letter_id",
    "note_id",
    "section_id",
    "paragraph_id",
    "document_id",
    "source_id",
    "subject",
    "digest",
    "sealed",
    "epoch",
    "thumbnail",
    "raised_by",
    "told_by",
    "outcome_visit_id",
    "finding_id",
    *("recommendation_id", "meeting_id", "recommendations"),
    "earlier",
    "looked_at",
    "commitment",
    "salt",
    "case_id",
    "hit",
    "list_id",
    "key_stream",
    "source_digest",
    "counts",
    "spread",
    *(
        "pair_id",
        "note_to",
        "twin_id",
        "twin_words",
        "own_words",
        "wording_id",
        "countersigned_id",
        "counter_certificate",
    ),
)
_MOMENTS = (
    *("event_at", "captured_at", "raised_at", "lead_told_at", "told_at", "acknowledged_at", "outcome_at"),
    "said_at",
)
_NEW = {"present": True}
"""What goes without saying of a new thing."""
VALUES = {
    **{**SAID_BY, **MEETING_KINDS, **EVENT_KINDS, **LEVELS, **RECOMMENDATION_NAMES, **ACTION_NAMES},
    **GRADES,
    "hunch": N_("Hunch"),
    "corroborated": N_("Corroborated"),
    "in_letter": N_("In the letter"),
    "set_aside": N_("Set aside"),
    "improved": N_("Improved"),
    "sustained": N_("Sustained"),
    "unchanged": N_("Unchanged"),
    "deteriorated": N_("Deteriorated"),
    "first_look": N_("First look"),
    "not_looked_at": N_("Not looked at"),
    "strength": N_("Strength"),
    "neutral": N_("Neutral"),
    "weakness": N_("Weakness"),
    "file": N_("Case file"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data": N_("Data"),
    "document": N_("Document"),
    "planned": N_("Planned"),
    "packed": N_("Packed"),
    "on_site_day1": N_("On site, day 1"),
    "on_site_day2": N_("On site, day 2"),
    "fieldwork_closed": N_("Fieldwork closed"),
    "analysis": N_("Analysis"),
    "quality_assured": N_("Quality assured"),
    "closed": N_("Closed"),
    "incomplete": N_("Incomplete"),
    "cancelled": N_("Cancelled"),
    "extended": N_("Extended"),
    "paused": N_("Paused"),
    "drafting": N_("Drafting"),
    "approved": N_("Approved"),
    "signed": N_("Signed"),
    "issued": N_("Issued"),
    "monitoring_visit": N_("Monitoring visit"),
    "inspection": N_("Inspection"),
    "return_visit": N_("Return visit"),
    "focused_inspection": N_("Focused inspection"),
    "file_review": N_("File review"),
    "told": N_("Told to leaders"),
    "disputed": N_("Disputed by leaders"),
    "offered": N_("Offered by leaders"),
    "enquiry": N_("Line of enquiry"),
    "proposed": N_("Proposed"),
    "agreed": N_("Agreed"),
    **HANDLINGS,
    **{code: part.name for code, part in PARTS.items()},
}
"""Codes that stand in several nouns, by their words."""
FIELDS = {
    "text": N_("Text"),
    "statement": N_("Statement"),
    "title": N_("Title"),
    "name": N_("Name"),
    "kind": N_("Kind"),
    "service": N_("Service"),
    "date": N_("Date"),
    "dates": N_("Dates"),
    "day": N_("Day"),
    "starts": N_("Starts"),
    "ends": N_("Ends"),
    "place": N_("Place"),
    "session_id": N_("Session"),
    "author": N_("Author"),
    "source_kind": N_("Kind of source"),
    "source_role": N_("Role of the source"),
    "particulars": N_("Particulars"),
    "event_at": N_("When it was said or seen"),
    "captured_at": N_("When it was written down"),
    "polarity": N_("Strength or weakness"),
    "verbatim": N_("The speaker’s own words"),
    "observed": N_("Seen, not claimed"),
    "case_ref": N_("Case"),
    "from_memory": N_("From memory"),
    "from_paper": N_("From paper"),
    "source_author": N_("First written by"),
    "source_history": N_("Amended before it was brought in"),
    "amend_reason": N_("Reason for the amendment"),
    "after_close": N_("Amended after fieldwork closed"),
    "said_at": N_("When it was said"),
    "check_name": N_("Check"),
    "confidential": N_("Confidential"),
    "handling": N_("How it is handled"),
    "event_part": N_("Part of the day"),
    "embargo_until": N_("Embargoed until"),
    "accuracy_from": N_("Sent out for factual accuracy"),
    "accuracy_days": N_("Working days to reply"),
    "decision": N_("Decision"),
    "change": N_("Changed in the letter"),
    "proof": N_("Evidence named"),
    "said_by": N_("Said by"),
    "second_signatory": N_("Second signatory"),
    "second_signatory_role": N_("Second signatory’s role"),
    "countersigned_by": N_("Countersigned by"),
    "countersigned_at": N_("Countersigned"),
    "status": N_("State"),
    "state": N_("State"),
    "frameworks": N_("Frameworks"),
    "area": N_("Area"),
    "rubric": N_("Framework"),
    "span": N_("Passage"),
    "quoted": N_("Quoted words"),
    "page": N_("Page"),
    "media_type": N_("Kind of file"),
    "size": N_("Bytes"),
    "order": N_("Place in the letter"),
    "sources": N_("Sources"),
    "check": N_("To be checked"),
    "direction": N_("Direction"),
    "grade": N_("Grade"),
    "impact": N_("What it means for children"),
    "systemic": N_("Systemic"),
    "immediate": N_("Immediate"),
    "set_aside_because": N_("Why it was set aside"),
    "value": N_("Grade"),
    "words": N_("Reasons"),
    "supports": N_("Supported by"),
    "contradicts": N_("Contradicted by"),
    "recurs": N_("Recurs from"),
    "methods": N_("Methods"),
    "scope": N_("Scope"),
    "trigger": N_("Trigger"),
    "days": N_("Days"),
    "staff": N_("Staff"),
    "conclusion": N_("Conclusion"),
    "illustration": N_("Worked example"),
    "retention": N_("Kept as"),
    "review_on": N_("Looked at again on"),
    "hold": N_("Legal hold"),
    "hold_reason": N_("Why the hold was laid or lifted"),
    "released": N_("Released by the office"),
    "present": N_("Present"),
    "state_on": N_("On what day"),
    "state_reason": N_("Why"),
    "what": N_("Concern"),
    "raised_at": N_("Raised"),
    "lead_told_at": N_("Lead inspector told"),
    "told_role": N_("Told, by role"),
    "told_at": N_("Told"),
    "acknowledged_role": N_("Acknowledged, by role"),
    "acknowledged_at": N_("Acknowledged"),
    "response": N_("Their answer"),
    "reference": N_("Their reference"),
    "outcome_at": N_("Outcome learnt"),
    "role": N_("Role"),
    "done": N_("Followed"),
    "pseudonym": N_("Pseudonym"),
    "selection": N_("Why it is read"),
    "stratum": N_("Stratum"),
    "facts": N_("From the list"),
    "reader": N_("Reader"),
    "progress": N_("How far"),
    "dropped": N_("Replaced, because"),
    "reviewer": N_("Reviewed by"),
    "grades": N_("Grades"),
    "features": N_("What the file shows"),
    "checks": N_("Checks of time"),
    "outcome": N_("Outcome for the child"),
    "outcome_words": N_("Outcome for the child, in words"),
    "concern": N_("Matter of concern raised"),
    "seed": N_("Seed"),
    "drawn": N_("Cases drawn"),
    "excluded": N_("Left out"),
    "replaced": N_("Replaced"),
    "display_role": N_("Role"),
    "organisation": N_("Organisation"),
    "is_public_office": N_("Public office"),
    "address": N_("Address"),
    "since": N_("Since"),
    "until": N_("Until"),
    "number": N_("Number"),
    "due": N_("Due"),
    "owner": N_("Responsible, by role"),
    "evidence": N_("Evidence promised"),
    "status_on": N_("On what day"),
    "closed_because": N_("Why it was closed"),
    "on": N_("On what day"),
    "held": N_("Held"),
    "chair": N_("Chair, by role"),
    "attendees": N_("Attended, by role"),
    "issues": N_("Issues on the agenda"),
    "agreed_actions": N_("Agreed actions"),
    "notes": N_("Notes"),
    "source": N_("Source, by kind"),
    "tested_on": N_("Tested"),
    "found": N_("What was found"),
    "concern_level": N_("Level of concern"),
    "name_cy": N_("Name in Welsh"),
    "language": N_("Language"),
    "addressee": N_("Addressee"),
    "signatory": N_("Signatory"),
}


def field_name(name: str) -> str:
    """Return the field's name in the language in use; a newer version's field as it is."""
    return _(FIELDS[name]) if name in FIELDS else name.replace("_", " ")


def fields_shown(change: Change) -> list[str]:
    """Return which of a change's fields a person is shown: running text first, never a bare identifier."""
    known = list(FIELDS)
    names = [
        name
        for name, after in change.after.items()
        if name not in _UNSHOWN and (after != change.before.get(name, _NEW.get(name)) or (name == REASON and after))
    ]
    return sorted(names, key=lambda name: known.index(name) if name in known else len(known))


def shown(store: Store, name: str, value: Any) -> str:
    """Return a value as a person reads it: names for identifiers, words for yes and no."""
    if isinstance(value, bool):
        if name == "present":
            return _(N_("in use")) if value else _(N_("withdrawn"))
        return _(N_("yes")) if value else _(N_("no"))
    if name == "particulars":
        return "\n".join(f"{_(title(each))}: {words}" for each, words in pairs(value))
    if isinstance(value, list | tuple):
        return "\n".join(shown(store, name, each) for each in value)
    if name in ("author", "reader", "reviewer") and (who := person(store, str(value))) is not None:
        return who.name or who.display_role
    if name == "session_id" and (when := session(store, str(value))) is not None:
        return when.title
    if name in _MOMENTS:
        return local_time(str(value))
    return _(VALUES[str(value)]) if str(value) in VALUES else str(value)
