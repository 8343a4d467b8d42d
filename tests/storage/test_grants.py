# SPDX-License-Identifier: MIT
"""Who belongs to a stream, said in the clear: a function of the set, rooted in the stream's own identifier."""

import random
from dataclasses import asdict, replace
from itertools import permutations

import pytest

from storage.grants import FOR_EVER, Grant, is_name, read_grant, standing
from tests.storage.hub.people import Laptop

ROOT, SECOND, THIRD = Laptop(), Laptop(), Laptop()
STREAM = ROOT.stream()


def _stand(*grants: Grant) -> dict[str, tuple[bool, int]]:
    return {device: (each.may_grant, each.until) for device, each in standing(STREAM, grants).items()}


def test_the_device_in_the_streams_name_needs_nobodys_signature() -> None:
    assert _stand(ROOT.root(STREAM)) == {ROOT.id: (True, FOR_EVER)}
    assert _stand(SECOND.root(STREAM)) == {}
    assert _stand(replace(ROOT.root(STREAM), until=3)) == {}


def test_only_whoever_was_given_that_right_seats_others() -> None:
    seats = ROOT.grants(STREAM, SECOND)
    assert _stand(ROOT.root(STREAM), seats) == {ROOT.id: (True, FOR_EVER), SECOND.id: (False, FOR_EVER)}
    assert THIRD.id not in _stand(ROOT.root(STREAM), seats, SECOND.grants(STREAM, THIRD))
    lead = ROOT.grants(STREAM, SECOND, may_grant=True)
    assert THIRD.id in _stand(ROOT.root(STREAM), lead, SECOND.grants(STREAM, THIRD))


def test_what_somebody_granted_outlasts_her_own_removal_in_whatever_order_it_is_heard() -> None:
    said = (
        ROOT.root(STREAM),
        ROOT.grants(STREAM, SECOND, may_grant=True),
        SECOND.grants(STREAM, THIRD),
        ROOT.grants(STREAM, SECOND, number=2, until=7),
    )
    expected = {ROOT.id: (True, FOR_EVER), SECOND.id: (True, 7), THIRD.id: (False, FOR_EVER)}
    for order in permutations(said):
        assert _stand(*order, *order[:2]) == expected


def test_of_two_with_one_number_a_removal_holds_and_the_lesser_end() -> None:
    said = [ROOT.root(STREAM), *(ROOT.grants(STREAM, SECOND, number=2, until=until) for until in (FOR_EVER, 9, 4))]
    for _ in range(6):
        random.Random(7).shuffle(said)
        assert _stand(*said)[SECOND.id] == (False, 4)
    assert _stand(*said, ROOT.grants(STREAM, SECOND, number=3))[SECOND.id] == (False, FOR_EVER)


def test_a_grant_that_was_altered_counts_for_nothing() -> None:
    fine = ROOT.grants(STREAM, SECOND)
    other = Laptop().stream()
    for spoilt in (
        replace(fine, may_grant=True),
        replace(fine, until=3),
        replace(fine, stream=other),
        replace(fine, box_key="00" * 32),
        replace(fine, signature=""),
        replace(fine, signature="none"),
        replace(fine, by=THIRD.device.id),
    ):
        assert _stand(ROOT.root(STREAM), spoilt) == {ROOT.id: (True, FOR_EVER)}


def test_a_successor_takes_the_seat_it_was_vouched_for_and_no_greater_one() -> None:
    new = Laptop()
    seats = (ROOT.root(STREAM), ROOT.grants(STREAM, SECOND))
    assert _stand(*seats, new.follows(STREAM, SECOND))[new.id] == (False, FOR_EVER)
    assert new.id not in _stand(*seats, new.follows(STREAM, SECOND, may_grant=True))
    assert new.id not in _stand(*seats, new.follows(STREAM, THIRD))
    assert new.id not in _stand(*seats, new.follows(STREAM, SECOND, until=3))
    assert _stand(*seats, new.follows(STREAM, ROOT, may_grant=True))[new.id] == (True, FOR_EVER)


