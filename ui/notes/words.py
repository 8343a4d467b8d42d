# SPDX-License-Identifier: MIT
"""How the desk says what records hold: activities, days and times. No widgets; words of notes: ui/models."""

from datetime import date, datetime, timedelta

from babel.dates import format_date

from resources import language
from resources.language import N_, _
from storage.model import clock
from storage.model.note import Note
from storage.model.provenance import PARTS
from storage.model.session import Session
from storage.model.visit import Visit

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


_LOCALES = {"en": "en_GB", "cy": "cy"}


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


def whole_day(day: date) -> str:
    """Return a day with its weekday, and with its year unless that is this one: a clock set wrongly shows."""
    if day.year == clock.now().astimezone().year:
        return weekday(day)
    return format_date(day, "EEEE d MMMM y", locale=_LOCALES[language.current()])


def short_weekday(day: date) -> str:
    """Return a day in few letters: "Tue 10 Jul"."""
    return format_date(day, "EEE d MMM", locale=_LOCALES[language.current()])


def hour_of(note: Note) -> str:
    """Return when on its day a note's words were said or seen, no more exactly than is known: "10:42", "morning"."""
    return _(PARTS[note.event_part].name) if note.event_part in PARTS else hour(note.event_at)


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
