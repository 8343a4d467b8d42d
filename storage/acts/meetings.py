# SPDX-License-Identifier: MIT
"""Verbs on meetings with an authority: set one for a day, say that it was held and what came of it, call it off."""

from dataclasses import replace
from typing import Any

from resources.language import N_
from storage.acts import standing
from storage.acts.dated import dated
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.authority import Authority
from storage.model.event import OUTCOME_KINDS, Event
from storage.model.ids import MeetingId, new_id
from storage.model.meeting import MEETING_KINDS, Meeting
from storage.store import Store


def arrange(store: Store, authority: Authority, outcome: str = "", **fields: Any) -> MeetingId:
    """Record a meeting that is due, or one that was held and what it came to; return the identifier.

    Raise Refused for an unknown kind, for neither day, for what is no date, and as `hold` does.
    """
    if fields.get("kind", "conference") not in MEETING_KINDS:
        raise Refused(N_("There is no such kind of meeting."), N_("Choose one of the list."))
    given = _checked(fields)
    if not given.get("held"):
        given["due"] = dated(str(given.get("due", "")), needed=True)
    frame: dict[str, Any] = {"stream_id": authority.stream_id, "authority_id": authority.id}
    made = Meeting(id=new_id(), **frame, **given)
    gesture = Gesture("meetings.add", store.me)
    gesture.add(made)
    _come_to(gesture, made, outcome)
    store.record(*gesture.changes)
    return MeetingId(made.id)


def amend(store: Store, seen: Meeting, **after: Any) -> None:
    """Amend a meeting as it was seen. Raise Refused for what is no date."""
    must_be_present(seen)
    standing.amend(store, seen, **_checked(after))


def hold(store: Store, seen: Meeting, held: str, outcome: str = "", **fields: Any) -> None:
    """Say that a meeting was held on a day; of a review meeting, what it came to, with the `notes` as its reasons.

    The outcome is an event of its own, which letters read. Raise Refused for no date, an unknown outcome, and an
    outcome of another kind of meeting.
    """
    must_be_present(seen)
    given = _checked({**fields, "held": dated(held, needed=True)})
    gesture = Gesture("meetings.hold", store.me)
    gesture.amend(seen, **given)
    _come_to(gesture, replace(seen, **given), outcome)
    store.record(*gesture.changes)


def call_off(store: Store, seen: Meeting) -> None:
    """Take a meeting back that will not take place, or was recorded by mistake: hidden, kept in the log."""
    must_be_present(seen)
    gesture = Gesture("meetings.call_off", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: dated(str(value)) if name in ("held", "due") else value for name, value in fields.items()}


def _come_to(gesture: Gesture, held: Meeting, outcome: str) -> None:
    if outcome:
        if outcome not in OUTCOME_KINDS or held.kind != "review" or not held.held:
            raise Refused(N_("Only a review meeting that was held has an outcome."), N_("Choose one of the list."))
        frame: dict[str, Any] = {"stream_id": held.stream_id, "authority_id": held.authority_id}
        gesture.add(Event(id=new_id(), kind=outcome, date=held.held, text=held.notes.strip(), **frame))
