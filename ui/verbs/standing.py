# SPDX-License-Identifier: MIT
"""Deeds of the verb 'authority' that write. Words come from standard input. Telling what is there: authorities.py."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from resources.language import N_
from storage.acts import events, levels, meetings, people, plans, recommendations
from storage.errors import Refused
from storage.model.authority import LEVELS
from storage.model.event import ASSURANCE_KINDS, EVENT_KINDS, LEVEL_KINDS, OUTCOME_KINDS
from storage.model.meeting import MEETING_KINDS
from storage.model.progress import SAID_BY
from storage.model.rules import ACTION_STATES, RECOMMENDATION_STATES
from storage.queries.authorities import authorities
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from ui.models.date_words import typed
from ui.models.finding_words import DIRECTIONS
from ui.verbs.session import choose, opened, recorded, say

AUTHORITY = N_("the authority's number in the list, or its identifier")
_NUMBER = N_("its number in 'authority show', or its identifier")
_DATE = N_("2018-10-08, 2018-10, 'autumn 2017' …")
_EVENTS = [each for each in EVENT_KINDS if each not in LEVEL_KINDS]
_Does = Callable[[Store, StandingRecord, argparse.Namespace], str | None]


def add_to(deeds: Any) -> None:
    """Add the deeds to the verb's parser."""
    _people(deeds)
    _recommendations(deeds)
    _plan(deeds)
    _meetings(deeds)
    _events(deeds)


def _people(deeds: Any) -> None:
    person = _deed(deeds, "person", N_("add a person of the authority"), _add_person)
    person.add_argument("--role", required=True, help="such as “Chief executive”")
    person.add_argument("--name", default="", help="only of a public office-holder")
    person.add_argument("--since", default="", help=_DATE)
    left = _deed(deeds, "leave", N_("say until when somebody held an office"), _leave)
    left.add_argument("person", help=_NUMBER)
    left.add_argument("--until", required=True, help=_DATE)


def _recommendations(deeds: Any) -> None:
    asked = _deed(deeds, "recommend", N_("add a recommendation: its words from standard input"), _recommend)
    asked.add_argument("--title", default="", help="in a few words, as letters list it")
    asked.add_argument("--owner", default="", help="who answers for it, by role")
    asked.add_argument("--due", default="", help=_DATE)
    look = _deed(deeds, "look", N_("note how a recommendation stood: words from standard input"), _look)
    look.add_argument("recommendation", help=_NUMBER)
    look.add_argument("--on", required=True, help=_DATE)
    look.add_argument("--direction", default="", choices=[each for each in DIRECTIONS if each])
    look.add_argument("--said-by", default="inspectors", choices=list(SAID_BY))
    look.add_argument("--state", default="", choices=[each for each in RECOMMENDATION_STATES if each != "closed"])
    closed = _deed(deeds, "close", N_("close a recommendation: the reason from standard input"), _close)
    closed.add_argument("recommendation", help=_NUMBER)
    carried = _deed(deeds, "carry", N_("carry a recommendation forward"), _carry)
    carried.add_argument("recommendation", help=_NUMBER)


def _plan(deeds: Any) -> None:
    action = _deed(deeds, "action", N_("add an action of the plan: its words from standard input"), _action)
    action.add_argument("--answers", action="append", default=[], metavar="RECOMMENDATION", help=_NUMBER)
    action.add_argument("--owner", default="", help="who answers for it, by role")
    action.add_argument("--due", default="", help=_DATE)
    moved = _deed(deeds, "move", N_("say how far an action of the plan is"), _move)
    moved.add_argument("action", help=_NUMBER)
    moved.add_argument("state", choices=list(ACTION_STATES))
    moved.add_argument("--on", required=True, help=_DATE)


def _meetings(deeds: Any) -> None:
    meeting = _deed(deeds, "meeting", N_("add a meeting that is due"), _meeting)
    meeting.add_argument("kind", choices=list(MEETING_KINDS))
    meeting.add_argument("--due", required=True, help=_DATE)
    held = _deed(deeds, "held", N_("say that a meeting was held: notes from standard input"), _held)
    held.add_argument("meeting", help=_NUMBER)
    held.add_argument("--on", required=True, help=_DATE)
    held.add_argument("--outcome", default="", choices=list(OUTCOME_KINDS), help="only of a review meeting")
    held.add_argument("--attended", action="append", default=[], metavar="ROLE", help="may be given again")


