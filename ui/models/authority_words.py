# SPDX-License-Identifier: MIT
"""How a standing record is said: a person, a meeting, an event, what is due. In the window and the terminal alike."""

from collections.abc import Iterable

from resources.language import N_, _, ngettext
from storage.model.action import Action
from storage.model.authority import LEVELS, Authority
from storage.model.event import EVENT_KINDS, Event
from storage.model.meeting import MEETING_KINDS, Meeting
from storage.model.person import Person
from storage.model.recommendation import Recommendation
from storage.model.record import Record
from storage.model.visit import Visit
from storage.queries.due import STANDINGS, SUBJECTS, Due
from ui.models.date_words import date_words, span_words
from ui.models.visit_kinds import VISIT_KINDS

STANDING_MARKS = {
    "overdue": ("triangle-alert", "bad"),
    "due_soon": ("clock", "warn"),
    "due": ("calendar", "muted"),
    "no_day": ("circle-help", "muted"),
}
"""How something due stands → (icon, role of colour); its word stands beside it always."""


def name_of(person: Person) -> str:
    """Return what a person is called: name and role, or the role alone."""
    return " · ".join(part for part in (person.name, person.display_role) if part)


def called(record: Record) -> str:
    """Return in a line what a record of an authority is called."""
    if isinstance(record, Recommendation):
        return " ".join(part for part in (record.number, record.title or record.text) if part)
    if isinstance(record, Action):
        return " ".join(part for part in (record.number, record.text) if part)
    if isinstance(record, Meeting):
        return _(MEETING_KINDS.get(record.kind, record.kind))
    if isinstance(record, Event):
        return _(EVENT_KINDS.get(record.kind, record.kind))
    if isinstance(record, Visit):
        return _(VISIT_KINDS.get(record.kind, record.kind))
    return name_of(record) if isinstance(record, Person) else ""


def due_title(due: Due) -> str:
    """Return what is due, with what it is about where that is not said by the subject alone."""
    subject = _(SUBJECTS[due.subject])
    if due.subject in ("recommendation", "action"):
        return f"{subject} {called(due.record)}"
    if due.subject in ("meeting", "visit"):
        return called(due.record)
    return subject


def due_text(due: Due) -> str:
    """Return how far off it is, when, and how the day comes about: "16 working days left · 5 November 2018"."""
    if due.span is None:
        return _(N_("No rule sets a day for it."))
    return " · ".join(part for part in (days_words(due), span_words(due.span), counted_words(due)) if part)


def days_words(due: Due) -> str:
    """Return how many working days are left, or over."""
    if due.span is None:
        return ""
    if due.standing == "overdue":
        over = max(1, -due.days)
        return ngettext("{count} working day over", "{count} working days over", over).format(count=f"{over:,}")
    if due.days == 0:
        return _(N_("today"))
    return ngettext("{count} working day left", "{count} working days left", due.days).format(count=due.days)


def counted_words(due: Due) -> str:
    """Return from what a day was counted: "8 October 2018 + 4 weeks"; nothing for a day that was set."""
    if due.counted is None:
        return ""
    amount = due.counted.amount
    said = {
        "days": ngettext("{count} day", "{count} days", amount),
        "working_days": ngettext("{count} working day", "{count} working days", amount),
        "weeks": ngettext("{count} week", "{count} weeks", amount),
        "months": ngettext("{count} month", "{count} months", amount),
    }[due.counted.unit]
    return f"{date_words(due.counted.base)} + {said.format(count=amount)}"


def standing_word(due: Due) -> str:
    """Return how it stands, in a word."""
    return _(STANDINGS[due.standing])


def level_words(council: Authority) -> str:
    """Return the level that holds now."""
    return _(LEVELS.get(council.concern_level, council.concern_level))


def dated(text: str) -> str:
    """Return a fuzzy date in words; where there is none, that no source states it."""
    return date_words(text) or _(N_("date not stated"))


def term(person: Person) -> str:
    """Return since when and until when somebody held the office; nothing where nothing is stated."""
    if person.since and person.until:
        return _(N_("{first} to {last}")).format(first=date_words(person.since), last=date_words(person.until))
    if person.until:
        return _(N_("until {date}")).format(date=date_words(person.until))
    return _(N_("since {date}")).format(date=date_words(person.since)) if person.since else ""


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, in a line."""
    return " · ".join(part for part in parts if part)
