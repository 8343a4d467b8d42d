# SPDX-License-Identifier: MIT
"""Verbs on an authority's standing record: its people, what happened, what was asked of it, meetings, past visits."""

from typing import Any, TypeVar

from storage.gesture import Gesture
from storage.model.authority import Authority
from storage.model.event import Event
from storage.model.ids import MeetingId, PersonId, RecommendationId, VisitId, new_id
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.visit import Visit
from storage.store import Store

R = TypeVar("R", bound=Record)


def add_person(store: Store, authority: Authority, person_id: str = "", **fields: Any) -> PersonId:
    """Add somebody to the standing record and return the identifier: a new one, unless she is known by one already."""
    person = Person(id=person_id or new_id(), stream_id=authority.stream_id, **fields)
    return PersonId(_add(store, "people.add", person))


def add_event(store: Store, authority: Authority, **fields: Any) -> str:
    """Add what happened to the authority and return the identifier."""
    return _add(store, "events.add", Event(**_frame(authority), **fields))


def recommend(store: Store, authority: Authority, **fields: Any) -> RecommendationId:
    """Record what the authority is asked to do and return the identifier."""
    return RecommendationId(_add(store, "recommendations.add", Recommendation(**_frame(authority), **fields)))


def add_meeting(store: Store, authority: Authority, **fields: Any) -> MeetingId:
    """Record a meeting with the authority, held or due, and return the identifier."""
    return MeetingId(_add(store, "meetings.add", Meeting(**_frame(authority), **fields)))


def add_past_visit(store: Store, authority: Authority, **fields: Any) -> VisitId:
    """Record a visit of the past, without notes of its own, and return the identifier."""
    return VisitId(_add(store, "visits.remember", Visit(**_frame(authority), **fields)))


def amend(store: Store, seen: Record, **after: Any) -> None:
    """Amend a thing of the standing record as it was seen."""
    gesture = Gesture(f"{seen.entity}.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def _frame(authority: Authority) -> dict[str, Any]:
    return {"id": new_id(), "stream_id": authority.stream_id, "authority_id": authority.id}


def _add(store: Store, act: str, record: Record) -> str:
    gesture = Gesture(act, store.me)
    gesture.add(record)
    store.record(*gesture.changes)
    return record.id
