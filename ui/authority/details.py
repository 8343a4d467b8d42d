# SPDX-License-Identifier: MIT
"""What a chosen thing of a standing record is, line by line, and what can be done with it now. No widgets."""

from collections.abc import Sequence

from resources.language import N_, _
from storage.model.action import Action
from storage.model.event import ASSURANCE_KINDS, LEVEL_KINDS, OUTCOME_KINDS, PLAN_KINDS, Event
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.progress import SAID_BY, Progress
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.rules import ACTION_NAMES, ACTION_STATES, RECOMMENDATION_NAMES, RECOMMENDATION_STATES
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.authority import parts
from ui.authority.part import Details
from ui.authority.rows import due_key, key_of
from ui.models.authority_words import called, counted_words, days_words, due_title, joined, name_of, standing_word, term
from ui.models.date_words import date_words, span_words
from ui.models.finding_words import DIRECTIONS

Lines = tuple[tuple[str, str], ...]


class Telling:
    """Tells of keys what the things are."""

    def __init__(self, known: StandingRecord, due: Sequence[Due]) -> None:
        """Take a standing record and what is due of it."""
        self._known = known
        every: tuple[Record, ...] = (
            *(*known.people, *known.recommendations, *known.actions, *known.meetings, *known.events),
            *(*known.visits, *known.letters),
        )
        self._records = {key_of(each): each for each in every}
        self._due = {due_key(each): each for each in due}

    def record(self, key: str) -> Record | None:
        """Return the record of a key; of something due, what it is counted from."""
        due = self._due.get(key)
        return due.record if due else self._records.get(key)

    def due(self, key: str) -> Due | None:
        """Return what is due under a key, or None."""
        return self._due.get(key)

    def tell(self, key: str) -> Details:
        """Return what the thing under a key is."""
        due, record = self._due.get(key), self._records.get(key)
        if due is not None:
            return _due(due)
        if isinstance(record, Person):
            return _person(record)
        if isinstance(record, Recommendation):
            return self._recommendation(record)
        if isinstance(record, Action):
            return self._action(record)
        if isinstance(record, Meeting):
            return self._meeting(record)
        return _event(record) if isinstance(record, Event) else Details()

    def _recommendation(self, asked: Recommendation) -> Details:
        visit = next((each for each in self._known.visits if each.id == asked.visit_id), None)
        earlier = next((each for each in self._known.recommendations if each.id == asked.recurs), None)
        answered = [called(each) for each in self._known.actions if asked.id in each.recommendations]
        ways = RECOMMENDATION_STATES.get(asked.status, ())
        deeds = {parts.LOOK, parts.AMEND}
        deeds |= {parts.CLOSE} if "closed" in ways else set()
        deeds |= {parts.FORWARD} if "carried_forward" in ways else set()
        lines: Lines = (
            (N_("Asked"), asked.text),
            (N_("From"), joined((called(visit), date_words(visit.dates))) if visit else ""),
            (N_("Areas"), " ".join(asked.areas)),
            (N_("Recurs from"), called(earlier) if earlier else ""),
            (N_("State"), _(RECOMMENDATION_NAMES.get(asked.status, asked.status))),
            (N_("Direction"), _(DIRECTIONS.get(asked.direction or "not_looked_at", asked.direction))),
            (N_("Responsible, by role"), asked.owner),
            (N_("Due"), date_words(asked.due)),
            (N_("In the plan"), "\n".join(answered)),
            (N_("Looks"), "\n\n".join(self._look(each) for each in reversed(self._known.progress_of(asked.id)))),
            (N_("Why it was closed"), asked.closed_because),
        )
        return Details(called(asked), lines, frozenset(deeds))

    def _look(self, look: Progress) -> str:
        every: tuple[Record, ...] = (*self._known.visits, *self._known.meetings)
        at = next((called(each) for each in every if each.id in (look.visit_id, look.meeting_id)), "")
        moved = _(RECOMMENDATION_NAMES.get(look.status, look.status)) if look.status else ""
        direction = _(DIRECTIONS.get(look.direction, look.direction)) if look.direction else ""
        head = joined((date_words(look.on), direction, _(SAID_BY.get(look.said_by, look.said_by)), at, moved))
        return "\n".join(part for part in (head, look.text) if part)

    def _action(self, action: Action) -> Details:
        answers = [called(each) for each in self._known.recommendations if each.id in action.recommendations]
        state = joined((_(ACTION_NAMES.get(action.status, action.status)), date_words(action.status_on)))
        lines: Lines = (
            (N_("Action"), action.text),
            (N_("Answers"), "\n".join(answers)),
            (N_("Responsible, by role"), action.owner),
            (N_("Due"), date_words(action.due)),
            (N_("Evidence promised"), action.evidence),
            (N_("State"), state),
        )
        move = {parts.MOVE} if ACTION_STATES.get(action.status) else set()
        return Details(called(action), lines, frozenset({parts.AMEND, *move}))

    def _meeting(self, meeting: Meeting) -> Details:
        visit = next((each for each in self._known.visits if each.id == meeting.visit_id), None)
        came_of_it = [
            f"{called(each)} ({date_words(each.date)})"
            for each in self._known.events_of(*OUTCOME_KINDS)
            if meeting.kind == "review" and meeting.held and each.date == meeting.held
        ]
        lines: Lines = (
            (N_("Held"), date_words(meeting.held)),
            (N_("Due"), date_words(meeting.due)),
            (N_("Place"), meeting.place),
            (N_("Chair, by role"), meeting.chair),
            (N_("Attended, by role"), "\n".join(meeting.attendees)),
            (N_("Issues on the agenda"), " ".join(meeting.issues)),
            (N_("Agreed actions"), "\n".join(meeting.agreed_actions)),
            (N_("Came of it"), "\n".join(came_of_it)),
            (N_("Notes"), meeting.notes),
            (N_("After the visit"), joined((called(visit), date_words(visit.dates))) if visit else ""),
        )
        held = set() if meeting.held else {parts.HELD}
        return Details(called(meeting), lines, frozenset({*held, parts.AMEND, parts.OFF}))


