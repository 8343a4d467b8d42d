# SPDX-License-Identifier: MIT
"""What can be chosen in the filters, asked of the store: visits, and what belongs to the one that is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from resources import language
from storage.model.rubric import Area, Criterion
from storage.model.visit import Visit
from storage.queries.authorities import authorities
from storage.queries.editions import earlier, rubrics_here
from storage.queries.found import cases_of_visit, days_of
from storage.queries.members import members
from storage.queries.sessions import sessions_of_visit
from storage.queries.visits import visits
from storage.store import Store
from ui.search.words import day_name, visit_name

Choice = tuple[str, str]
"""(value, words)"""


@dataclass(frozen=True, slots=True)
class Choices:
    """Values and words, in the order in which they are offered."""

    visits: tuple[Choice, ...] = ()
    days: tuple[Choice, ...] = ()
    sessions: tuple[Choice, ...] = ()
    areas: tuple[Choice, ...] = ()
    authors: tuple[Choice, ...] = ()
    cases: tuple[Choice, ...] = ()


def choices(store: Store, visit_id: str) -> Choices:
    """Return what can be chosen now; sessions, days and cases are those of the visit chosen. Raise StoreTrouble."""
    councils = {each.id: each for each in authorities(store)}
    there = [each for each in reversed(visits(store)) if each.frameworks]
    chosen = [each for each in there if each.id == visit_id]
    named = tuple((each.id, visit_name(each, councils.get(each.authority_id))) for each in there)
    return Choices(
        named,
        tuple((day, day_name(day)) for each in chosen for day in days_of(each)),
        tuple((each.id, f"{each.starts} {each.title}") for each in sessions_of_visit(store, visit_id)),
        (*_areas(store, chosen or there), *_earlier(store, chosen)),
        tuple(_authors(store, chosen or there)),
        tuple((case, case) for case in cases_of_visit(store, visit_id)),
    )


def _areas(store: Store, there: Iterable[Visit]) -> Iterable[Choice]:
    used = {name for each in there for name in each.frameworks}
    for rubric in rubrics_here(store):
        for area in rubric.areas if rubric.name in used else ():
            yield area.code, _titled(area)
            yield from ((each.code, _titled(each)) for each in area.criteria)


def _earlier(store: Store, chosen: Iterable[Visit]) -> Iterable[Choice]:
    """Yield codes that a visit has left and still links to."""
    for each in chosen:
        for old in earlier(store, each):
            yield from ((left.code, _titled(left)) for left in old.areas[0].criteria)


def _titled(place: Area | Criterion) -> str:
    return f"{place.code} {place.title.get(language.current()) or place.title['en']}"


def _authors(store: Store, there: Iterable[Visit]) -> Iterable[Choice]:
    named = {seat.person_id: seat.name for each in there for seat in members(store, each.stream_id)}
    return sorted(named.items(), key=lambda pair: pair[1].casefold())
