# SPDX-License-Identifier: MIT
"""What a set of changes means, case by case. Random sets: test_tables_property.py."""

from itertools import permutations
from typing import Any

import pytest

from storage.model.change import Change
from storage.model.heads import heads_of, standing, standings
from storage.model.ids import DeviceId
from tests.builders import a_change, ref


def change(device: str, seq: int, tick: int, after: dict[str, Any], *seen: tuple[str, int]) -> Change:
    parents = {name: tuple(ref(*each) for each in seen) for name in after}
    return a_change(device=DeviceId(device), seq=seq, tick=tick, after=after, parents=parents)


FIRST = change("a", 1, 1, {"statement": "one two three", "state": "hunch", "present": True})


def test_one_change_gives_its_values_and_is_their_head() -> None:
    stands = standings([FIRST], ("statement",))
    assert {name: each.value for name, each in stands.items()} == FIRST.after
    assert all(each.heads == (FIRST.ref,) and not each.differs for each in stands.values())


def test_a_change_replaces_only_what_its_author_saw() -> None:
    later = change("b", 1, 2, {"state": "proposed"}, ("a", 1))
    stale = change("a", 2, 9, {"state": "agreed"}, ("a", 1))
    assert standings([FIRST, later])["state"].value == "proposed"
    stands = standings([FIRST, later, stale])["state"]
    assert stands.heads == (stale.ref, later.ref)
    assert stands.differs


def test_of_two_scalars_the_greater_tick_stands_and_the_device_settles_a_tie() -> None:
    b, c = (change(device, 1, 5, {"state": device}, ("a", 1)) for device in "bc")
    late = change("b", 2, 6, {"state": "late"}, ("a", 1))
    assert standings([FIRST, c, b])["state"].value == "c"
    assert standings([FIRST, c, b, late])["state"].value == "late"


def test_the_same_value_left_twice_is_no_difference() -> None:
    b, c = (change(device, 1, 5, {"state": "agreed"}, ("a", 1)) for device in "bc")
    stands = standings([FIRST, b, c])["state"]
    assert (stands.value, stands.differs, len(stands.heads)) == ("agreed", False, 2)


def test_a_withdrawal_never_hides_an_amendment_it_did_not_see() -> None:
    gone = change("b", 1, 9, {"present": False}, ("a", 1))
    amended = change("c", 1, 2, {"state": "agreed", "present": True}, ("a", 1))
    assert standings([FIRST, gone])["present"].value is False
    assert standings([FIRST, gone, amended])["present"].value is True
    seen = change("b", 2, 10, {"present": False}, ("b", 1), ("c", 1))
    assert standings([FIRST, gone, amended, seen])["present"].value is False


def test_prose_is_merged_over_the_newest_common_ancestor() -> None:
    second = change("a", 2, 2, {"statement": "one two three four"}, ("a", 1))
    b = change("b", 1, 3, {"statement": "zero one two three four"}, ("a", 2))
    c = change("c", 1, 3, {"statement": "one two three four five"}, ("a", 2))
    assert standing("statement", [FIRST, second, b, c], True).value == "zero one two three four five"


def test_who_has_seen_a_difference_and_writes_again_settles_it() -> None:
    b, c = (change(device, 1, 5, {"statement": f"one {device}"}, ("a", 1)) for device in "bc")
    settled = change("a", 2, 6, {"statement": "one b and c"}, ("b", 1), ("c", 1))
    stands = standing("statement", [FIRST, b, c, settled], True)
    assert (stands.value, stands.heads, stands.differs) == ("one b and c", (settled.ref,), False)


def test_a_claim_to_have_seen_a_later_change_counts_for_nothing() -> None:
    b = change("b", 1, 5, {"state": "b"}, ("a", 1), ("c", 1))
    c = change("c", 1, 5, {"state": "c"}, ("a", 1), ("b", 1))
    assert heads_of("state", [FIRST, b, c]) == [b, c]


def test_a_false_claim_makes_no_common_ancestor_either() -> None:
    second = change("a", 2, 9, {"statement": "four one two three"}, ("a", 1))
    liar = change("b", 1, 5, {"statement": "one two three nought"}, ("a", 1), ("a", 2))
    honest = change("c", 1, 10, {"statement": "four one two three five"}, ("a", 2))
    stands = standing("statement", [FIRST, second, liar, honest], True)
    assert set(str(stands.value).split()) == {"one", "two", "three", "four", "five", "nought"}


def test_parents_that_are_not_here_are_tolerated() -> None:
    orphan = change("b", 7, 5, {"statement": "orphan"}, ("z", 3))
    assert standings([orphan])["statement"].value == "orphan"
    assert set(str(standing("statement", [FIRST, orphan], True).value).split()) == {"one", "two", "three", "orphan"}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_in_which_changes_came_means_nothing(order: tuple[int, ...]) -> None:
    changes = [
        FIRST,
        change("b", 1, 3, {"statement": "one two", "state": "agreed"}, ("a", 1)),
        change("c", 1, 4, {"statement": "one two three four", "present": False}, ("a", 1)),
        change("d", 1, 4, {"statement": "nought one two three"}, ("a", 1)),
    ]
    assert standings([changes[place] for place in order], ("statement",)) == standings(changes, ("statement",))
