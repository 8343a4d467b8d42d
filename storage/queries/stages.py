# SPDX-License-Identifier: MIT
"""At what stage every visit and letter is, since when, and where it is: what an office looks at. Read, never kept.

The whole way of one thing, with who took each step: visit_states.py and letter_states.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from storage.model import clock
from storage.model.letter import Letter
from storage.model.visit import Visit
from storage.queries.authorities import authorities
from storage.queries.letters import letters
from storage.queries.rows import heads_within
from storage.queries.standing import PLACES, Reach, Stand, reaches, stands
from storage.queries.visits import visits
from storage.store import Store

_PIECES = ("section", "paragraph", "sentence", "enclosure")


@dataclass(frozen=True, slots=True)
class LetterStage:
    """One letter."""

    letter: Letter
    since: str
    """When it came into its state, UTC."""
    place: str
    """Where the least far of its pieces is (standing.PLACES)."""


@dataclass(frozen=True, slots=True)
class VisitStage:
    """One visit with its letters, in the order they were drafted."""

    visit: Visit
    authority: str
    since: str
    """The day on which it came into its state, ISO, or when that was recorded, UTC."""
    stand: Stand
    letters: tuple[LetterStage, ...] = ()


def stages(store: Store) -> tuple[VisitStage, ...]:
    """Return every visit of which the authority is here, the newest first."""
    names = {each.id: each.name for each in authorities(store)}
    shown = [each for each in visits(store) if each.authority_id in names]
    found = stands(store, {each.stream_id for each in shown})
    of_visit: dict[str, list[Letter]] = {}
    for letter in letters(store):
        of_visit.setdefault(letter.visit_id, []).append(letter)
    places = places_of_letters(store, [each for many in of_visit.values() for each in many], found)
    return tuple(
        VisitStage(
            each,
            names[each.authority_id],
            each.state_on or _since(store, each),
            found[each.stream_id],
            tuple(LetterStage(one, _since(store, one), places[one.id]) for one in of_visit.get(each.id, ())),
        )
        for each in sorted(shown, key=_when, reverse=True)
    )


def _when(visit: Visit) -> tuple[date, str]:
    try:
        return clock.span_of(visit.dates).earliest, visit.id
    except ValueError:
        return date.max, visit.id  # no date yet: it is still to come


def places_of_letters(
    store: Store, shown: Sequence[Letter], known: Mapping[str, Stand] | None = None
) -> Mapping[str, str]:
    """Return letter → where the least far of its pieces is (PLACES).

    `known`: how the streams stand, where that was asked already. Where all of a stream is with the office no piece of
    a letter needs to be looked at.
    """
    streams = {each.stream_id for each in shown}
    standing = known if known is not None else stands(store, streams)
    reached = reaches(store, streams)
    return {
        each.id: "office"
        if each.stream_id in standing and standing[each.stream_id].place == "office"
        else _place(store, reached[each.stream_id], each)
        for each in shown
    }


def _place(store: Store, reached: Reach, letter: Letter) -> str:
    refs = {ref for many in letter.seen.values() for ref in many}
    for entity in _PIECES:
        refs |= heads_within(store, entity, "letter_id", letter.id)
    return min((reached.place_of(ref) for ref in refs), key=PLACES.index, default="here")


def _since(store: Store, record: Visit | Letter) -> str:
    """Return when a thing's state was last said, UTC, or when it was begun; empty for one that is of no change here."""
    begun = "authority_id" if isinstance(record, Visit) else "visit_id"
    refs = record.seen.get("status") or record.seen.get(begun, ())
    found = (store.ledger.change(record.stream_id, ref) for ref in refs)
    return max((change.at for change in found if change is not None), default="")
