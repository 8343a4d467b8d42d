# SPDX-License-Identifier: MIT
"""Which form a deed of a part opens, and which deeds are done at once. The forms: asked_of_…; the parts: parts.py."""

from collections.abc import Callable, Mapping
from typing import Any

from storage.acts import events, levels, meetings, recommendations
from storage.model.action import Action
from storage.model.event import LEVEL_KINDS, Event
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from ui.authority import asked_of_events, asked_of_meetings, asked_of_people, asked_of_plans, asked_of_recommendations
from ui.authority import parts as the
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint

_NEW: Mapping[str, Callable[[Standpoint], Asked]] = {
    the.PEOPLE.code: asked_of_people.add,
    the.RECOMMENDATIONS.code: asked_of_recommendations.add,
    the.PLAN.code: asked_of_plans.add,
    the.MEETINGS.code: asked_of_meetings.add,
    the.EVENTS.code: asked_of_events.add,
}
_OF_THE_PLAN: Mapping[str, Callable[[Standpoint], Asked]] = {
    the.RECEIVED: asked_of_plans.received,
    the.ANSWER: asked_of_plans.answer,
}
_OF_A_THING: Mapping[tuple[type[Record], str], Callable[[Standpoint, Any], Asked]] = {
    (Person, the.AMEND): asked_of_people.amend,
    (Person, the.LEAVE): asked_of_people.leave,
    (Recommendation, the.LOOK): asked_of_recommendations.look,
    (Recommendation, the.AMEND): asked_of_recommendations.amend,
    (Recommendation, the.CLOSE): asked_of_recommendations.close,
    (Action, the.AMEND): asked_of_plans.amend,
    (Action, the.MOVE): asked_of_plans.move,
    (Meeting, the.HELD): asked_of_meetings.held,
    (Meeting, the.AMEND): asked_of_meetings.amend,
    (Event, the.AMEND): asked_of_events.amend,
    (Event, the.JUDGE): asked_of_events.judge,
}


def new(part: str, here: Standpoint) -> Asked:
    """Return what is asked about a new thing of a part."""
    return _NEW[part](here)


def asked(deed: str, here: Standpoint, record: Record) -> Asked | None:
    """Return what is asked before a deed is done with a thing; None for a deed that is done at once."""
    if deed in _OF_THE_PLAN:
        return _OF_THE_PLAN[deed](here)
    ask = _OF_A_THING.get((type(record), deed))
    return ask(here, record) if ask is not None else None


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
