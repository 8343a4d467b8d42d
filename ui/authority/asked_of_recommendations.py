# SPDX-License-Identifier: MIT
"""Forms about recommendations: ask, note how one stands, put right, close."""

from collections.abc import Mapping
from typing import Any

from resources.language import N_, _
from storage.acts import recommendations
from storage.model.progress import SAID_BY
from storage.model.recommendation import Recommendation
from storage.model.rules import RECOMMENDATION_NAMES, RECOMMENDATION_STATES
from storage.queries.editions import rubrics_of_visit
from storage.queries.standing_record import StandingRecord
from storage.store import Store
from ui.authority.asked_of_people import roles
from ui.authority.fields import Field, Options
from ui.authority.form import Asked, options
from ui.authority.rows import key_of, names_of
from ui.models.authority_words import called, joined
from ui.models.date_words import date_words
from ui.models.finding_words import DIRECTIONS
from ui.models.places import words_of


def add(store: Store, known: StandingRecord) -> Asked:
    """Ask what the authority is asked to do."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.ask(store, known.authority, **given)

    return Asked(N_("Add a recommendation"), N_("&Add"), _fields(store, known, None), do)


def amend(store: Store, known: StandingRecord, seen: Recommendation) -> Asked:
    """Ask what is to be put right."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.amend(store, seen, **given)

    fields = (Field("number", N_("Num&ber"), "line", seen.number), *_fields(store, known, seen))
    return Asked(N_("Put a recommendation right"), N_("&Keep"), fields, do)


def look(store: Store, known: StandingRecord, seen: Recommendation, today: str) -> Asked:
    """Ask how it stood, on which day, and whose word that is."""

    def do(given: Mapping[str, Any]) -> None:
        noun, _colon, at = given["at"].partition(":")
        place = {f"{noun}_id": at} if at else {}
        status = given["status"] if given["status"] != seen.status else ""
        rest = {name: given[name] for name in ("said_by", "on", "direction", "text")}
        recommendations.note_progress(store, seen, status=status, **rest, **place)

    states = (seen.status, *(each for each in RECOMMENDATION_STATES.get(seen.status, ()) if each != "closed"))
    fields = (
        Field("said_by", N_("&Whose word it is"), "choice", "inspectors", options(SAID_BY)),
        Field("on", N_("&Day"), "date", today),
        Field("at", N_("&At"), "choice", "", [("", _(N_("Neither visit nor meeting"))), *_places(known)]),
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


def close(store: Store, seen: Recommendation) -> Asked:
    """Ask why nothing more is asked."""

    def do(given: Mapping[str, Any]) -> None:
        recommendations.close(store, seen, given["reason"])

    field = Field(
        "reason", N_("&Why nothing more is asked"), "text", "", (), N_("The reason stays with the recommendation.")
    )
    return Asked(N_("Close a recommendation"), N_("C&lose it"), (field,), do, called(seen))


def _states(codes: tuple[str, ...]) -> Options:
    return [(code, _(RECOMMENDATION_NAMES.get(code, code))) for code in codes]


def _fields(store: Store, known: StandingRecord, seen: Recommendation | None) -> tuple[Field, ...]:
    owners = [(each, each) for each in names_of(known.people)] or roles()
    others = [(each.id, called(each)) for each in known.recommendations if seen is None or each.id != seen.id]
    last = known.visits[-1].id if known.visits else ""
    return (
        Field("text", N_("What is a&sked"), "text", seen.text if seen else ""),
        Field("title", N_("&Title"), "line", seen.title if seen else "", (), N_("In a few words, as letters list it.")),
        Field("visit_id", N_("&From the visit"), "choice", seen.visit_id if seen else last, visits_of(known)),
        Field("areas", N_("A&reas"), "some", seen.areas if seen else (), _areas(store, known)),
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


def _areas(store: Store, known: StandingRecord) -> Options:
    """Return the criteria of the newest visit that has a framework."""
    framed = next((each for each in reversed(known.visits) if each.frameworks), None)
    rubrics = rubrics_of_visit(store, framed) if framed else ()
    first = rubrics[:1]
    return [
        (each.code, f"{each.code} {words_of(each)}")
        for rubric in first
        for area in rubric.areas
        for each in area.criteria
    ]
