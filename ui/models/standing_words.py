# SPDX-License-Identifier: MIT
"""How it is said where a record is: only here, with a partner, with the office, or still being checked. No widgets."""

from dataclasses import replace
from typing import NamedTuple

from resources.language import N_, _
from ui.widgets.row_delegate import Row


class Place(NamedTuple):
    """One place, by word, by shape and by colour; and what it means."""

    name: str
    icon: str
    role: str
    means: str


PLACES_SAID = {
    "unproven": Place(
        N_("Being checked"),
        "clock",
        "muted",
        N_("It came in on a later signature of its device; its own has not been checked yet, or is not right."),
    ),
    "here": Place(
        N_("Only here"), "monitor", "muted", N_("Nobody else is known to have it: it is on this laptop only.")
    ),
    "held": Place(
        N_("Held back"),
        "lock",
        "muted",
        N_("It was handed in; the hub holds it until the office or the lead inspector has accepted it."),
    ),
    "given": Place(
        N_("In a parcel"),
        "inbox",
        "muted",
        N_("It was given in a parcel. Whether the partner took it in is known when a parcel comes back."),
    ),
    "partner": Place(
        N_("Partner has"), "users", "accent", N_("It is on a partner’s laptop too; the office has not confirmed it.")
    ),
    "office": Place(
        N_("Office has"), "building-2", "success", N_("The office’s hub has confirmed it with a signed receipt.")
    ),
}
"""Code of queries/standing.py → how it is said."""


def said(code: str) -> Place:
    """Return how a place is said, in the language in use."""
    place = PLACES_SAID[code]
    return place._replace(name=_(place.name), means=_(place.means))


def placed(row: Row, code: str) -> Row:
    """Return a row with the chip that says where its record is."""
    place = said(code)
    return replace(row, place=place.name, place_icon=place.icon, place_role=place.role)
