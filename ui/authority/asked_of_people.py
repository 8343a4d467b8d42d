# SPDX-License-Identifier: MIT
"""Forms about the people of an authority: somebody takes an office, is put right, leaves it."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_, _
from storage.acts import people
from storage.model.person import Person
from ui.authority.fields import Field, lines
from ui.authority.form import Asked
from ui.authority.standpoint import Standpoint
from ui.models.authority_words import name_of

ROLES = (
    N_("Chief executive"),
    N_("Director of social services"),
    N_("Director of children’s services"),
    N_("Head of children’s services"),
    N_("Leader of the council"),
    N_("Lead member for children’s services"),
    N_("Chair of the improvement board"),
    N_("Team manager"),
)
"""Roles to choose from; any other may be typed."""


def roles() -> list[tuple[str, str]]:
    """Return the roles to choose from, in the language in use."""
    return [(each, _(each)) for each in ROLES]


def add(here: Standpoint) -> Asked:
    """Ask who takes which office."""

    def do(given: Mapping[str, Any]) -> None:
        people.appoint(here.store, here.known.authority, **_kept(given))

    return Asked(N_("Add a person of the authority"), N_("&Add"), _fields(None), do)


def amend(here: Standpoint, seen: Person) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        people.amend(here.store, seen, **_kept(given))

    until = Field("until", N_("&Until"), "date", seen.until)
    return Asked(N_("Put a person’s entry right"), N_("&Keep"), (*_fields(seen), until), do)


def leave(here: Standpoint, seen: Person) -> Asked:
    """Ask until when the office was held."""

    def do(given: Mapping[str, Any]) -> None:
        people.leave(here.store, seen, given["until"])

    field = Field(
        "until", N_("&Until"), "date", here.today, (), N_("The entry stays: letters of that time name the person.")
    )
    return Asked(N_("Somebody has left an office"), N_("&Keep"), (field,), do, name_of(seen))


def _fields(seen: Person | None) -> tuple[Field, ...]:
    office = seen.is_public_office if seen else True
    return (
        Field("display_role", N_("&Role"), "role", seen.display_role if seen else "", roles()),
        Field("name", N_("&Name"), "line", seen.name if seen else "", (), N_("Only of a public office-holder.")),
        Field("is_public_office", N_("Holds a pu&blic office"), "check", office),
        Field(
            "address",
            N_("A&ddress for letters"),
            "lines",
            seen.address if seen else (),
            (),
            N_("Empty: the authority’s own address."),
        ),
        Field("since", N_("&Since"), "date", seen.since if seen else ""),
    )


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    return {**given, "address": lines(given["address"])}
