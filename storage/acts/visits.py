# SPDX-License-Identifier: MIT
"""Verbs on a visit and its timetable: plan it, move it through its states, add sessions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from resources.language import N_
from storage.acts.members import begin
from storage.acts.rubrics import carry, must_not_clash
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model import clock
from storage.model.authority import Authority
from storage.model.ids import SessionId, VisitId, new_id
from storage.model.rules import VISIT_STATES, needs_reason
from storage.model.session import Session
from storage.model.visit import LONGEST, Visit
from storage.queries.editions import rubrics_of_visit
from storage.store import Store


def plan(store: Store, authority: Authority, **fields: Any) -> VisitId:
    """Plan a visit to the authority, a stream of its own, and return its identifier. Refused: longer than LONGEST."""
    _must_not_last(int(fields.get("days", 0)))
    gesture = Gesture("visits.plan", store.me)
    visit_id = VisitId(new_id())
    shared = {"service": authority.service, "illustration": authority.illustration}
    stream = begin(store, gesture)
    planned = Visit(id=visit_id, stream_id=stream, authority_id=authority.id, **{**shared, **fields})
    gesture.add(planned)
    used = rubrics_of_visit(store, planned)
    for at, each in enumerate(used):
        must_not_clash(each, used[:at])
        carry(store, gesture, planned, each)
    store.record(*gesture.changes)
    return visit_id


def amend(store: Store, seen: Visit, **after: Any) -> None:
    """Amend a visit as it was seen. Raise Refused when it would be longer than LONGEST."""
    _must_not_last(int(after.get("days", 0)))
    gesture = Gesture("visits.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def move(store: Store, seen: Visit, state: str, reason: str = "", on: date | None = None) -> None:
    """Move a visit to another state, on a day (today when unsaid), for a reason that side states cannot do without.

    Raise Refused when no way leads there from the present state; when a side state is entered or left without a
    reason; and for a day to come, or before the day of the present state.
    """
    if state not in VISIT_STATES.get(seen.status, ()):
        raise Refused(
            N_("A visit that is {now} cannot become {then}."),
            N_("Choose one of: {states}."),
            now=seen.status,
            then=state,
            states=", ".join(VISIT_STATES.get(seen.status, ())) or "-",
        )
    if not reason.strip() and needs_reason(seen.status, state):
        raise Refused(N_("This step needs a reason."), N_("Say why, in a line: it stays in the visit's history."))
    gesture = Gesture("visits.move", store.me)
    gesture.amend(seen, status=state, state_reason=reason.strip(), state_on=_day(seen, on))
    store.record(*gesture.changes)


def _must_not_last(days: int) -> None:
    if days > LONGEST:
        raise Refused(
            N_("A visit has {most} days at most."),
            N_("Look at the years of its first and last day. What goes on for longer is several visits."),
            most=LONGEST,
        )


def _day(seen: Visit, on: date | None) -> str:
    today = clock.now().astimezone().date()
    day = on or today
    if day > today:
        raise Refused(N_("This day has not come yet."), N_("A visit is moved on when it has come so far."))
    if on is not None and day.isoformat() < seen.state_on:
        raise Refused(N_("This day lies before the visit's present state."), N_("Give that day or a later one."))
    return day.isoformat()


def add_session(store: Store, visit: Visit, **fields: Any) -> SessionId:
    """Add a session to the visit's timetable and return its identifier. Raise Refused when it ends before it starts."""
    _must_end_after_start(str(fields.get("starts", "")), str(fields.get("ends", "")))
    gesture = Gesture("sessions.add", store.me)
    session = Session(id=new_id(), stream_id=visit.stream_id, visit_id=visit.id, **fields)
    gesture.add(session)
    store.record(*gesture.changes)
    return SessionId(session.id)


def amend_session(store: Store, seen: Session, **after: Any) -> None:
    """Amend a session as it was seen. Raise Refused when it would end before it starts."""
    _must_end_after_start(str(after.get("starts", seen.starts)), str(after.get("ends", seen.ends)))
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


def _must_end_after_start(starts: str, ends: str) -> None:
    """Times of one day, "09:30"; a session without either has nothing to compare."""
    if starts and ends and ends < starts:
        raise Refused(
            N_("This session would end before it starts."), N_("Put the later time second, or leave the end open.")
        )