def _due(due: Due) -> Details:
    lines: Lines = (
        (N_("How it stands"), joined((standing_word(due), days_words(due)))),
        (N_("Day"), span_words(due.span) if due.span else _(N_("No rule sets a day for it."))),
        (N_("Counted from"), counted_words(due)),
        (N_("About"), called(due.record)),
    )
    deeds = {"plan": {parts.RECEIVED}, "answer": {parts.ANSWER}, "review": {parts.HELD}}.get(due.subject, set())
    return Details(due_title(due), lines, frozenset(deeds))


def _person(person: Person) -> Details:
    lines: Lines = (
        (N_("Role"), person.display_role or _(N_("not stated"))),
        (N_("Organisation"), person.organisation),
        (N_("Office"), term(person)),
        (N_("Letters go to"), "\n".join(person.address) or _(N_("the authority’s own address"))),
    )
    left = set() if person.until else {parts.LEAVE}
    return Details(name_of(person), lines, frozenset({parts.AMEND, *left}))


def _event(event: Event) -> Details:
    lines: Lines = (
        (N_("Date"), date_words(event.date) or _(N_("not stated"))),
        (N_("Who decided, by role") if event.kind in LEVEL_KINDS else N_("Source, by kind"), event.source),
        (N_("Reasons") if event.kind in LEVEL_KINDS else N_("Words"), event.text),
        (N_("To be looked at again"), date_words(event.due)),
        (N_("Tested"), date_words(event.tested_on)),
        (N_("What was found"), event.found),
    )
    deeds = {parts.AMEND, parts.BACK}
    deeds |= {parts.JUDGE} if event.kind in ASSURANCE_KINDS else set()
    deeds |= {parts.ANSWER} if event.kind == "plan_received" else set()
    deeds |= {parts.RECEIVED} if event.kind == "plan_requested" and event.kind in PLAN_KINDS else set()
    return Details(called(event), lines, frozenset(deeds))
