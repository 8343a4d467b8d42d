# SPDX-License-Identifier: MIT
"""Verbs on meetings with an authority: set one for a day, say that it was held and what came of it, call it off."""

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


def arrange(store: Store, authority: Authority, **fields: Any) -> MeetingId:
    """Record a meeting that is due, or that was held, and return the identifier.

    Raise Refused for an unknown kind, for neither day, and for what is no date.
    """
    if fields.get("kind", "conference") not in MEETING_KINDS:
        raise Refused(N_("There is no such kind of meeting."), N_("Choose one of the list."))
    given = _checked(fields)
    if not given.get("held"):
        given["due"] = dated(str(given.get("due", "")), needed=True)
    return standing.add_meeting(store, authority, **given)


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
    if outcome and (outcome not in OUTCOME_KINDS or seen.kind != "review"):
        raise Refused(N_("Only a review meeting has an outcome."), N_("Choose one of the list."))
    when = dated(held, needed=True)
    gesture = Gesture("meetings.hold", store.me)
    gesture.amend(seen, held=when, **_checked(fields))
    if outcome:
        reasons = str(fields.get("notes", seen.notes)).strip()
        frame: dict[str, Any] = {"stream_id": seen.stream_id, "authority_id": seen.authority_id}
        gesture.add(Event(id=new_id(), kind=outcome, date=when, text=reasons, **frame))
    store.record(*gesture.changes)


def call_off(store: Store, seen: Meeting) -> None:
    """Take a meeting back that will not take place, or was recorded by mistake: hidden, kept in the log."""
    must_be_present(seen)
    gesture = Gesture("meetings.call_off", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: dated(str(value)) if name in ("held", "due") else value for name, value in fields.items()}
