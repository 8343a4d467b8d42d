# SPDX-License-Identifier: MIT
"""Verbs on what happened to an authority: record it, test what it assured us of, take an entry back.

Levels of concern are acts/levels.py's; what a review meeting came to is recorded with it (acts/meetings.py).
"""

from typing import Any

from resources.language import N_
from storage.acts import standing
from storage.acts.dated import dated, worded
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.authority import Authority
from storage.model.event import ASSURANCE_KINDS, EVENT_KINDS, LEVEL_KINDS, Event
from storage.store import Store

_UNWORDED = ("plan_requested", "plan_received", "plan_reflects", "plan_falls_short", "indicators_received")
"""Kinds that say enough by themselves."""


def add(store: Store, authority: Authority, **fields: Any) -> str:
    """Record what happened and return the identifier; the date may be empty where no source states it.

    Raise Refused for a kind that no letter knows, for one without words, and for what is no date.
    """
    kind = str(fields.get("kind", ""))
    if kind not in EVENT_KINDS or kind in LEVEL_KINDS:
        raise Refused(N_("There is no such kind of event."), N_("Choose one of the list."))
    return standing.add_event(store, authority, **_checked(kind, fields))


def amend(store: Store, seen: Event, **after: Any) -> None:
    """Put an entry right as it was seen. Raise Refused as `add` does."""
    must_be_present(seen)
    standing.amend(store, seen, **_checked(seen.kind, after))


def judge(store: Store, seen: Event, result: str, on: str, words: str = "") -> None:
    """Say what came of an assurance once it was tested, on a day; what was found is kept apart from what was said.

    Raise Refused for what is no assurance or no result, and for no date.
    """
    must_be_present(seen)
    if seen.kind not in ASSURANCE_KINDS or result not in tuple(ASSURANCE_KINDS)[1:]:
        raise Refused(N_("Only an assurance is tested."), N_("Say whether it was borne out or not sustained."))
    gesture = Gesture("events.judge", store.me)
    gesture.amend(seen, kind=result, tested_on=dated(on, needed=True), found=words.strip())
    store.record(*gesture.changes)


def withdraw(store: Store, seen: Event) -> None:
    """Take an entry back that was recorded by mistake: hidden, kept in the log."""
    must_be_present(seen)
    gesture = Gesture("events.withdraw", store.me)
    gesture.withdraw(seen)
    store.record(*gesture.changes)


def _checked(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    given = {name: dated(str(value)) if name in _DATES else value for name, value in fields.items()}
    if "text" in given and kind not in _UNWORDED:
        given["text"] = worded(str(given["text"]))
    return given


_DATES = ("date", "due", "tested_on")
