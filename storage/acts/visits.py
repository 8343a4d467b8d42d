# SPDX-License-Identifier: MIT
"""Verbs on a visit and its timetable: plan it, move it through its states, add sessions."""

from collections.abc import Mapping, Sequence
from typing import Any

from resources.language import N_
from storage.acts.members import begin
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.authority import Authority
from storage.model.ids import SessionId, VisitId, new_id
from storage.model.rules import VISIT_STATES
from storage.model.session import Session
from storage.model.visit import Visit
from storage.store import Store


def plan(store: Store, authority: Authority, **fields: Any) -> VisitId:
    """Plan a visit to the authority, a stream of its own, and return its identifier."""
    gesture = Gesture("visits.plan", store.me)
    visit_id = VisitId(new_id())
    shared = {"service": authority.service, "illustration": authority.illustration}
    stream = begin(store, gesture)
    gesture.add(Visit(id=visit_id, stream_id=stream, authority_id=authority.id, **{**shared, **fields}))
    store.record(*gesture.changes)
    return visit_id


def amend(store: Store, seen: Visit, **after: Any) -> None:
    """Amend a visit as it was seen."""
    gesture = Gesture("visits.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def move(store: Store, seen: Visit, state: str) -> None:
    """Move a visit to another state. Raise Refused when none leads there from the present one."""
    if state not in VISIT_STATES.get(seen.status, ()):
        raise Refused(
            N_("A visit that is {now} cannot become {then}."),
            N_("Choose one of: {states}."),
            now=seen.status,
            then=state,
            states=", ".join(VISIT_STATES.get(seen.status, ())) or "-",
        )
    amend(store, seen, status=state)


def add_session(store: Store, visit: Visit, **fields: Any) -> SessionId:
    """Add a session to the visit's timetable and return its identifier."""
    gesture = Gesture("sessions.add", store.me)
    session = Session(id=new_id(), stream_id=visit.stream_id, visit_id=visit.id, **fields)
    gesture.add(session)
    store.record(*gesture.changes)
    return SessionId(session.id)


def amend_session(store: Store, seen: Session, **after: Any) -> None:
    """Amend a session as it was seen."""
    gesture = Gesture("sessions.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def retime_sessions(store: Store, day: Sequence[Session], times: Mapping[str, tuple[str, str]]) -> None:
    """Give sessions of a day other times, (starts, ends) by SessionId, in one gesture."""
    gesture = Gesture("sessions.amend", store.me)
    for seen in day:
        if seen.id in times:
            starts, ends = times[seen.id]
            gesture.amend(seen, starts=starts, ends=ends)
    store.record(*gesture.changes)


def withdraw_session(store: Store, seen: Session) -> None:
    """Take a session off the timetable; its notes stay."""
    gesture = Gesture("sessions.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)
