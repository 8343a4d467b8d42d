# SPDX-License-Identifier: MIT
"""The excuses of a letter: in the order in which they were made, and of no other letter."""

from storage.acts import excuses
from storage.queries.excuses import excuses_of_letter
from storage.store import Store
from tests.builders import FakeClock, a_letter, a_visit


def test_excuses_are_listed_by_letter_and_time(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    one, other = a_letter(store, visit, "We came."), a_letter(store, visit, "We saw.")
    for letter, hit in ((one, "a"), (other, "b"), (one, "c")):
        clock.step(minutes=1)
        excuses.excuse(store, letter, "length", hit, "It is long for a reason.")
    assert [each.hit for each in excuses_of_letter(store, one.id)] == ["a", "c"]
