# SPDX-License-Identifier: MIT
"""How a day's records are said in a line each, on paper, screen and in the terminal. Nothing is looked up here."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from resources import language
from resources.language import N_, _, long_date, ngettext
from storage.model.clock import read_stamp
from storage.model.concern import CONCERN_STATES, Concern, is_late, running
from storage.model.point import POINT_KINDS, Point
from storage.model.rules import STATE_NAMES
from storage.queries.day import Day, Standing
from storage.queries.findings import Weighed

SOURCES = {
    "file": N_("Case file"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data": N_("Data"),
    "document": N_("Document"),
}
"""Kind of source → its name."""


def day_title(day: Day) -> str:
    """Return which day it is: "Day 1, 10 July 2018"."""
    words = _(N_("Day {number}")).format(number=day.number)
    return f"{words}, {long_date(day.on)}" if day.on else words


def place_title(day: Day) -> str:
    """Return where the visit is: authority and service."""
    name = day.authority.name if day.authority else _(N_("Visit"))
    return " · ".join(part for part in (name, day.visit.service) if part)


def finding_marks(weighed: Weighed) -> str:
    """Return what is told below a finding: its areas, its state, what stands for and against it."""
    finding, count = weighed.finding, sum(note.present for note in weighed.supports)
    parts = [
        " ".join(f"#{code}" for code in finding.areas),
        _(STATE_NAMES.get(weighed.state, weighed.state)),
        ngettext("{count} note for it", "{count} notes for it", count).format(count=count),
    ]
    against = sum(note.present for note in weighed.contradicts)
    if against:
        parts.append(ngettext("{count} note against it", "{count} notes against it", against).format(count=against))
    if finding.immediate:
        parts.append(_(N_("cannot wait for the letter")))
    return " · ".join(part for part in parts if part)


def criterion_title(standing: Standing) -> str:
    """Return a criterion's code and words in the language in use."""
    titles = standing.criterion.title
    return f"{standing.criterion.code} {titles.get(language.current()) or titles.get('en', '')}".strip()


def thin_marks(standing: Standing, inspectors: int) -> tuple[str, ...]:
    """Return why a criterion stands out: not seen, contradicted, of one kind of source, of one inspector."""
    if not standing.notes:
        return (_(N_("not yet seen")),)
    found = []
    if standing.is_contradicted:
        found.append(_(N_("contradicted: strength and weakness")))
    if len(standing.kinds) == 1:
        kind = _(SOURCES.get(standing.kinds[0], standing.kinds[0]))
        found.append(_(N_("one kind of source: {kind}")).format(kind=kind.lower()))
    if standing.authors == 1 and inspectors > 1:
        found.append(_(N_("one inspector only")))
    return tuple(found)


def span(length: timedelta) -> str:
    """Return how long something has gone on, in hours and minutes: "1 h 12 min", "2 days 3 h"."""
    minutes = int(length.total_seconds() // 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        told = ngettext("{count} day", "{count} days", days).format(count=days)
        return _(N_("{days} {hours} h")).format(days=told, hours=hours % 24)
    if hours:
        return _(N_("{hours} h {minutes} min")).format(hours=hours, minutes=minutes % 60)
    return _(N_("{minutes} min")).format(minutes=minutes)


def concern_state(concern: Concern, now: datetime) -> str:
    """Return where a matter of concern stands; one that is open says how long, and whether that is too long."""
    words = _(CONCERN_STATES[concern.state])
    if not concern.is_open:
        return words
    waited = _(N_("open for {span}")).format(span=span(running(concern, now)))
    return " · ".join((words, waited, *([_(N_("late"))] if is_late(concern, now) else [])))


def concern_steps(concern: Concern) -> tuple[str, ...]:
    """Return what was done about a matter of concern, a line a step."""
    steps = [_(N_("Raised {when}")).format(when=moment(concern.raised_at))]
    if concern.lead_told_at and concern.lead_told_at != concern.raised_at:
        steps.append(_(N_("Lead inspector told {when}")).format(when=moment(concern.lead_told_at)))
    if concern.told_at:
        told = _(N_("{role} told {when}"))
        steps.append(told.format(role=concern.told_role, when=moment(concern.told_at)))
    if concern.acknowledged_at:
        words = _(N_("Acknowledged by {role} {when}"))
        said = words.format(role=concern.acknowledged_role, when=moment(concern.acknowledged_at))
        steps.append(" · ".join(part for part in (said, concern.reference, concern.response) if part))
    if concern.outcome_at:
        steps.append(_(N_("Outcome: {words}")).format(words=concern.outcome))
    return tuple(steps)


def point_row(point: Point) -> tuple[str, str, str, str]:
    """Return a line said at the feedback meeting as time, role, kind, words."""
    return hour(point.said_at), point.role, _(POINT_KINDS.get(point.kind, point.kind)), point.text


def hour(stamp: str) -> str:
    """Return the local time of a moment: "10:42"; empty where it cannot be read."""
    there = _local(stamp)
    return f"{there:%H:%M}" if there else ""


def moment(stamp: str) -> str:
    """Return a moment as a day and a local time: "10 July 2018, 10:42"; as it is where it cannot be read."""
    there = _local(stamp)
    return f"{long_date(there.date())}, {there:%H:%M}" if there else stamp


def day_words(day: str) -> str:
    """Return a day as written in a record, "2018-07-10", in words; as it is where it is none."""
    try:
        return long_date(date.fromisoformat(day))
    except ValueError:
        return day


def listed(standings: Sequence[Standing]) -> str:
    """Return codes in a row: "QA1, QA2"."""
    return ", ".join(each.criterion.code for each in standings)


def _local(stamp: str) -> datetime | None:
    try:
        return read_stamp(stamp).astimezone()
    except ValueError:
        return None
