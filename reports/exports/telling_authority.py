# SPDX-License-Identifier: MIT
"""The authority's standing record told for people, beside its visit: offices, what was asked, plan, meetings, events.

Dates stand as they were recorded: "2018-10-08", "autumn 2017".
"""

from collections.abc import Iterable, Iterator

from reports.exports.visit import WholeVisit
from resources.language import N_, _
from storage.model.action import Action
from storage.model.event import EVENT_KINDS, Event
from storage.model.meeting import MEETING_KINDS, Meeting
from storage.model.person import Person
from storage.model.progress import SAID_BY, Progress
from storage.model.recommendation import Recommendation
from storage.model.rules import ACTION_NAMES, RECOMMENDATION_NAMES
from storage.queries.standing_record import StandingRecord

Told = tuple[str, str]
"""Kind and text of a block (telling.Block)."""
_DIRECTIONS = {
    "improved": N_("Improved"),
    "sustained": N_("Sustained"),
    "unchanged": N_("Unchanged"),
    "deteriorated": N_("Deteriorated"),
    "first_look": N_("First look"),
    "not_looked_at": N_("Not looked at"),
}


def authority_told(whole: WholeVisit) -> Iterator[Told]:
    """Yield the standing record, block by block; nothing where it holds nothing."""
    known = whole.standing
    if known is None:
        return
    parts = (
        (N_("People"), [_person(each) for each in known.people]),
        (N_("Recommendations"), list(_recommendations(known))),
        (N_("Improvement plan"), [_action(each) for each in known.actions]),
        (N_("Meetings"), [_meeting(each) for each in known.meetings]),
        (N_("What happened"), [_event(each) for each in known.events]),
    )
    if any(lines for _title, lines in parts):
        yield "h2", _(N_("The authority between visits"))
    for title, lines in parts:
        if lines:
            yield "h3", _(title)
            yield from (("item", line) for line in lines)


def _recommendations(known: StandingRecord) -> Iterator[str]:
    for each in known.recommendations:
        yield _asked(each)
        for look in known.progress_of(each.id):
            yield f"{each.number}: {_look(look)}"


def _asked(asked: Recommendation) -> str:
    state = _(RECOMMENDATION_NAMES.get(asked.status, asked.status))
    return _joined((f"{asked.number} {asked.title}".strip(), asked.text, state, asked.owner, asked.due))


def _look(look: Progress) -> str:
    direction = _(_DIRECTIONS.get(look.direction, look.direction)) if look.direction else ""
    return _joined((look.on, direction, _(SAID_BY.get(look.said_by, look.said_by)), look.text))


def _person(person: Person) -> str:
    return _joined((person.name, person.display_role, "/".join(filter(None, (person.since, person.until)))))


def _action(action: Action) -> str:
    state = _(ACTION_NAMES.get(action.status, action.status))
    return _joined((f"{action.number} {action.text}", action.owner, action.due, state, action.status_on))


def _meeting(meeting: Meeting) -> str:
    kind = _(MEETING_KINDS.get(meeting.kind, meeting.kind))
    held = meeting.held or (f"{_(N_('Not recorded as held'))} ({meeting.due})" if meeting.due else "")
    return _joined((kind, held, ", ".join(meeting.attendees), "; ".join(meeting.agreed_actions), meeting.notes))


def _event(event: Event) -> str:
    return _joined((_(EVENT_KINDS.get(event.kind, event.kind)), event.date, event.source, event.text, event.found))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())
