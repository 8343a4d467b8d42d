# SPDX-License-Identifier: MIT
"""Forms about meetings: set one for a day, say that it was held and what came of it, put it right."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_, _
from storage.acts import meetings
from storage.model.event import OUTCOME_KINDS
from storage.model.meeting import MEETING_KINDS, Meeting
from ui.authority.asked_of_recommendations import framework_of, visits_of
from ui.authority.fields import Field, Options, lines
from ui.authority.form import Asked, options
from ui.authority.standpoint import Standpoint
from ui.models.authority_words import called
from ui.models.places import words_of

_LINES = ("attendees", "agreed_actions")


def add(here: Standpoint, kind: str = "review") -> Asked:
    """Ask about a meeting that is due, or one that was held; membership is as it was last, and may change."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.arrange(here.store, here.known.authority, **_kept(given))

    last = here.known.meetings[-1] if here.known.meetings else None
    start = Meeting(
        id="", stream_id=here.known.authority.stream_id, kind=kind, attendees=last.attendees if last else ()
    )
    fields = (Field("kind", N_("&Kind"), "choice", kind, options(MEETING_KINDS)), *_days(start))
    return Asked(N_("Add a meeting"), N_("&Add"), (*fields, *_fields(here, start)), do)


def held(here: Standpoint, seen: Meeting) -> Asked:
    """Ask on which day it was held, who was there, what was agreed, and of a review what it came to."""
    if here.due:  # counted from a conference: no meeting was set for a day
        return review_held(here)

    def do(given: Mapping[str, Any]) -> None:
        kept = _kept(given)
        meetings.hold(here.store, seen, kept.pop("held"), kept.pop("outcome", ""), **kept)

    fields = (Field("held", N_("&Day"), "date", here.today), *_outcome(seen.kind), *_fields(here, seen))
    return Asked(N_("A meeting was held"), N_("&Keep"), fields, do, called(seen))


def review_held(here: Standpoint) -> Asked:
    """Ask about a review meeting that was due, and was held without having been set for a day."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.arrange(here.store, here.known.authority, kind="review", due=here.due, **_kept(given))

    last = here.known.meetings[-1] if here.known.meetings else None
    start = Meeting(id="", stream_id=here.known.authority.stream_id, attendees=last.attendees if last else ())
    fields = (Field("held", N_("&Day"), "date", here.today), *_outcome("review"), *_fields(here, start))
    return Asked(N_("The review meeting was held"), N_("&Keep"), fields, do)


def amend(here: Standpoint, seen: Meeting) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.amend(here.store, seen, **_kept(given))

    return Asked(N_("Put a meeting right"), N_("&Keep"), (*_days(seen), *_fields(here, seen)), do)


def _days(seen: Meeting) -> tuple[Field, ...]:
    return Field("due", N_("D&ue on"), "date", seen.due), Field("held", N_("&Held on"), "date", seen.held)


def _outcome(kind: str) -> tuple[Field, ...]:
    if kind != "review":
        return ()
    came = [("", _(N_("Not said yet"))), *options(OUTCOME_KINDS)]
    hint = N_("People judge this, never the program. The notes below are its reasons in the letter.")
    return (Field("outcome", N_("What it came t&o"), "choice", "", came, hint),)


def _fields(here: Standpoint, seen: Meeting) -> tuple[Field, ...]:
    last = here.known.visits[-1].id if here.known.visits else ""
    return (
        Field("place", N_("&Place"), "line", seen.place),
        Field("chair", N_("Chai&r, by role"), "line", seen.chair),
        Field("attendees", N_("At&tended, by role"), "lines", seen.attendees, (), N_("One on each line.")),
        Field(
            "issues",
            N_("&Issues on the agenda"),
            "some",
            seen.issues,
            _areas(here),
        ),
        Field("agreed_actions", N_("A&greed actions"), "lines", seen.agreed_actions, (), N_("One on each line.")),
        Field("notes", N_("&Notes"), "text", seen.notes),
        Field("visit_id", N_("A&fter the visit"), "choice", seen.visit_id if seen.id else last, visits_of(here.known)),
    )


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: lines(value) if name in _LINES else value for name, value in given.items()}


def _areas(here: Standpoint) -> Options:
    return [(each.code, f"{each.code} {words_of(each)}") for each in framework_of(here)]
