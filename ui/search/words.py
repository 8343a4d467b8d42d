# SPDX-License-Identifier: MIT
"""How the search page says what notes are filed under. No widgets, nothing asked of the store."""

from babel.dates import format_date

from resources import language
from resources.language import N_, _, long_date
from storage.model import clock
from storage.model.authority import Authority
from storage.model.provenance import PARTS
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
POLARITIES = {
    "strength": (N_("Strength"), "check", "strength"),
    "neutral": (N_("Neutral"), "minus", "muted"),
    "weakness": (N_("Weakness"), "triangle-alert", "weakness"),
}
"""Polarity → its name, icon and colour."""
_LOCALES = {"en": "en_GB", "cy": "cy"}


def when(stamp: str, part: str = "") -> str:
    """Return a moment kept in UTC as local day and time, no more exactly than is known; empty where there is none.

    "10 July 2018, 10:42"; with a part of the day (provenance.PARTS) "10 July 2018, morning".
    """
    try:
        moment = clock.read_stamp(stamp).astimezone()
    except (ValueError, OverflowError):
        return ""
    hour = _(PARTS[part].name) if part in PARTS else f"{moment:%H:%M}"
    return f"{long_date(moment.date())}, {hour}"


def day_name(day: str) -> str:
    """Return a day ("2018-07-10") with its weekday: "Tue 10 Jul 2018"."""
    return format_date(clock.span_of(day).earliest, "EEE d MMM y", locale=_LOCALES[language.current()])


def visit_name(visit: Visit, council: Authority | None) -> str:
    """Return what a visit is called: its authority and its days."""
    try:
        span = clock.span_of(visit.dates)
        days = long_date(span.earliest) if (span.latest - span.earliest).days < 28 else visit.dates
    except ValueError:
        days = visit.dates
    return " · ".join(part for part in (council.name if council else "", days) if part)


def kind_name(kind: str) -> str:
    """Return the name of a kind of source; a newer version's kind is shown as it is."""
    return _(KINDS.get(kind, kind))