def _events(deeds: Any) -> None:
    event = _deed(deeds, "event", N_("record what happened: its words from standard input"), _event)
    event.add_argument("kind", choices=_EVENTS)
    event.add_argument("--date", default="", help=_DATE)
    event.add_argument("--source", default="", help="by kind only: “third party”")
    event.add_argument("--due", default="", help="when it is to be looked at again")
    judged = _deed(deeds, "judge", N_("say what came of an assurance: words from standard input"), _judge)
    judged.add_argument("event", help=_NUMBER)
    judged.add_argument("result", choices=list(ASSURANCE_KINDS)[1:])
    judged.add_argument("--on", required=True, help=_DATE)
    level = _deed(deeds, "level", N_("change the level of concern: the reasons from standard input"), _level)
    level.add_argument("level", choices=list(LEVELS))
    level.add_argument("--from", dest="date", default="", help=_DATE)
    level.add_argument("--by", default="", help="who decided, by role")


def _deed(deeds: Any, name: str, about: str, does: _Does) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = deeds.add_parser(name, help=about)
    made.add_argument("authority", help=AUTHORITY)
    made.set_defaults(verb=_write, does=does)
    return made


def _write(arguments: argparse.Namespace) -> int:
    with opened(arguments) as store:
        council = choose(authorities(store), arguments.authority, N_("authority"))
        known = standing_record(store, council.id)
        if known is None:
            raise Refused(N_("There is no authority yet."), N_("The verb 'authority list' lists them."))
        made = arguments.does(store, known, arguments)
    if not made:
        return recorded()
    say(made)
    return 0


def _words() -> str:
    """Return what standard input brings; nothing where somebody sits at it."""
    return "" if sys.stdin.isatty() else sys.stdin.read().strip()


def _one(records: Sequence[Any], word: str, what: str) -> Any:
    return choose(records, word, what)


def _add_person(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    fields = {"display_role": given.role, "name": given.name, "since": typed(given.since)}
    return people.appoint(store, known.authority, is_public_office=bool(given.name), **fields)


def _leave(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    people.leave(store, _one(known.people, given.person, N_("person")), typed(given.until))


def _recommend(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    fields = {"title": given.title, "owner": given.owner, "due": typed(given.due)}
    visit = known.visits[-1].id if known.visits else ""
    return recommendations.ask(store, known.authority, text=_words(), visit_id=visit, **fields)


def _look(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    seen = _one(known.recommendations, given.recommendation, N_("recommendation"))
    fields = {"direction": given.direction, "said_by": given.said_by, "status": given.state, "on": typed(given.on)}
    return recommendations.note_progress(store, seen, text=_words(), **fields)


def _close(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    recommendations.close(store, _one(known.recommendations, given.recommendation, N_("recommendation")), _words())


def _carry(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    recommendations.carry_forward(store, _one(known.recommendations, given.recommendation, N_("recommendation")))


def _action(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    answered = tuple(_one(known.recommendations, each, N_("recommendation")).id for each in given.answers)
    fields = {"owner": given.owner, "due": typed(given.due)}
    return plans.add(store, known.authority, text=_words(), recommendations=answered, **fields)


def _move(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    plans.move(store, _one(known.actions, given.action, N_("action")), given.state, typed(given.on))


def _meeting(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    return meetings.arrange(store, known.authority, kind=given.kind, due=typed(given.due))


def _held(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    seen = _one(known.meetings, given.meeting, N_("meeting"))
    attended = tuple(given.attended) or seen.attendees
    meetings.hold(store, seen, typed(given.on), given.outcome, notes=_words() or seen.notes, attendees=attended)


def _event(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    fields = {"date": typed(given.date), "source": given.source, "due": typed(given.due)}
    return events.add(store, known.authority, kind=given.kind, text=_words(), **fields)


def _judge(store: Store, known: StandingRecord, given: argparse.Namespace) -> None:
    events.judge(store, _one(known.events, given.event, N_("event")), given.result, typed(given.on), _words())


def _level(store: Store, known: StandingRecord, given: argparse.Namespace) -> str:
    return levels.change(store, known.authority, given.level, _words(), date=typed(given.date), source=given.by)
