# SPDX-License-Identifier: MIT
"""Verbs on the lines of a day's sheets: add one, reword it, tick a line of enquiry off, take one back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model import clock
from storage.model.ids import new_id
from storage.model.point import POINT_KINDS, SAID, Point
from storage.model.visit import Visit
from storage.store import Store


def enquire(store: Store, visit: Visit, text: str, day: int = 1) -> str:
    """Add a line of enquiry at the end of a day and return its identifier. Raise Refused without words."""
    made = Point(id=new_id(), stream_id=visit.stream_id, visit_id=visit.id, day=day, text=_words(text))
    return _add(store, made, clock.now())


def hear(store: Store, visit: Visit, said: tuple[str, str, str], day: int = 1, at: datetime | None = None) -> str:
    """Add what was said at the feedback meeting, (kind, role, words), and return its identifier; `at` is now if unsaid.

    Raise Refused without words or role, for a kind that is not in SAID, and for a time to come.
    """
    kind, role, text = said
    if kind not in SAID:
        raise Refused(N_("There is no such kind of line."), N_("Choose one of the list."))
    if not role.strip():
        raise Refused(N_("Nobody is named."), N_("Give the role, such as “Head of service”; no private name."))
    moment = at or clock.now()
    if moment > clock.now():
        raise Refused(N_("This time has not come yet."), N_("Give the time at which it was said."))
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id, "day": day}
    made = Point(id=new_id(), kind=kind, role=" ".join(role.split()), text=_words(text), **frame)
    return _add(store, made, moment)


def amend(store: Store, seen: Point, text: str) -> None:
    """Reword a line as it was seen. Raise Refused without words."""
    must_be_present(seen)
    gesture = Gesture("points.amend", store.me)
    gesture.amend(seen, text=_words(text))
    store.record(*gesture.changes)


def settle(store: Store, seen: Point, *, done: bool = True) -> None:
    """Say that a line of enquiry was followed, or not after all."""
    must_be_present(seen)
    if seen.kind not in POINT_KINDS or seen.kind in SAID:
        raise Refused(N_("Only a line of enquiry is followed."), N_("Choose one of the list."))
    gesture = Gesture("points.settle", store.me)
    gesture.amend(seen, done=done)
    store.record(*gesture.changes)


def withdraw(store: Store, seen: Point) -> None:
    """Take a line back: hidden, kept in the log."""
    gesture = Gesture("points.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _add(store: Store, point: Point, at: datetime) -> str:
    gesture = Gesture("points.add", store.me)
    gesture.add(replace(point, author=store.me, said_at=clock.stamp(at)))
    store.record(*gesture.changes)
    return point.id


def _words(text: str) -> str:
    if not text.strip():
        raise Refused(N_("This line has no words."), N_("Type something first."))
    return text.strip()
