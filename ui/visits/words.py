# SPDX-License-Identifier: MIT
"""How the list of visits says what a visit is: its kind, its dates. No widgets."""

import re
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

_WORDS = {
    "early": N_("early {when}"),
    "mid": N_("mid {when}"),
    "late": N_("late {when}"),
    "spring": N_("spring {when}"),
    "summer": N_("summer {when}"),
    "autumn": N_("autumn {when}"),
    "winter": N_("winter {when}"),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCALES = {"en": "en_GB", "cy": "cy"}


def kind_of(visit: Visit) -> str:
    """Return the name of a visit's kind; a newer version's kind is shown as it is."""
    return _(VISIT_KINDS.get(visit.kind, visit.kind))


def dates_of(visit: Visit) -> str:
    """Return when a visit was or will be: "10 to 11 July 2018", "early December 2017"; what is no date, as given."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return visit.dates or _(N_("No date yet"))
    parts = visit.dates.strip().split("/")
    first, last = span.earliest, span.latest
    if not all(_DAY.fullmatch(part) for part in parts):
        words = [_fuzzy(part) for part in parts]
    elif first == last:
        return _said(first, "d MMMM y")
    else:
        start = "d" if (first.year, first.month) == (last.year, last.month) else "d MMMM"
        words = [_said(first, start), _said(last, "d MMMM y")]
    return words[0] if len(words) == 1 else _(N_("{first} to {last}")).format(first=words[0], last=words[1])


def day_words(day: str) -> str:
    """Return an exact day, "2018-07-10", in words; nothing for none, and what is no day as it is."""
    try:
        return _said(date.fromisoformat(day), "d MMMM y") if day else ""
    except ValueError:
        return day


def _fuzzy(text: str) -> str:
    """Return one fuzzy date in words; a bare year stays itself."""
    if _DAY.fullmatch(text):
        return _said(clock.span_of(text).earliest, "d MMMM y")
    word, _space, rest = text.rpartition(" ")
    named = _said(clock.span_of(rest).earliest, "MMMM y") if "-" in rest else rest
    return _(_WORDS[word.lower()]).format(when=named) if word.lower() in _WORDS else named


def _said(day: date, form: str) -> str:
    return format_date(day, form, locale=_LOCALES[language.current()])
