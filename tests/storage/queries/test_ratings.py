# SPDX-License-Identifier: MIT
"""Who has rated what, the lead first, and what an area that nobody rated asks for."""

from storage.acts import ratings
from storage.queries.ratings import STATES, rated, rated_of_visit, rating, resolution
from storage.store import Store
from tests.builders import RUBRIC, a_store, a_visit, hand_over, join


def test_an_area_nobody_rated_asks_every_inspector(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    assert rated_of_visit(store, visit) == ()
    found = rated(store, visit, RUBRIC, "QA")
    assert [(voice.name, voice.role, voice.state) for voice in found.voices] == [
        ("Practice Inspector", "lead", "none"),
        ("Second Inspector", "second", "none"),
    ]
    assert not found.is_locked
    assert {voice.state for voice in found.voices} <= set(STATES)
    other.close()


def test_areas_come_in_order_each_with_its_voices(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    first = ratings.lock(store, visit, (RUBRIC, "QA"), "secure")
    ratings.lock(other, visit, (RUBRIC, "HR"), "strength")
    hand_over(other, store, visit.stream_id)
    assert [(each.area, [voice.state for voice in each.voices]) for each in rated_of_visit(store, visit)] == [
        ("HR", ["none", "locked"]),
        ("QA", ["locked", "none"]),
    ]
    one = rating(store, first)
    assert one is not None
    assert (one.value, one.words, one.salt) == ("", "", "")
    assert resolution(store, visit, RUBRIC, "QA") is None
    other.close()


def test_what_this_device_no_longer_knows_stays_locked(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    the_id = ratings.lock(store, visit, (RUBRIC, "QA"), "secure")
    store.marks.keep("rating " + the_id, None)
    ratings.lock(other, visit, (RUBRIC, "QA"), "strength")
    hand_over(other, store, visit.stream_id)
    assert ratings.open_due(store) == 0
    assert rated(store, visit, RUBRIC, "QA").own == ("", "")
    other.close()
