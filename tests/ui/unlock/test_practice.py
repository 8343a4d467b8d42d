# SPDX-License-Identifier: MIT
"""The practice visit in a person's own store: she sits in it as lead, its notes stay with who wrote them."""

from storage.acts import notes
from storage.job import run_now
from storage.queries.members import my_seat
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit, visits
from storage.store import Store
from storage.vouched import waiting
from ui.unlock.practice import practice_visit


def test_the_visit_comes_whole_marked_as_practice_and_may_be_worked_on(store: Store) -> None:
    there = visit(store, run_now(practice_visit(), store))
    assert there is not None
    assert there.illustration
    assert len(visits(store)) == 3
    found = notes_of_visit(store, there.id)
    assert len(found) >= 40
    assert all(each.author != store.me for each in found)
    assert not waiting(store)  # its letter may be signed the next moment
    seat = my_seat(store, there.stream_id)
    assert seat is not None
    notes.write(store, there, "My own note beside theirs.")
    assert len(notes_of_visit(store, there.id)) == len(found) + 1
