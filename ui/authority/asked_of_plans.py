# SPDX-License-Identifier: MIT
"""Forms about the improvement plan: it came, it was acknowledged, its actions and how far they are."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_, _
from storage.acts import events, plans
from storage.model.action import Action
from storage.model.event import PLAN_KINDS
from storage.model.rules import ACTION_NAMES, ACTION_STATES
from storage.queries.standing_record import StandingRecord
from ui.authority.asked_of_people import roles
from ui.authority.fields import Field
from ui.authority.form import Asked, options
from ui.authority.rows import names_of
from ui.authority.standpoint import Standpoint
from ui.models.authority_words import called


def add(here: Standpoint) -> Asked:
    """Ask about an action of the plan."""

    def do(given: Mapping[str, Any]) -> None:
        plans.add(here.store, here.known.authority, **given)

    return Asked(N_("Add an action of the plan"), N_("&Add"), _fields(here.known, None), do)


def amend(here: Standpoint, seen: Action) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        plans.amend(here.store, seen, **given)

    fields = (Field("number", N_("Num&ber"), "line", seen.number), *_fields(here.known, seen))
    return Asked(N_("Put an action right"), N_("&Keep"), fields, do)


def move(here: Standpoint, seen: Action) -> Asked:
    """Ask how far an action is."""

    def do(given: Mapping[str, Any]) -> None:
        plans.move(here.store, seen, given["state"], given["on"])

    ways = ACTION_STATES.get(seen.status, ())
    fields = (
        Field(
            "state", N_("&State"), "choice", ways[0] if ways else "", [(each, _(ACTION_NAMES[each])) for each in ways]
        ),
        Field("on", N_("&Day"), "date", here.today),
    )
    return Asked(N_("How far the action is"), N_("&Keep"), fields, do, called(seen))


def received(here: Standpoint) -> Asked:
    """Ask when the plan came."""

    def do(given: Mapping[str, Any]) -> None:
        events.add(here.store, here.known.authority, kind="plan_received", source=_("council"), **given)

    fields = (
        Field("date", N_("&Day"), "date", here.today),
        Field("text", N_("&Words"), "text", "", (), N_("A new plan, or updates to one: as letters may say it.")),
    )
    return Asked(N_("The improvement plan has come"), N_("&Keep"), fields, do)


def answer(here: Standpoint) -> Asked:
    """Ask what the plan was answered."""

    def do(given: Mapping[str, Any]) -> None:
        events.add(here.store, here.known.authority, **given)

    forms = options(PLAN_KINDS, ("plan_reflects", "plan_falls_short"))
    fields = (
        Field(
            "kind", N_("&Answer"), "choice", "plan_reflects", forms, N_("The judgement is yours, never the program’s.")
        ),
        Field("date", N_("&Day"), "date", here.today),
        Field("text", N_("&Reasons"), "text"),
    )
    return Asked(N_("The plan was acknowledged"), N_("&Keep"), fields, do)


def _fields(known: StandingRecord, seen: Action | None) -> tuple[Field, ...]:
    owners = [(each, each) for each in names_of(known.people)] or roles()
    asked = [(each.id, called(each)) for each in known.recommendations]
    return (
        Field("text", N_("What is to be &done"), "text", seen.text if seen else ""),
        Field("recommendations", N_("Ans&wers"), "some", seen.recommendations if seen else (), asked),
        Field("owner", N_("Res&ponsible, by role"), "role", seen.owner if seen else "", owners),
        Field("due", N_("D&ue"), "date", seen.due if seen else ""),
        Field("evidence", N_("&Evidence promised"), "text", seen.evidence if seen else ""),
    )
