# SPDX-License-Identifier: MIT
# ruff: noqa: ARG005
"""The property test can see: each subtly wrong version of a rule, planted on purpose, is caught by a few histories.

A property that catches nothing proves nothing (the first one ever written for this log missed 6 of 13).
"""

import os
import random
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from storage import gesture, law, permissions, tables, undo
from storage.errors import Refused
from storage.ledger import Thing
from storage.model import heads, ids
from storage.model.change import Change, Fields, Ref, inverse
from storage.model.heads import Standing
from storage.model.record import touchable
from storage.queries import rows
from tests.storage.histories import STEPS, Step
from tests.storage.test_tables_property import hold

Patch = pytest.MonkeyPatch
MOST = 400
"""Histories tried before a bug counts as missed."""


SCRIPTED: dict[int, tuple[int, list[Step]]] = {
    0: (0, [("lie", 0, 0, 64), ("twice", 1, 0, 4), ("give", 1, 0, 0)]),
    13: (0, [("release", 0, 0, 0), ("give", 0, 0, 0)]),
    14: (0, [("remove", 0, 1, 0), ("succeed", 2, 0, 0), ("write", 2, 0, 0), ("give", 2, 0, 0)]),
    15: (
        0,
        [
            *(("remove", 0, 1, 0), ("seat", 0, 1, 1), ("give", 0, 1, 0)),  # a lead now, and then removed
            *(("remove", 0, 1, 0), ("give", 0, 1, 0), ("claim", 2, 0, 0), ("write", 2, 0, 0), ("give", 2, 0, 0)),
        ],
    ),
}
"""Histories too particular for chance: a lie about a change that others then build on; who leaves and comes back."""


def a_history(seed: int) -> tuple[int, list[Step]]:
    """Return the same random history for the same seed, on every machine."""
    if seed in SCRIPTED:
        return SCRIPTED[seed]
    dice = random.Random(seed)
    length = dice.randrange(8, 45)
    steps = [(dice.choice(STEPS), dice.randrange(3), dice.randrange(31), dice.randrange(61)) for _ in range(length)]
    return dice.randrange(3), steps


@contextmanager
def the_same_chance(seed: int) -> Iterator[None]:
    """Let keys and identifiers come of the seed: which device comes first decides whether some bugs show."""
    dice = random.Random(seed)
    with Patch.context() as patch:
        patch.setattr(secrets, "token_bytes", dice.randbytes)
        patch.setattr(secrets, "randbits", dice.getrandbits)
        patch.setattr(ids, "_entropy", dice.randbytes)
        yield


def later_clock_wins(patch: Patch) -> None:
    """The last writer by the clock wins among heads."""
    patch.setattr(heads, "_order", lambda change: (change.at, change.device, change.seq))


def heads_now_instead_of_seen(patch: Patch) -> None:
    """An amendment names what stands now, not what its author saw."""
    honest = gesture.Gesture.touch
    stores: list[Any] = []
    patch.setattr(rows, "records", _watched(rows.records, stores))

    def touch(self: gesture.Gesture, thing: Any, before: Fields, after: Fields, parents: Any) -> None:
        now = rows.one(stores[-1], type(thing), thing.id) if parents and stores else None
        honest(self, thing, before, after, now.seen if now else parents)

    patch.setattr(gesture.Gesture, "touch", touch)


def _watched(honest: Callable[..., Any], stores: list[Any]) -> Callable[..., Any]:
    def records(store: Any, *rest: Any) -> Any:
        stores.append(store)
        return honest(store, *rest)

    return records


def a_head_is_dropped(patch: Patch) -> None:
    """Of three or more heads the first is forgotten."""
    honest = heads.heads_of
    patch.setattr(heads, "heads_of", lambda name, touching: honest(name, touching)[-2:])


def any_claim_is_believed(patch: Patch) -> None:
    """Who names a later change as seen is believed."""

    def heads_of(name: str, touching: Sequence[Change]) -> list[Change]:
        named = {ref for change in touching for ref in change.parents.get(name, ())}
        return sorted((c for c in touching if c.ref not in named), key=heads._order) or list(touching[-1:])

    patch.setattr(heads, "heads_of", heads_of)


def one_lie_makes_an_ancestor(patch: Patch) -> None:
    """The common ancestor is looked for along claims that cannot be true."""

    def ancestors(name: str, head: Change, known: Any) -> set[Ref]:
        found: set[Ref] = set()
        ahead = list(head.parents.get(name, ()))
        while ahead:
            ref = ahead.pop()
            if ref in known and ref not in found:
                found.add(ref)
                ahead.extend(known[ref].parents.get(name, ()))
        return found

    patch.setattr(heads, "_ancestors", ancestors)


def oldest_ancestor(patch: Patch) -> None:
    """Prose is merged over the oldest common ancestor instead of the newest."""

    def oldest(name: str, tops: Sequence[Change], known: Any) -> Change | None:
        shared = set.intersection(*(heads._ancestors(name, top, known) for top in tops))
        return min((known[ref] for ref in shared), key=heads._order, default=None)

    patch.setattr(heads, "_common_ancestor", oldest)


