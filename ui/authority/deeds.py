# SPDX-License-Identifier: MIT
"""Which form a deed of a part opens, and which deeds are done at once. The forms: asked_of_…; the parts: parts.py."""

from collections.abc import Callable
from dataclasses import dataclass

from storage.acts import events, levels, meetings, recommendations
from storage.model.action import Action
from storage.model.event import LEVEL_KINDS, Event
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from ui.authority import asked_of_events, asked_of_meetings, asked_of_people, asked_of_plans, asked_of_recommendations
from ui.authority import parts as the
from ui.authority.form import Asked


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a deed is asked for."""

    store: Store
    known: StandingRecord
    today: str
    """ISO."""
    due: str = ""
    """The day of what is due, ISO, where that is what is stood on."""


def new(part: str, here: Standpoint) -> Asked:
    """Return what is asked about a new thing of a part."""
    made: dict[str, Callable[[], Asked]] = {
        the.PEOPLE.code: lambda: asked_of_people.add(here.store, here.known),
        the.RECOMMENDATIONS.code: lambda: asked_of_recommendations.add(here.store, here.known),
        the.PLAN.code: lambda: asked_of_plans.add(here.store, here.known),
        the.MEETINGS.code: lambda: asked_of_meetings.add(here.store, here.known),
        the.EVENTS.code: lambda: asked_of_events.add(here.store, here.known, here.today),
    }
    return made[part]()


def asked(deed: str, here: Standpoint, record: Record) -> Asked | None:
    """Return what is asked before a deed is done with a thing; None for a deed that is done at once."""
    store, known, today = here.store, here.known, here.today
    if deed == the.RECEIVED:
        return asked_of_plans.received(store, known, today)
    if deed == the.ANSWER:
        return asked_of_plans.answer(store, known, today)
    if isinstance(record, Person):
        return (
            asked_of_people.amend(store, record) if deed == the.AMEND else asked_of_people.leave(store, record, today)
        )
    if isinstance(record, Recommendation):
        return _of_recommendation(deed, here, record)
    if isinstance(record, Action):
        return (
            asked_of_plans.amend(store, known, record)
            if deed == the.AMEND
            else asked_of_plans.move(store, record, today)
        )
    if isinstance(record, Meeting):
        return _of_meeting(deed, here, record)
    if isinstance(record, Event) and deed in (the.AMEND, the.JUDGE):
        amended = deed == the.AMEND
        return asked_of_events.amend(store, known, record) if amended else asked_of_events.judge(store, record, today)
    return None


def at_once(deed: str, here: Standpoint, record: Record) -> None:
    """Do a deed that asks nothing; undo takes it back. Raise Trouble as the act does."""
    if deed == the.FORWARD and isinstance(record, Recommendation):
        recommendations.carry_forward(here.store, record)
    elif deed == the.OFF and isinstance(record, Meeting):
        meetings.call_off(here.store, record)
    elif deed == the.BACK and isinstance(record, Event):
        if record.kind in LEVEL_KINDS:
            levels.take_back(here.store, here.known.authority, record)
        else:
            events.withdraw(here.store, record)


def _of_recommendation(deed: str, here: Standpoint, seen: Recommendation) -> Asked | None:
    if deed == the.LOOK:
        return asked_of_recommendations.look(here.store, here.known, seen, here.today)
    if deed == the.AMEND:
        return asked_of_recommendations.amend(here.store, here.known, seen)
    return asked_of_recommendations.close(here.store, seen) if deed == the.CLOSE else None


def _of_meeting(deed: str, here: Standpoint, seen: Meeting) -> Asked | None:
    if deed == the.HELD and here.due:  # counted from a conference: no meeting was set for a day
        return asked_of_meetings.review_held(here.store, here.known, here.due, here.today)
    if deed == the.HELD:
        return asked_of_meetings.held(here.store, here.known, seen, here.today)
    return asked_of_meetings.amend(here.store, here.known, seen) if deed == the.AMEND else None
