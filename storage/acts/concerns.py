# SPDX-License-Identifier: MIT
"""Verbs on a matter of concern: raise it, tell the authority, have it acknowledged, record what came of it.

There is no verb that withdraws one, and undo leaves them alone (storage/undo.py).
"""

from datetime import datetime, timedelta
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model import clock
from storage.model.concern import Concern
from storage.model.ids import new_id
from storage.model.visit import Visit
from storage.queries.members import my_seat
from storage.store import Store

_AHEAD = timedelta(minutes=5)
"""So far may a time lie ahead: another person's watch is not this laptop's clock."""


def raise_concern(store: Store, visit: Visit, what: str, *, note_id: str = "", case_ref: str = "") -> str:
    """Raise a matter of concern now and return its identifier. Raise Refused without words.

    Raised by the lead inspector herself, it says that she knows.
    """
    if not what.strip():
        raise Refused(N_("This matter of concern has no words."), N_("Say what the concern is, in a line or two."))
    seat, now = my_seat(store, visit.stream_id), clock.stamp()
    gesture = Gesture("concerns.raise", store.me)
    concern = Concern(
        id=new_id(),
        stream_id=visit.stream_id,
        visit_id=visit.id,
        authority_id=visit.authority_id,
        note_id=note_id,
        case_ref=case_ref.strip(),
        what=what.strip(),
        raised_at=now,
        raised_by=store.me,
        lead_told_at=now if seat is not None and seat.role == "lead" else "",
        illustration=visit.illustration,
    )
    gesture.add(concern)
    store.record(*gesture.changes)
    return concern.id


def tell_lead(store: Store, seen: Concern, at: datetime | None = None) -> None:
    """Record when the lead inspector was told. Raise Refused for a time before it was raised."""
    _record(store, seen, "concerns.tell_lead", lead_told_at=_at(seen.raised_at, at))


def tell(store: Store, seen: Concern, role: str, at: datetime | None = None) -> None:
    """Record whom in the authority, by role, one has told, and when. Raise Refused without a role or before raising."""
    whom = _role(role, N_("Nobody is named as having been told."))
    _record(store, seen, "concerns.tell", told_role=whom, told_at=_at(seen.raised_at, at), told_by=store.me)


def acknowledge(store: Store, seen: Concern, role: str, at: datetime | None = None, **said: str) -> None:
    """Record who in the authority acknowledged it, by role, and when; `said`: response, reference.

    Raise Refused without a role, before anybody was told, and for a time before that.
    """
    if not seen.told_at:
        raise Refused(
            N_("Nobody in the authority has been told of this matter yet."), N_("Record first who was told, and when.")
        )
    who = _role(role, N_("Nobody is named as having acknowledged it."))
    words = {name: value.strip() for name, value in said.items()}
    moment = _at(seen.told_at, at)
    _record(store, seen, "concerns.acknowledge", acknowledged_role=who, acknowledged_at=moment, **words)


def record_outcome(store: Store, seen: Concern, outcome: str, visit_id: str = "") -> None:
    """Record what came of a matter that was acknowledged, and at which visit it was learnt. Raise Refused otherwise."""
    if not seen.acknowledged_at:
        raise Refused(
            N_("The authority has not acknowledged this matter yet."), N_("Record first who acknowledged it, and when.")
        )
    if not outcome.strip():
        raise Refused(N_("This outcome has no words."), N_("Say what was done, and what it changed for the child."))
    learnt = {"outcome_at": clock.stamp(), "outcome_visit_id": visit_id}
    _record(store, seen, "concerns.outcome", outcome=outcome.strip(), **learnt)


def amend(store: Store, seen: Concern, what: str) -> None:
    """Reword a matter of concern as it was seen. Raise Refused without words: it is never emptied."""
    if not what.strip():
        raise Refused(N_("This matter of concern has no words."), N_("A matter of concern is never deleted."))
    _record(store, seen, "concerns.amend", what=what.strip())


def _record(store: Store, seen: Concern, act: str, **after: Any) -> None:
    gesture = Gesture(act, store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)


def _role(role: str, nobody: str) -> str:
    if not role.strip():
        raise Refused(nobody, N_("Give the role, such as “Head of service”; no private name."))
    return " ".join(role.split())


def _at(earliest: str, at: datetime | None) -> str:
    """Return the moment as a stamp. Raise Refused when it lies before another's minute, or ahead."""
    moment = at or clock.now()
    if moment > clock.now() + _AHEAD:
        raise Refused(N_("This time has not come yet."), N_("Give the time at which it was done."))
    if earliest and moment < clock.read_stamp(earliest).replace(second=0, microsecond=0):
        raise Refused(
            N_("This time lies before the step that comes first."),
            N_("Raised, told, acknowledged: each no earlier than the one before."),
        )
    return clock.stamp(moment)
