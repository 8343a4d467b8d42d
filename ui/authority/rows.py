# SPDX-License-Identifier: MIT
"""A standing record as rows of lists, each under the key "noun:identifier". What is beside them: details.py."""

from collections.abc import Iterable, Sequence

from resources.language import N_, _, ngettext
from storage.model.action import Action
from storage.model.event import ASSURANCE_KINDS, PLAN_KINDS, Event
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.rules import ACTION_NAMES, RECOMMENDATION_NAMES
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord
from ui.models.authority_words import (
    STANDING_MARKS,
    called,
    dated,
    due_text,
    due_title,
    joined,
    name_of,
    standing_word,
    term,
)
from ui.models.date_words import date_words
from ui.models.finding_words import DIRECTIONS
from ui.widgets.row_delegate import Row

Keyed = tuple[str, Row]

_MARKS = {
    "improved": ("trending-up", "ok"),
    "sustained": ("check", "ok"),
    "unchanged": ("minus", "muted"),
    "deteriorated": ("triangle-alert", "weakness"),
}
_ACTION_MARKS = {
    "said_done": ("quote", "muted"),
    "tested_done": ("check", "ok"),
    "tested_not_done": ("triangle-alert", "weakness"),
    "dropped": ("x", "muted"),
}
_ASSURED_MARKS = {
    "assurance": ("circle-help", "warn"),
    "assurance_borne_out": ("check", "ok"),
    "assurance_not_sustained": ("triangle-alert", "weakness"),
}
_ASSURED_WORDS = {
    "assurance": N_("Not tested yet"),
    "assurance_borne_out": N_("Borne out"),
    "assurance_not_sustained": N_("Not sustained"),
}


def key_of(record: Record) -> str:
    """Return the key of a record: "noun:identifier"."""
    return f"{type(record).entity}:{record.id}"


def due_key(due: Due) -> str:
    """Return the key of something due; several may be counted from one record."""
    return f"due:{due.subject}:{due.record.id}"


def due_row(due: Due) -> Row:
    """Return something due as a row."""
    return Row(due_title(due), due_text(due), (), "", standing_word(due), *STANDING_MARKS[due.standing])


def rows_of(part: str, known: StandingRecord, due: Sequence[Due]) -> list[Keyed]:
    """Return the rows of a part, by its code (parts.SHAPES)."""
    if part == "people":
        return [(key_of(each), _person(each)) for each in known.people]
    if part == "recommendations":
        return [(key_of(each), _recommendation(known, each)) for each in known.recommendations]
    if part == "plan":
        steps = [(due_key(each), due_row(each)) for each in due if each.subject in ("plan", "answer")]
        steps += [(key_of(each), event_row(each)) for each in reversed(known.events_of(*PLAN_KINDS))]
        return steps + [(key_of(each), _action(known, each)) for each in known.actions]
    if part == "meetings":
        review = [(due_key(each), due_row(each)) for each in due if each.subject == "review"]
        return review + [(key_of(each), _meeting(each)) for each in reversed(known.meetings)]
    return [(key_of(each), event_row(each)) for each in reversed(known.events)]


def level_rows(known: StandingRecord) -> list[Keyed]:
    """Return the steps of the level of concern, newest first."""
    return [(key_of(each.event), event_row(each.event)) for each in reversed(known.levels)]


def event_row(event: Event) -> Row:
    """Return an event as a row."""
    row = Row(called(event), event.text, _only(event.source), dated(event.date))
    if event.kind in ASSURANCE_KINDS:
        return Row(row.title, row.text, row.chips, row.time, _(_ASSURED_WORDS[event.kind]), *_ASSURED_MARKS[event.kind])
    return row


def _person(person: Person) -> Row:
    mark = (_(N_("Has left")), "x", "muted") if person.until else ("", "", "muted")
    text = joined((person.display_role if person.name else "", ", ".join(person.address)))
    kind = _(N_("Public office")) if person.is_public_office else _(N_("By role"))
    return Row(person.name or person.display_role, text, (kind,), term(person), *mark)


def _recommendation(known: StandingRecord, asked: Recommendation) -> Row:
    looks = len(known.progress_of(asked.id))
    seen = ngettext("{count} look", "{count} looks", looks).format(count=looks) if looks else ""
    chips = (_(RECOMMENDATION_NAMES.get(asked.status, asked.status)), *_only(seen))
    when = _(N_("due {date}")).format(date=date_words(asked.due)) if asked.due else ""
    text = joined((asked.owner, asked.text))
    direction = asked.direction or "not_looked_at"
    icon, role = _MARKS.get(direction, ("circle-help", "muted"))
    return Row(called(asked), text, chips, when, _(DIRECTIONS.get(direction, direction)), icon, role)


def _action(known: StandingRecord, action: Action) -> Row:
    answers = [each.number for each in known.recommendations if each.id in action.recommendations]
    when = _(N_("due {date}")).format(date=date_words(action.due)) if action.due else ""
    mark = _ACTION_MARKS.get(action.status, ("clock", "muted"))
    state = _(ACTION_NAMES.get(action.status, action.status))
    return Row(called(action), action.owner, tuple(answers), when, state, *mark)


def _meeting(meeting: Meeting) -> Row:
    held = date_words(meeting.held)
    text = joined((", ".join(meeting.attendees), meeting.notes))
    chips = _only(meeting.place)
    if held:
        return Row(called(meeting), text, chips, held, _(N_("Held")), "check", "ok")
    return Row(called(meeting), text, chips, dated(meeting.due), _(N_("Not recorded as held")), "clock", "muted")


def _only(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def names_of(people: Iterable[Person]) -> list[str]:
    """Return what the people who hold an office are called."""
    return [name_of(each) for each in people if not each.until]