def test_whoever_has_left_does_not_come_back_as_her_own_successor() -> None:
    new, newer = Laptop(), Laptop()
    said = (
        ROOT.root(STREAM),
        ROOT.grants(STREAM, SECOND),
        new.follows(STREAM, SECOND),
        newer.follows(STREAM, new),
        ROOT.grants(STREAM, SECOND, number=2, until=5),
    )
    stand = _stand(*said)
    assert (stand[SECOND.id], stand[new.id], stand[newer.id]) == ((False, 5), (False, 0), (False, 0))
    seated = ROOT.grants(STREAM, new, number=2)
    assert _stand(*said, seated)[new.id] == (False, FOR_EVER)
    assert _stand(*said, seated)[newer.id] == (False, FOR_EVER)
    assert _stand(*said, ROOT.grants(STREAM, SECOND, number=3))[newer.id] == (False, FOR_EVER)


def test_nobody_who_was_removed_comes_back_by_her_own_word_or_her_successors() -> None:
    new, friend = Laptop(), Laptop()
    seats = [ROOT.root(STREAM), ROOT.grants(STREAM, SECOND, may_grant=True)]
    seats += [ROOT.grants(STREAM, SECOND, number=2, until=5)]
    vouch = new.follows(STREAM, SECOND, may_grant=True)
    for tried in (
        [SECOND.grants(STREAM, SECOND, number=9)],
        [vouch, new.grants(STREAM, SECOND, number=9)],
        [vouch, new.grants(STREAM, new, number=9)],
        [vouch, new.grants(STREAM, friend, may_grant=True), friend.grants(STREAM, new, number=9)],
    ):
        stand = _stand(*seats, *tried)
        assert stand[SECOND.id] == (True, 5)
        assert friend.id not in stand
        assert stand.get(new.id, (True, 0)) == (True, 0)


def test_whoever_removes_the_laptop_she_was_stays() -> None:
    new = Laptop()
    vouch = new.follows(STREAM, ROOT, may_grant=True)
    stand = _stand(ROOT.root(STREAM), vouch, new.grants(STREAM, ROOT, number=2, until=3, may_grant=True))
    assert stand == {ROOT.id: (True, 3), new.id: (True, FOR_EVER)}


def test_a_seat_given_without_knowing_of_the_vouch_is_a_seat_of_its_own() -> None:
    for _ in range(4):  # signatures differ, and must not decide
        new, second = Laptop(), Laptop()
        said = [ROOT.root(STREAM), ROOT.grants(STREAM, second), ROOT.grants(STREAM, second, number=2, until=5)]
        said += [new.follows(STREAM, second), ROOT.grants(STREAM, new)]
        assert _stand(*said)[new.id] == (False, FOR_EVER)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("may_grant", 1),
        ("until", -2),
        ("until", True),
        ("until", 2**63),
        ("number", 0),
        ("number", 2**63),
        ("stream", "nul\0"),
        ("stream", ""),
        ("device", "another"),
        ("verify_key", "zz"),
        ("box_key", "00"),
        ("signature", None),
    ],
)
def test_what_is_no_grant_is_not_read_as_one(field: str, value: object) -> None:
    plain = asdict(ROOT.grants(STREAM, SECOND))
    assert read_grant({**plain, "of a newer version": 1}) == read_grant(plain)
    with pytest.raises(ValueError, match=r"grant|hexadecimal"):
        read_grant({**plain, field: value})
    with pytest.raises(ValueError, match=r"grant|hexadecimal"):
        read_grant({name: each for name, each in plain.items() if name != field})


def test_names_are_short_and_plain() -> None:
    assert is_name(STREAM)
    assert not any(map(is_name, ("", "a\nb", "ŵ", "x" * 101)))
