# SPDX-License-Identifier: MIT
"""An authority's standing record as one: people, recommendations, plan, meetings, events, visits and letters.

What is due of it: due.py. Where records are (on which laptop): standing.py.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from storage.model.action import Action
from storage.model.authority import Authority
from storage.model.clock import Span, span_of
from storage.model.event import LEVEL, Event
from storage.model.letter import Letter
from storage.model.meeting import Meeting
from storage.model.person import Person
from storage.model.progress import Progress
from storage.model.recommendation import Recommendation, place_of
from storage.model.visit import Visit
from storage.queries.actions import actions_of_authority
from storage.queries.authorities import authority
from storage.queries.events import events_of_authority
from storage.queries.letters import letters_of_authority
from storage.queries.meetings import meetings_of_authority
from storage.queries.people import people_of_stream
from storage.queries.progress import progress_of_authority
from storage.queries.recommendations import recommendations_of_authority
from storage.queries.visits import visits_of_authority
from storage.store import Store

T = TypeVar("T")
NOUNS = frozenset(
    {"authority", "person", "recommendation", "progress", "action", "meeting", "event", "visit", "letter"}
)
"""What a standing record is read from: whoever shows one asks again when one of these was recorded."""


@dataclass(frozen=True, slots=True)
class LevelStep:
    """From then on, another level of concern."""

    event: Event
    level: str
    before: str
    """The level of the step before; empty where the record has none."""


@dataclass(frozen=True, slots=True)
class StandingRecord:
    """Everything present that is known of one authority between visits, each kind by date or number."""

    authority: Authority
    people: tuple[Person, ...] = ()
    """Those who hold an office first, then those who have left it; nobody of the inspectorate is among them."""
    others: tuple[Person, ...] = ()
    """Whom the record knows beside them: inspectors, and people of other bodies."""
    recommendations: tuple[Recommendation, ...] = ()
    progress: tuple[Progress, ...] = ()
    actions: tuple[Action, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    """Undated ones first."""
    visits: tuple[Visit, ...] = ()
    letters: tuple[Letter, ...] = ()

    @property
    def levels(self) -> tuple[LevelStep, ...]:
        """Return the steps of the level of concern, oldest first; undated ones first of all."""
        steps = [each for each in self.events if each.kind.startswith(LEVEL)]
        before = ["", *(each.kind.removeprefix(LEVEL) for each in steps)]
        return tuple(LevelStep(e, e.kind.removeprefix(LEVEL), was) for e, was in zip(steps, before, strict=False))

    @property
    def open(self) -> tuple[Recommendation, ...]:
        """Return the recommendations that still ask for something."""
        return tuple(each for each in self.recommendations if each.status not in OVER)

    def events_of(self, *kinds: str) -> tuple[Event, ...]:
        """Return the events of these kinds, oldest first."""
        return tuple(each for each in self.events if each.kind in kinds)

    def progress_of(self, recommendation_id: str) -> tuple[Progress, ...]:
        """Return every look at a recommendation, oldest first."""
        return tuple(each for each in self.progress if each.recommendation_id == recommendation_id)


OVER = ("met", "closed")
"""States of a recommendation that asks for nothing any more."""


def standing_record(store: Store, authority_id: str) -> StandingRecord | None:
    """Return an authority's standing record, or None when it is not here."""
    council = authority(store, authority_id)
    if council is None or not council.present:
        return None
    own = ("", council.name, council.name_cy, *council.former_names)
    there = people_of_stream(store, council.stream_id)
    holders = [each for each in there if not each.is_inspector and each.organisation in own]
    return StandingRecord(
        authority=council,
        people=tuple(sorted(holders, key=lambda each: (bool(each.until), each.until))),
        others=tuple(each for each in there if each not in holders),
        recommendations=tuple(sorted(recommendations_of_authority(store, council.id), key=_by_number)),
        progress=progress_of_authority(store, council.id),
        actions=tuple(sorted(actions_of_authority(store, council.id), key=_by_number)),
        meetings=_sorted(meetings_of_authority(store, council.id), lambda each: each.held or each.due),
        events=_sorted(events_of_authority(store, council.id), lambda each: each.date),
        visits=_sorted(visits_of_authority(store, council.id), lambda each: each.dates),
        letters=letters_of_authority(store, council.id),
    )


def when(text: str) -> tuple[Span, ...]:
    """Return what a fuzzy date may mean, to sort by; empty, before every date, for none."""
    try:
        return (span_of(text),)
    except ValueError:
        return ()


def _sorted(every: Iterable[T], date_of: Callable[[T], str]) -> tuple[T, ...]:
    return tuple(sorted(every, key=lambda each: when(date_of(each))))


def _by_number(numbered: Recommendation | Action) -> tuple[int, str]:
    return place_of(numbered.number)
