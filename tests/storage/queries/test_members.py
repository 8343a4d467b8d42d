# SPDX-License-Identifier: MIT
"""Questions about membership."""

from storage.queries.members import members, my_seat
from storage.store import Store
from tests.builders import a_store, a_visit, join


def test_members_come_by_name_and_each_finds_her_own_seat(store: Store) -> None:
    visit, other = a_visit(store), a_store("Another Inspector")
    join(store, visit.stream_id, other, "quality_reader")
    assert [seat.name for seat in members(store, visit.stream_id)] == ["Another Inspector", "Practice Inspector"]
    mine, hers = my_seat(store, visit.stream_id), my_seat(other, visit.stream_id)
    assert mine is not None
    assert hers is not None
    assert (mine.role, hers.role) == ("lead", "quality_reader")


def test_nobody_sits_in_a_stream_that_is_not_here(store: Store) -> None:
    assert members(store, "none.none") == ()
    assert my_seat(store, "none.none") is None