def _standing_with(patch: Patch, name: str, choose: Callable[[list[Any]], Any]) -> None:
    honest = heads.standing

    def standing(field: str, touching: Sequence[Change], is_prose: bool) -> Standing:
        stand = honest(field, touching, is_prose)
        if field != name or not stand.differs:
            return stand
        return replace(stand, value=choose([top.after[field] for top in heads.heads_of(field, touching)]))

    patch.setattr(heads, "standing", standing)


def the_last_presence_counts(patch: Patch) -> None:
    """Among heads of `present` the last one decides."""
    _standing_with(patch, "present", lambda values: values[-1])


def any_withdrawal_hides(patch: Patch) -> None:
    """A withdrawal hides an amendment that it did not see."""
    _standing_with(patch, "present", all)


def amendments_do_not_name_presence(patch: Patch) -> None:
    """An amendment says nothing of `present`, so an unseen withdrawal hides it: the values differ from the words."""

    def inverse_of_all(change: Change) -> tuple[Fields, Fields]:
        return dict(change.after), {**change.before, "present": False}

    patch.setattr(undo, "inverse", inverse_of_all)


def theirs_is_lost(patch: Patch) -> None:
    """The merge keeps ours only."""
    patch.setattr(heads, "merge", lambda base, ours, theirs: ours)


def prose_is_a_scalar(patch: Patch) -> None:
    """Of two wordings the later one stands."""
    patch.setattr(tables, "prose_fields", lambda noun: frozenset())


def roles_are_not_checked(patch: Patch) -> None:
    """Whoever sits in the stream may do anything."""
    patch.setattr(law, "may", lambda roles, entity, fields: True)


def only_the_present_role_counts(patch: Patch) -> None:
    """What was done under an earlier role becomes unlawful."""
    honest = law._seat
    patch.setattr(law, "_seat", lambda *given: _with_role_only(honest(*given)))


def _with_role_only(seat: law.Seat) -> law.Seat:
    return replace(seat, ever=frozenset({seat.role}))


def owners_are_not_checked(patch: Patch) -> None:
    """Anybody rewords anybody's note."""
    patch.setattr(law, "_owns", lambda *given: True)


def voices_are_not_checked(patch: Patch) -> None:
    """A device may record for another person."""
    honest = law.broken

    def broken(change: Change, seats: law.Roster, seals: law.Vectors = ()) -> str:
        seat = seats.get(change.device)
        return honest(replace(change, by=seat.person_id) if seat else change, seats, seals)

    patch.setattr(law, "broken", broken)


def nothing_is_late(patch: Patch) -> None:
    """A sealed letter may be changed."""
    patch.setattr(law, "_is_late", lambda *given: False)


def late_by_tick(patch: Patch) -> None:
    """What is late is judged by counting all devices' numbers together."""
    honest = law._is_late

    def is_late(change: Change, seals: law.Vectors) -> bool:
        return honest(change, seals) and change.seq > max(max(each.values()) for each in seals)

    patch.setattr(law, "_is_late", is_late)


def the_newest_alone_is_folded(patch: Patch) -> None:
    """The fold patches a row by what just came."""
    honest = tables.standings

    def standings(changes: Iterable[Change], prose: Any = ()) -> dict[str, Standing]:
        return honest([*changes][-3:], prose)

    patch.setattr(tables, "standings", standings)


def numbers_without_devices(patch: Patch) -> None:
    """References are compared by number alone."""

    def heads_of(name: str, touching: Sequence[Change]) -> list[Change]:
        named = {ref.seq for change in touching for ref in change.parents.get(name, ())}
        found = sorted((c for c in touching if c.seq not in named), key=heads._order)
        return found or [max(touching, key=heads._order)]

    patch.setattr(heads, "heads_of", heads_of)


def undo_writes_what_stands(patch: Patch) -> None:
    """Undo puts the first field's former value nowhere."""

    def short(change: Change) -> tuple[Fields, Fields]:
        before, after = inverse(change)
        return before, {name: before[name] if name != "present" else value for name, value in after.items()}

    patch.setattr(undo, "inverse", short)


def a_new_seat_refolds_nothing(patch: Patch) -> None:
    """After a grant what was set aside stays so."""
    patch.setattr(tables.Tables, "_reseated", lambda self, stream: self._rosters.pop(stream, None) and ())


def a_seal_refolds_nothing(patch: Patch) -> None:
    """After a seal arrives, what was late before stays in the letter."""
    patch.setattr(tables, "_IN_LETTERS", ("no such noun",))  # none at all would mean: of every noun


def the_roster_is_remembered_for_ever(patch: Patch) -> None:
    """Who sat in the stream first sits there for good."""
    patch.setattr(tables.Tables, "_reseated", lambda self, stream: ())


def unknown_types_are_taken(patch: Patch) -> None:
    """A value of another type than the field's is kept as it came."""
    patch.setattr(tables, "_fits", lambda value, default: not isinstance(value, tuple))


