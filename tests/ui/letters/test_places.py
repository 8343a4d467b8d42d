# SPDX-License-Identifier: MIT
"""Order keys: always room between two, and short for a long time."""

from hypothesis import given
from hypothesis import strategies as st

from ui.letters.places import between


def test_a_piece_at_the_end_takes_the_next_ten() -> None:
    assert between("0010", "") == "0020"
    assert between("0015", "") == "0020"
    assert between("9990", "") > "9990"


def test_a_piece_between_two_sorts_between_them() -> None:
    for before, after in (("0010", "0020"), ("0010", "0011"), ("", "0010"), ("", "0001"), ("0019", "0020")):
        assert before < between(before, after) < after


def test_where_two_gave_the_same_place_a_key_is_still_given() -> None:
    assert between("0010", "0010") > "0010"


@given(st.lists(st.integers(0, 1_000), max_size=60))
def test_any_order_of_insertions_keeps_its_order(places: list[int]) -> None:
    keys = ["0010", "0020"]
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert keys == sorted(set(keys))
