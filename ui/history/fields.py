# SPDX-License-Identifier: MIT
"""What fields are called, and how their values are shown. Which fields there are is storage/model's affair."""

from typing import Any

from resources.language import N_, _
from storage.queries.people import person
from storage.queries.sessions import session
from storage.store import Store

FIELDS = {
    "present": N_("Present"),
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
    "event_at": N_("When it was said or seen"),
    "captured_at": N_("When it was written down"),
    "polarity": N_("Strength or weakness"),
    "verbatim": N_("The speaker’s own words"),
    "observed": N_("Seen, not claimed"),
    "case_ref": N_("Case"),
    "from_memory": N_("From memory"),
    "confidential": N_("Confidential"),
    "status": N_("State"),
    "state": N_("State"),
    "frameworks": N_("Frameworks"),
    "area": N_("Area"),
    "rubric": N_("Framework"),
    "span": N_("Passage"),
    "order": N_("Place in the letter"),
    "sources": N_("Sources"),
    "check": N_("To be checked"),
    "direction": N_("Direction"),
    "grade": N_("Grade"),
    "supports": N_("Supported by"),
    "contradicts": N_("Contradicted by"),
    "recurs": N_("Recurs from"),
    "methods": N_("Methods"),
    "scope": N_("Scope"),
    "trigger": N_("Trigger"),
    "days": N_("Days"),
    "staff": N_("Staff"),
    "conclusion": N_("Conclusion"),
    "language": N_("Language"),
    "addressee": N_("Addressee"),
    "signatory": N_("Signatory"),
    "visit_id": N_("Visit"),
    "authority_id": N_("Authority"),
    "letter_id": N_("Letter"),
    "note_id": N_("Note"),
}


def field_name(name: str) -> str:
    """Return the field's name in the language in use; a newer version's field as it is."""
    return _(FIELDS[name]) if name in FIELDS else name.replace("_", " ")


def shown(store: Store, name: str, value: Any) -> str:
    """Return a value as a person reads it: names for identifiers, words for yes and no."""
    if isinstance(value, bool):
        if name == "present":
            return _(N_("in use")) if value else _(N_("withdrawn"))
        return _(N_("yes")) if value else _(N_("no"))
    if isinstance(value, list | tuple):
        return "\n".join(shown(store, name, each) for each in value)
    if name == "author" and (who := person(store, str(value))) is not None:
        return who.name or who.display_role
    if name == "session_id" and (when := session(store, str(value))) is not None:
        return when.title
    return str(value)
