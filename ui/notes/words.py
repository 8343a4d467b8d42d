# SPDX-License-Identifier: MIT
"""How the desk says what records hold: kinds of source, polarities, days and times. No widgets, no records written."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from babel.dates import format_date

from resources import language
from resources.language import N_, _
from storage.model import clock
from storage.model.note import Note
from storage.model.session import Session
from storage.model.visit import Visit

KINDS = {
    "file": N_("File"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data": N_("Data"),
    "document": N_("Document"),
}
"""Source kind → its name."""

ACTIVITIES = {
    "file_reading": N_("File reading"),
    "interview": N_("Interview"),
    "focus_group": N_("Focus group"),
    "observation": N_("Observation"),
    "meeting": N_("Meeting"),
    "data_review": N_("Data review"),
    "feedback": N_("Feedback"),
}
"""Activity of a session → its name."""

KIND_OF_ACTIVITY = {"file_reading": "file", "data_review": "data", "feedback": "meeting"}
"""What a note taken in such a session most likely comes from; other activities are kinds of source themselves."""


class Polarity(NamedTuple):
    """How one polarity is said: by word, by shape and by colour."""

    name: str
    icon: str
    role: str


POLARITIES = {
    "strength": Polarity(N_("Strength"), "check", "strength"),
    "neutral": Polarity(N_("Neutral"), "minus", "muted"),
    "weakness": Polarity(N_("Weakness"), "triangle-alert", "weakness"),
}

_LOCALES = {"en": "en_GB", "cy": "cy"}


def kind_name(kind: str) -> str:
    """Return the name of a kind of source; a newer version's kind is shown as it is."""
    return _(KINDS.get(kind, kind))


def title_of(note: Note) -> str:
    """Return what a note is called in lists: its kind of source with role and case."""
    parts = (kind_name(note.source_kind), note.source_role, note.case_ref)
    return " · ".join(part for part in parts if part)


def local(stamp: str) -> datetime | None:
    """Return a moment kept in UTC as this laptop's local time, or None where there is none."""
    try:
        return clock.read_stamp(stamp).astimezone()
    except ValueError:
        return None


def hour(stamp: str, seconds: bool = False) -> str:
    """Return the local time of a moment: "10:42", with seconds "10:42:07"; empty where there is none."""
    moment = local(stamp)
    return moment.strftime("%H:%M:%S" if seconds else "%H:%M") if moment else ""


def weekday(day: date) -> str:
    """Return a day with its weekday: "Tuesday 10 July"."""
    return format_date(day, "EEEE d MMMM", locale=_LOCALES[language.current()])


def short_weekday(day: date) -> str:
    """Return a day in few letters: "Tue 10 Jul"."""
    return format_date(day, "EEE d MMM", locale=_LOCALES[language.current()])


def day_of(visit: Visit, number: int) -> date | None:
    """Return the date of a visit's day 1, 2 …, or None where the visit's dates do not say it."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return None
    return span.earliest + timedelta(days=number - 1) if (span.latest - span.earliest).days <= 31 else None


def is_now(visit: Visit, session: Session) -> bool:
    """Say whether a session is going on at this moment, by this laptop's clock."""
    moment = clock.now().astimezone()
    return day_of(visit, session.day) == moment.date() and session.starts <= moment.strftime("%H:%M") < session.ends
