# SPDX-License-Identifier: MIT
"""Forms about recommendations: ask, note how one stands, put right, close."""

from collections.abc import Mapping, Sequence
from typing import Any

from resources.language import N_, _
from storage.acts import recommendations
from storage.model.progress import SAID_BY
from storage.model.recommendation import Recommendation
from storage.model.rubric import Area
from storage.model.rules import RECOMMENDATION_NAMES, RECOMMENDATION_STATES
from storage.queries.editions import rubrics_of_visit
from storage.queries.standing_record import StandingRecord
from ui.authority.asked_of_people import roles
from ui.authority.fields import Field, Options
from ui.authority.form import Asked, options
from ui.authority.rows import key_of, names_of
from ui.authority.standpoint import Standpoint
from ui.models.authority_words import called, joined
from ui.models.date_words import date_words
from ui.models.finding_words import DIRECTIONS
from ui.models.places import words_of


def add(here: Standpoint) -> Asked:
    """Ask what the authority is asked to do."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.ask(here.store, here.known.authority, **given)

    return Asked(N_("Add a recommendation"), N_("&Add"), _fields(here, None), do)


def amend(here: Standpoint, seen: Recommendation) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.amend(here.store, seen, **given)

    fields = (Field("number", N_("Num&ber"), "line", seen.number), *_fields(here, seen))
    return Asked(N_("Put a recommendation right"), N_("&Keep"), fields, do)


def look(here: Standpoint, seen: Recommendation) -> Asked:
    """Ask how it stood, on which day, and whose word that is."""

    def do(given: Mapping[str, Any]) -> None:
        noun, _colon, at = given["at"].partition(":")
        place = {f"{noun}_id": at} if at else {}
        status = given["status"] if given["status"] != seen.status else ""
        rest = {name: given[name] for name in ("said_by", "on", "direction", "text")}
        recommendations.note_progress(here.store, seen, status=status, **rest, **place)

    states = (seen.status, *(each for each in RECOMMENDATION_STATES.get(seen.status, ()) if each != "closed"))
    fields = (
        Field("said_by", N_("&Whose word it is"), "choice", "inspectors", options(SAID_BY)),
        Field("on", N_("&Day"), "date", here.today),
        Field("at", N_("&At"), "choice", "", [("", _(N_("Neither visit nor meeting"))), *_places(here.known)]),
        Field(
            "direction",
            N_("Di&rection"),
            "choice",
            "",
            options(DIRECTIONS),
            N_("Only the inspectors say one: what the authority reports is tested first."),
        ),
        Field("status", N_("&State"), "choice", seen.status, _states(states)),
        Field("text", N_("What was &found or reported"), "text"),
    )
    return Asked(N_("Note progress on a recommendation"), N_("&Keep"), fields, do, called(seen))


def close(here: Standpoint, seen: Recommendation) -> Asked:
    """Ask why nothing more is asked."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.close(here.store, seen, given["reason"])

    field = Field(
        "reason", N_("&Why nothing more is asked"), "text", "", (), N_("The reason stays with the recommendation.")
    )
    return Asked(N_("Close a recommendation"), N_("C&lose it"), (field,), do, called(seen))


def _states(codes: tuple[str, ...]) -> Options:
    return [(code, _(RECOMMENDATION_NAMES.get(code, code))) for code in codes]


def _fields(here: Standpoint, seen: Recommendation | None) -> tuple[Field, ...]:
    owners = [(each, each) for each in names_of(here.known.people)] or roles()
    others = [(each.id, called(each)) for each in here.known.recommendations if seen is None or each.id != seen.id]
    last = here.known.visits[-1].id if here.known.visits else ""
    return (
        Field("text", N_("What is a&sked"), "text", seen.text if seen else ""),
        Field("title", N_("&Title"), "line", seen.title if seen else "", (), N_("In a few words, as letters list it.")),
        Field("visit_id", N_("&From the visit"), "choice", seen.visit_id if seen else last, visits_of(here.known)),
        Field("areas", N_("A&reas"), "some", seen.areas if seen else (), _criteria(here)),
        Field("owner", N_("Res&ponsible, by role"), "role", seen.owner if seen else "", owners),
        Field("due", N_("&Due"), "date", seen.due if seen else ""),
        Field(
            "recurs",
            N_("Recurs fro&m"),
            "choice",
            seen.recurs if seen else "",
            [("", _(N_("None: it is new"))), *others],
        ),
    )


def visits_of(known: StandingRecord) -> Options:
    """Return the authority's visits to choose from, newest first, or none."""
    told = [(each.id, joined((called(each), date_words(each.dates)))) for each in reversed(known.visits)]
    return [("", _(N_("No visit"))), *told]


def _places(known: StandingRecord) -> Options:
    seen = [(key_of(each), joined((called(each), date_words(each.dates)))) for each in reversed(known.visits)]
    met = [
        (key_of(each), joined((called(each), date_words(each.held or each.due)))) for each in reversed(known.meetings)
    ]
    return [*seen, *met]


def framework_of(here: Standpoint) -> Sequence[Area]:
    """Return the areas of the framework of the newest visit that has one."""
    framed = next((each for each in reversed(here.known.visits) if each.frameworks), None)
    rubrics = rubrics_of_visit(here.store, framed) if framed else ()
    return rubrics[0].areas if rubrics else ()


def _criteria(here: Standpoint) -> Options:
    return [(each.code, f"{each.code} {words_of(each)}") for area in framework_of(here) for each in area.criteria]
