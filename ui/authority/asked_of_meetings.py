# SPDX-License-Identifier: MIT
"""Forms about meetings: set one for a day, say that it was held and what came of it, put it right."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_, _
from storage.acts import meetings
from storage.model.event import OUTCOME_KINDS
from storage.model.meeting import MEETING_KINDS, Meeting
from storage.queries.editions import rubrics_of_visit
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from ui.authority.asked_of_recommendations import visits_of
from ui.authority.fields import Field, Options, lines
from ui.authority.form import Asked, options
from ui.models.authority_words import called
from ui.models.places import words_of

_LINES = ("attendees", "agreed_actions")


def add(store: Store, known: StandingRecord, kind: str = "review") -> Asked:
    """Ask about a meeting that is due, or one that was held; membership is as it was last, and may change."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.arrange(store, known.authority, **_kept(given))

    last = known.meetings[-1] if known.meetings else None
    start = Meeting(id="", stream_id=known.authority.stream_id, kind=kind, attendees=last.attendees if last else ())
    fields = (Field("kind", N_("&Kind"), "choice", kind, options(MEETING_KINDS)), *_days(start))
    return Asked(N_("Add a meeting"), N_("&Add"), (*fields, *_fields(store, known, start)), do)


def held(store: Store, known: StandingRecord, seen: Meeting, today: str) -> Asked:
    """Ask on which day it was held, who was there, what was agreed, and of a review what it came to."""

    def do(given: Mapping[str, Any]) -> None:
        kept = _kept(given)
        meetings.hold(store, seen, kept.pop("held"), kept.pop("outcome", ""), **kept)

    fields = (Field("held", N_("&Day"), "date", today), *_outcome(seen.kind), *_fields(store, known, seen))
    return Asked(N_("A meeting was held"), N_("&Keep"), fields, do, called(seen))


def review_held(store: Store, known: StandingRecord, due: str, today: str) -> Asked:
    """Ask about a review meeting that was due, and was held without having been set for a day."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.arrange(store, known.authority, kind="review", due=due, **_kept(given))

    last = known.meetings[-1] if known.meetings else None
    start = Meeting(id="", stream_id=known.authority.stream_id, attendees=last.attendees if last else ())
    fields = (Field("held", N_("&Day"), "date", today), *_outcome("review"), *_fields(store, known, start))
    return Asked(N_("The review meeting was held"), N_("&Keep"), fields, do)


def amend(store: Store, known: StandingRecord, seen: Meeting) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        meetings.amend(store, seen, **_kept(given))

    return Asked(N_("Put a meeting right"), N_("&Keep"), (*_days(seen), *_fields(store, known, seen)), do)


def _days(seen: Meeting) -> tuple[Field, ...]:
    return Field("due", N_("D&ue on"), "date", seen.due), Field("held", N_("&Held on"), "date", seen.held)


def _outcome(kind: str) -> tuple[Field, ...]:
    if kind != "review":
        return ()
    came = [("", _(N_("Not said yet"))), *options(OUTCOME_KINDS)]
    hint = N_("People judge this, never the program. The notes below are its reasons in the letter.")
    return (Field("outcome", N_("What it came t&o"), "choice", "", came, hint),)


def _fields(store: Store, known: StandingRecord, seen: Meeting) -> tuple[Field, ...]:
    last = known.visits[-1].id if known.visits else ""
    return (
        Field("place", N_("&Place"), "line", seen.place),
        Field("chair", N_("Chai&r, by role"), "line", seen.chair),
        Field("attendees", N_("At&tended, by role"), "lines", seen.attendees, (), N_("One on each line.")),
        Field(
            "issues",
            N_("&Issues on the agenda"),
            "some",
            seen.issues,
            _areas(store, known),
        ),
        Field("agreed_actions", N_("A&greed actions"), "lines", seen.agreed_actions, (), N_("One on each line.")),
        Field("notes", N_("&Notes"), "text", seen.notes),
        Field("visit_id", N_("A&fter the visit"), "choice", seen.visit_id if seen.id else last, visits_of(known)),
    )


def _areas(store: Store, known: StandingRecord) -> Options:
    framed = next((each for each in reversed(known.visits) if each.frameworks), None)
    rubrics = rubrics_of_visit(store, framed) if framed else ()
    return [(each.code, f"{each.code} {words_of(each)}") for rubric in rubrics[:1] for each in rubric.areas]


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: lines(value) if name in _LINES else value for name, value in given.items()}
