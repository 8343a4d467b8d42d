# SPDX-License-Identifier: MIT
"""How the list of visits says what a visit is: its kind, its dates. No widgets."""

from datetime import date

from babel.dates import format_date

from resources import language
from resources.language import N_, _
from storage.model import clock
from storage.model.visit import Visit

VISIT_KINDS = {
    "monitoring_visit": N_("Monitoring visit"),
    "inspection": N_("Inspection"),
    "return_visit": N_("Return visit"),
    "focused_inspection": N_("Focused inspection"),
    "file_review": N_("File review"),
}
"""Kind of visit → its name."""

CONCERNS = {
    "none": N_("No level of concern recorded"),
    "early": N_("Early concern"),
    "serious": N_("Serious concern"),
    "significant": N_("Significant concern"),
    "ministerial_notice": N_("Ministers' notice"),
    "intervention": N_("Intervention"),
}
"""Concern level of an authority → its name."""

_LOCALES = {"en": "en_GB", "cy": "cy"}


def kind_of(visit: Visit) -> str:
    """Return the name of a visit's kind; a newer version's kind is shown as it is."""
    return _(VISIT_KINDS.get(visit.kind, visit.kind))


def dates_of(visit: Visit) -> str:
    """Return when a visit was or will be: "10 to 11 July 2018"; a fuzzy date as it was given."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return visit.dates or _(N_("No date yet"))
    exact = all(len(part) == len("2018-07-10") and part[:4].isdecimal() for part in visit.dates.split("/"))
    if not exact:
        return _month_of(visit.dates)
    first, last = span.earliest, span.latest
    if first == last:
        return _said(first, "d MMMM y")
    start = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
    return _(N_("{first} to {last}")).format(first=_said(first, start), last=_said(last, "d MMMM y"))


def _month_of(dates: str) -> str:
    """Return a date of a month's precision in words, else as given."""
    parts = dates.split("/")
    if not all(len(part) == len("2018-07") and part.replace("-", "").isdecimal() for part in parts):
        return dates
    return " – ".join(_said(clock.span_of(part).earliest, "MMMM y") for part in parts)


def _said(day: date, form: str) -> str:
    return format_date(day, form, locale=_LOCALES[language.current()])