def amended_fields_only_by_default(patch: Patch) -> None:
    """A field that was put back to its default is forgotten in the change."""
    honest = gesture.Gesture.touch

    def touch(self: gesture.Gesture, thing: Any, before: Fields, after: Fields, parents: Any) -> None:
        defaults = dict(touchable(type(thing)))
        kept = {name: value for name, value in after.items() if name == "present" or value != defaults.get(name)}
        honest(self, thing, {name: before[name] for name in kept if name in before}, kept, parents)

    patch.setattr(gesture.Gesture, "touch", touch)


def a_parcel_folds_its_first_thing(patch: Patch) -> None:
    """Of a parcel only one device's things are folded."""
    honest = tables.Tables.touched

    def touched(self: tables.Tables, changes: Sequence[Change]) -> list[Thing]:
        return honest(self, [change for change in changes if change.device == changes[0].device])

    patch.setattr(tables.Tables, "touched", touched)


def the_lead_releases(patch: Patch) -> None:
    """Whoever leads the visit gives the office's word that it may be wiped."""
    patch.delitem(permissions.MAY_TOUCH_FIELD, ("visit", "released"))


def a_copy_of_a_removed_laptop_stays(patch: Patch) -> None:
    """A device that sits by the vouch of one that was removed goes on."""
    patch.setattr(law, "_hung_on", lambda *given: "")


def whoever_left_has_the_last_word(patch: Patch) -> None:
    """What a device says of its own seat is read like what others say."""
    patch.setattr(law, "_family", lambda *given: set())


BUGS = (
    later_clock_wins,
    heads_now_instead_of_seen,
    a_head_is_dropped,
    any_claim_is_believed,
    one_lie_makes_an_ancestor,
    oldest_ancestor,
    the_last_presence_counts,
    any_withdrawal_hides,
    amendments_do_not_name_presence,
    theirs_is_lost,
    prose_is_a_scalar,
    roles_are_not_checked,
    only_the_present_role_counts,
    owners_are_not_checked,
    voices_are_not_checked,
    nothing_is_late,
    late_by_tick,
    the_newest_alone_is_folded,
    numbers_without_devices,
    undo_writes_what_stands,
    a_new_seat_refolds_nothing,
    a_seal_refolds_nothing,
    the_roster_is_remembered_for_ever,
    unknown_types_are_taken,
    amended_fields_only_by_default,
    a_parcel_folds_its_first_thing,
    the_lead_releases,
    a_copy_of_a_removed_laptop_stays,
    whoever_left_has_the_last_word,
)
QUICK = (the_newest_alone_is_folded, theirs_is_lost, owners_are_not_checked)


def caught_after(most: int, first: int = 0) -> int:
    """Return how many histories it took until something did not hold, from the first on; 0 when all held."""
    for seed in range(first, most):
        try:
            with the_same_chance(seed):
                hold(*a_history(seed))
        except (AssertionError, Refused, LookupError, ValueError, TypeError):
            return seed + 1
    return 0


@pytest.mark.parametrize("bug", QUICK, ids=lambda bug: bug.__name__)
def test_a_plain_bug_is_caught_at_once(bug: Callable[[Patch], None], monkeypatch: Patch) -> None:
    bug(monkeypatch)
    assert caught_after(12)


CAUGHT_BY = {
    "heads_now_instead_of_seen": 6,
    "a_head_is_dropped": 3,
    "the_last_presence_counts": 6,
    "any_withdrawal_hides": 5,
    "amendments_do_not_name_presence": 3,
    "roles_are_not_checked": 1,
    "owners_are_not_checked": 5,
    "voices_are_not_checked": 2,
    "nothing_is_late": 4,
    "late_by_tick": 4,
    "undo_writes_what_stands": 3,
    "amended_fields_only_by_default": 3,
    "oldest_ancestor": 42,
    "only_the_present_role_counts": 12,
    "a_seal_refolds_nothing": 11,
    "the_lead_releases": 13,
    "a_copy_of_a_removed_laptop_stays": 14,
    "whoever_left_has_the_last_word": 14,
    "later_clock_wins": 42,
    "a_parcel_folds_its_first_thing": 3,
}
"""Bug → the first history that catches it, where it is not the very first: of a few histories, it is among them."""


@pytest.mark.torture
@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_every_planted_bug_is_caught(bug: Callable[[Patch], None], monkeypatch: Patch) -> None:
    bug(monkeypatch)
    few = int(os.environ.get("N") or 0)
    known = CAUGHT_BY.get(bug.__name__, 0) if few else 0
    histories = caught_after(known + few if few else MOST, known) or caught_after(known)
    if few and not histories:  # histories are made otherwise than they were: all of them take minutes
        pytest.skip(f"NOT PROVED: {bug.__name__} needs other histories now; `make torture` without N names them")
    assert histories, f"missed: {bug.__doc__}"
    print(f"\n{bug.__name__}: caught by history {histories}")
