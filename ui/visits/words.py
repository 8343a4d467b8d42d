# SPDX-License-Identifier: MIT
"""How the list of visits says what a visit is: its kind, its dates. No widgets."""

from resources.language import N_, _
from storage.model.authority import LEVELS
from storage.model.visit import Visit
from ui.models.date_words import date_words
from ui.models.visit_kinds import VISIT_KINDS

CONCERNS = LEVELS
"""Concern level of an authority → its name."""


def kind_of(visit: Visit) -> str:
    """Return the name of a visit's kind; a newer version's kind is shown as it is."""
    return _(VISIT_KINDS.get(visit.kind, visit.kind))


def dates_of(visit: Visit) -> str:
    """Return when a visit was or will be: "10 to 11 July 2018", "early December 2017"; what is no date, as given."""
    return date_words(visit.dates) or _(N_("No date yet"))


def day_words(day: str) -> str:
    """Return an exact day, "2018-07-10", in words; nothing for none, and what is no day as it is."""
    return date_words(day)
