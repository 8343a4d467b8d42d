# SPDX-License-Identifier: MIT
"""What is due next of an authority, overdue first: plan, review meeting, meetings, recommendations, actions, tests.

Days are counted in working days; rules and arithmetic are model/deadlines.py's. Nothing is guessed: a review meeting
that nobody recorded is said not to be recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resources.language import N_
from storage.model.clock import Span
from storage.model.deadlines import PLAN_WITHIN, REVIEW_WITHIN, Deadline, deadline, standing, working_days_between
from storage.model.meeting import Meeting
from storage.model.record import Record
from storage.queries.authorities import authorities
from storage.queries.standing_record import OVER, StandingRecord, standing_record, when
from storage.store import Store

SUBJECTS = {
    "plan": N_("Improvement plan, or updates to it"),
    "answer": N_("Acknowledge the improvement plan"),
    "review": N_("Review meeting"),
    "meeting": N_("Meeting"),
    "recommendation": N_("Recommendation"),
    "action": N_("Action of the plan"),
    "assurance": N_("Test what was assured"),
    "level": N_("Look again at the level of concern"),
    "visit": N_("Visit"),
}
"""What may be due → its name."""
STANDINGS = {
    "overdue": N_("Overdue"),
    "due_soon": N_("Due soon"),
    "due": N_("Due"),
    "no_day": N_("No day set"),
}
"""How it stands, gravest first → the word for it."""
SOON = 10
"""Working days from which on something is due soon."""
_DONE = ("tested_done", "dropped")


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is to come."""

    subject: str
    """One of SUBJECTS."""
    record: Record
    """What it is about, or what it is counted from: a recommendation, an event, the conference."""
    span: Span | None
    """The day, or the days between which it lies; None where none is set."""
    standing: str
    """One of STANDINGS."""
    days: int
    """Working days left until the latest day; negative: so many over it."""
    counted: Deadline | None = None
    """How the day came about, where it was counted from another."""


def due_of(known: StandingRecord, today: date) -> tuple[Due, ...]:
    """Return what is due of an authority: overdue first, then by day; what has no day comes last."""
    found = [
        *_plan(known, today),
        *_reviews(known, today),
        *(_at("meeting", each, each.due, today) for each in known.meetings if _is_set(each)),
        *(_at("recommendation", each, each.due, today) for each in known.recommendations if each.status not in OVER),
        *(_at("action", each, each.due, today) for each in known.actions if each.status not in _DONE),
        *(_at("assurance", each, each.due, today) for each in known.events_of("assurance")),
        *_level(known, today),
        *_visits(known, today),
    ]
    order = list(STANDINGS)
    return tuple(
        sorted(
            (each for each in found if each.span or each.subject == "answer"),
            key=lambda each: (order.index(each.standing), each.span or Span(date.max, date.max), each.record.id),
        )
    )


def due_everywhere(store: Store, today: date) -> tuple[tuple[StandingRecord, tuple[Due, ...]], ...]:
    """Return what is due of every authority of the store, by its name."""
    known = (standing_record(store, each.id) for each in authorities(store))
    return tuple((each, due_of(each, today)) for each in known if each is not None)


def _at(subject: str, record: Record, day: str, today: date) -> Due:
    """Return what is due on a fuzzy date of its own."""
    span = next(iter(when(day)), None)
    if span is None:
        return Due(subject, record, None, "no_day", 0)
    days = working_days_between(today, span.latest)
    if today > span.latest:
        return Due(subject, record, span, "overdue", days)
    return Due(subject, record, span, "due_soon" if working_days_between(today, span.earliest) <= SOON else "due", days)


def _counted(subject: str, record: Record, counted: Deadline, today: date) -> Due:
    days = working_days_between(today, counted.due.latest)
    now = standing(counted, today)
    if now != "overdue":
        now = "due_soon" if working_days_between(today, counted.due.earliest) <= SOON else "due"
    return Due(subject, record, counted.due, now, days, counted)


def _plan(known: StandingRecord, today: date) -> Iterator[Due]:
    """The plan that the last conference, or a request after it, asked for; once it came, its acknowledgement."""
    asked = _last_asked(known)
    came = [each for each in known.events_of("plan_received") if asked is None or not _is_before(each.date, asked[1])]
    if came:
        answered = known.events_of("plan_reflects", "plan_falls_short")
        if not any(not _is_before(each.date, came[-1].date) for each in answered):
            yield Due("answer", came[-1], None, "no_day", 0)
    elif asked is not None:
        record, base, own_day = asked
        if own_day:
            yield _at("plan", record, own_day, today)
        elif when(base):
            yield _counted("plan", record, deadline(base, *PLAN_WITHIN), today)


def _last_asked(known: StandingRecord) -> tuple[Record, str, str] | None:
    """Return (record, its date, the day it set) of whatever last asked for a plan."""
    asked: list[tuple[Record, str, str]] = [(each, each.date, each.due) for each in known.events_of("plan_requested")]
    asked += [(each, each.held, "") for each in known.meetings if each.kind == "conference" and each.held]
    return max(asked, key=lambda each: (when(each[1]), bool(each[2])), default=None)


def _reviews(known: StandingRecord, today: date) -> Iterator[Due]:
    """The review meeting after the last conference, unless one is set for a day or was held since."""
    held = [each for each in known.meetings if each.kind == "conference" and when(each.held)]
    if held:
        last = held[-1]
        since = (each for each in known.meetings if each.kind == "review")
        if not any(not _is_before(each.held or each.due, last.held) for each in since):
            yield _counted("review", last, deadline(last.held, *REVIEW_WITHIN), today)


def _level(known: StandingRecord, today: date) -> Iterator[Due]:
    steps = known.levels
    if steps and steps[-1].event.due:
        yield _at("level", steps[-1].event, steps[-1].event.due, today)


def _visits(known: StandingRecord, today: date) -> Iterator[Due]:
    """A visit that is planned; one of the past is on its own way (rules.VISIT_STATES)."""
    for each in known.visits:
        span = next(iter(when(each.dates)), None)
        if each.status in ("planned", "packed") and span and span.latest >= today:
            yield _at("visit", each, each.dates, today)


def _is_set(meeting: Meeting) -> bool:
    return not meeting.held and bool(meeting.due)


def _is_before(first: str, then: str) -> bool:
    """Say whether one fuzzy date lies wholly before another; an empty one lies before nothing."""
    one, other = when(first), when(then)
    return bool(one and other) and one[0].latest < other[0].earliest
