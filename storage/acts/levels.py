# SPDX-License-Identifier: MIT
"""Verbs on the level of concern: raise or lower it from a day, for a reason; take such an entry back.

Each step is an event of the standing record (level_serious …); the authority itself has the level of the newest.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from resources.language import N_
from storage.acts.dated import dated
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.authority import LEVELS, Authority
from storage.model.clock import Span, span_of
from storage.model.event import LEVEL, Event
from storage.model.ids import new_id
from storage.queries.events import events_of_authority
from storage.store import Store


def change(store: Store, seen: Authority, level: str, reason: str, **fields: Any) -> str:
    """Record from when (`date`) a level holds and why; return the event's identifier.

    `source` says who decided, by role; `due` when it is looked at again. The date may be empty where no source states
    it: such a step stays in the history and alters the present level only when it is the first. Raise Refused for an
    unknown level, no reason, and what is no date.
    """
    must_be_present(seen)
    if level not in LEVELS:
        raise Refused(N_("There is no such level of concern."), N_("Choose one of the list."))
    if not reason.strip():
        raise Refused(N_("A level of concern changes for a reason."), N_("Say why, in a line: letters quote it."))
    given = {**fields, **{name: dated(str(fields.get(name, ""))) for name in ("date", "due")}}
    frame: dict[str, Any] = {"stream_id": seen.stream_id, "authority_id": seen.id}
    made = Event(id=new_id(), kind=f"{LEVEL}{level}", text=reason.strip(), **frame, **given)
    gesture = Gesture("levels.change", store.me)
    gesture.add(made)
    gesture.amend(seen, concern_level=present_level((*_steps(store, seen), made)))
    store.record(*gesture.changes)
    return made.id


def amend(store: Store, seen: Authority, event: Event, **after: Any) -> None:
    """Put a step right as it was seen. Raise Refused for no reason, and for what is no date."""
    must_be_present(event)
    if not str(after.get("text", event.text)).strip():
        raise Refused(N_("A level of concern changes for a reason."), N_("Say why, in a line: letters quote it."))
    given: dict[str, Any] = {
        name: dated(str(value)) if name in ("date", "due") else value for name, value in after.items()
    }
    gesture = Gesture("event.amend", store.me)
    gesture.amend(event, **given)
    steps = [replace(each, **given) if each.id == event.id else each for each in _steps(store, seen)]
    gesture.amend(seen, concern_level=present_level(steps))
    store.record(*gesture.changes)


def take_back(store: Store, seen: Authority, event: Event) -> None:
    """Take a step back that was recorded by mistake: the authority has the level of the newest that is left."""
    must_be_present(event)
    gesture = Gesture("levels.take_back", store.me)
    gesture.withdraw(event)
    left = [each for each in _steps(store, seen) if each.id != event.id]
    gesture.amend(seen, concern_level=present_level(left))
    store.record(*gesture.changes)


def present_level(steps: Iterable[Event]) -> str:
    """Return the level of the newest step; undated ones count as the oldest, in the order they were recorded."""
    newest = max(steps, key=lambda each: (_when(each.date), each.id), default=None)
    return newest.kind.removeprefix(LEVEL) if newest else "none"


def _steps(store: Store, seen: Authority) -> list[Event]:
    return [each for each in events_of_authority(store, seen.id) if each.kind.startswith(LEVEL)]


def _when(text: str) -> tuple[Span, ...]:
    return (span_of(text),) if text else ()
