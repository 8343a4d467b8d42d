# SPDX-License-Identifier: MIT
"""Each rates alone, nothing of it leaves the laptop, and both lie open when both have locked."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.acts import ratings
from storage.errors import Refused
from storage.gesture import Gesture
from storage.model.rating import Rating
from storage.model.visit import Visit
from storage.queries.ratings import kept_secret, rated, rating
from storage.queries.visits import visit as visit_by_id
from storage.store import Store, open_store
from storage.sync import parcel
from storage.undo import undoable
from tests.builders import PASSPHRASE, RUBRIC, a_store, a_visit, again, hand_over, join

QA = (RUBRIC, "QA")
WORDS = "Zyxwords that only she knows"


@pytest.fixture
def two(store: Store) -> Iterator[tuple[Store, Store, Visit]]:
    """Two inspectors of one visit."""
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    yield store, other, visit
    other.close()


def everything(store: Store) -> str:
    """Return every value of every table of a store, as text."""
    found = []
    for name in store.db.table_names():
        for row in store.db.execute(f'SELECT * FROM "{name}"').fetchall():
            found += [value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row]
    return "\n".join(found)


def test_a_rating_stays_unread_until_both_have_locked(two: tuple[Store, Store, Visit], tmp_path: Path) -> None:
    one, other, visit = two
    the_id = ratings.lock(one, visit, QA, "priority", WORDS)
    assert rated(one, visit, *QA).own == ("priority", WORDS)
    _value, _words, salt = kept_secret(one, the_id)
    assert ratings.open_due(one) == 0

    # Not in the sealed changes opened with the stream's own key, not in the parcel, not in the other's tables.
    told = [change for change in one.ledger.changes(stream=visit.stream_id) if change.entity == "rating"]
    for secret in (WORDS, salt, "priority"):
        assert not any(secret in repr(change) for change in told)
    road = tmp_path / "road.parcel"
    parcel.write(one, [visit.stream_id], road, parcel.addressees(one, [visit.stream_id]))
    parcel.read(other, road)
    key = other.device.unwrap(parcel_key(road, other))
    assert key is not None
    inside = parcel.unpacked(parcel.open_bytes(parcel_body(road), key), parcel.MOST)
    for secret in (WORDS, salt):
        assert secret.encode() not in inside
        assert secret not in everything(other)
    theirs = rated(other, visit, *QA).of(one.me)
    assert theirs is not None
    assert (theirs.state, theirs.value, theirs.words) == ("locked", "", "")
    assert kept_secret(other, the_id) == ("", "", "")

    # He locks his, and both open when each has seen the other's.
    ratings.lock(other, visit, QA, "secure", "Most plans were current.")
    assert ratings.open_due(other) == 1
    hand_over(other, one, visit.stream_id)
    assert ratings.open_due(one) == 1
    assert ratings.open_due(one) == 0
    hand_over(one, other, visit.stream_id)
    for each in (one, other):
        found = rated(each, visit, *QA)
        assert found.is_open
        assert found.differs
        assert {(voice.state, voice.value) for voice in found.voices} == {("open", "priority"), ("open", "secure")}


def parcel_parts(road: Path) -> tuple[dict[str, Any], bytes]:
    """Return the outside of a parcel, and its body as it is sealed."""
    import json
    import struct

    data = road.read_bytes()[:-64]
    at = data.index(b"\n") + 1
    (length,) = struct.unpack_from(">I", data, at)
    return json.loads(data[at + 4 : at + 4 + length]), data[at + 4 + length :]


def parcel_key(road: Path, to: Store) -> bytes:
    """Return the parcel's own key as it is wrapped to a store."""
    import base64

    return base64.b64decode(parcel_parts(road)[0]["to"][to.device.id])


def parcel_body(road: Path) -> bytes:
    """Return the sealed body of a parcel."""
    return parcel_parts(road)[1]


def test_a_rating_once_locked_stays(two: tuple[Store, Store, Visit]) -> None:
    one, _other, visit = two
    ratings.lock(one, visit, QA, "priority")
    with pytest.raises(Refused, match="have locked"):
        ratings.lock(one, visit, QA, "strength")
    turn = undoable(one)
    assert turn is None or turn.act != "ratings.lock"
    with pytest.raises(Refused, match="grade"):
        ratings.lock(one, visit, (RUBRIC, "HR"), "")


def test_a_locked_rating_outlives_a_restart(tmp_path: Path, folder_store: Callable[..., tuple[Store, str]]) -> None:
    store, _code = folder_store("one")
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    the_id = ratings.lock(store, visit, QA, "priority", WORDS)
    store.close()
    again_open = open_store(tmp_path / "one", PASSPHRASE)
    ratings.lock(other, visit, QA, "secure")
    hand_over(other, again_open, visit.stream_id)
    assert kept_secret(again_open, the_id)[:2] == ("priority", WORDS)
    assert ratings.open_due(again_open) == 1
    voice = rated(again_open, visit, *QA).of(again_open.me)
    assert voice is not None
    assert (voice.state, voice.value) == ("open", "priority")
    for each in (again_open, other):
        each.close()


def test_an_opening_that_is_not_what_was_locked_is_told(two: tuple[Store, Store, Visit]) -> None:
    one, other, visit = two
    the_id = ratings.lock(other, visit, QA, "strength")
    hand_over(other, one, visit.stream_id)
    ratings.lock(one, visit, QA, "priority")
    ratings.open_due(one)
    hand_over(one, other, visit.stream_id)
    kept = other.marks.get("rating " + the_id)
    other.marks.keep("rating " + the_id, {**kept, "value": "priority"})  # having seen hers, he would say the same
    ratings.open_due(other)
    hand_over(other, one, visit.stream_id)
    found = rated(one, visit, *QA)
    voice = found.of(other.me)
    assert voice is not None
    assert (voice.state, voice.value) == ("wrong", "")
    assert found.is_faulty


def test_a_second_commitment_is_told(two: tuple[Store, Store, Visit]) -> None:
    one, other, visit = two
    the_id = ratings.lock(other, visit, QA, "strength")
    hand_over(other, one, visit.stream_id)
    locked = rating(other, the_id)
    assert locked is not None
    gesture = Gesture("ratings.lock", other.me)
    gesture.amend(locked, commitment="00" * 32)
    other.record(*gesture.changes)
    hand_over(other, one, visit.stream_id)
    voice = rated(one, visit, *QA).of(other.me)
    assert voice is not None
    assert voice.state == "altered"


@pytest.mark.parametrize("hidden", [{"area": "ZZ"}, {"visit_id": "elsewhere"}, {"present": False}])
def test_a_rating_cannot_be_put_out_of_sight(two: tuple[Store, Store, Visit], hidden: dict[str, Any]) -> None:
    one, other, visit = two
    the_id = ratings.lock(other, visit, QA, "strength")
    hand_over(other, one, visit.stream_id)
    locked = rating(other, the_id)
    assert locked is not None
    gesture = Gesture("ratings.lock", other.me)
    gesture.amend(locked, **hidden)
    other.record(*gesture.changes)
    hand_over(other, one, visit.stream_id)
    voice = rated(one, visit, *QA).of(other.me)
    assert voice is not None
    assert voice.state == ("locked" if "present" in hidden else "altered")


def test_a_rating_cannot_be_kept_in_reserve(two: tuple[Store, Store, Visit]) -> None:
    one, other, visit = two
    ratings.lock(other, visit, QA, "strength")
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id, "author": other.me}
    gesture = Gesture("ratings.lock", other.me)
    spare = Rating(id=f"spare.{other.device.id}", rubric=RUBRIC, area="QA", commitment="00" * 32, **frame)
    gesture.add(spare)
    other.record(*gesture.changes)
    hand_over(other, one, visit.stream_id)
    voice = rated(one, visit, *QA).of(other.me)
    assert voice is not None
    assert (voice.state, voice.rating is not None and voice.rating.id != spare.id) == ("locked", True)


def test_nobody_rates_in_anothers_name(two: tuple[Store, Store, Visit]) -> None:
    one, other, visit = two
    gesture = Gesture("ratings.lock", other.me)
    place = {"rubric": RUBRIC, "area": "QA"}
    frame: dict[str, Any] = {"stream_id": visit.stream_id, "visit_id": visit.id, "author": one.me, **place}
    gesture.add(Rating(id=f"x.{one.device.id}", commitment="00" * 32, **frame))
    with pytest.raises(Refused):
        other.record(*gesture.changes)


def test_a_difference_is_settled_with_words_and_kept(two: tuple[Store, Store, Visit]) -> None:
    one, other, visit = two
    with pytest.raises(Refused, match="not open yet"):
        ratings.settle(one, visit, QA, "secure")
    ratings.lock(one, visit, QA, "priority")
    ratings.lock(other, visit, QA, "secure")
    for _turn in range(2):
        hand_over(one, other, visit.stream_id)
        hand_over(other, one, visit.stream_id)
        ratings.open_due(one)
        ratings.open_due(other)
    hand_over(other, one, visit.stream_id)
    with pytest.raises(Refused, match="differ"):
        ratings.settle(one, visit, QA, "priority")
    ratings.settle(one, visit, QA, "priority", "The two files he had not read decided it.")
    ratings.settle(one, visit, QA, "area_for_improvement", "On second thoughts, with the plans of Tuesday.")
    found = rated(one, visit, *QA)
    assert found.resolution is not None
    assert (found.resolution.value, found.resolution.author) == ("area_for_improvement", one.me)
    assert len(one.ledger.changes(stream=visit.stream_id, entity="resolution", entity_id=found.resolution.id)) == 2


def test_a_lone_inspector_opens_nothing_and_a_reader_rates_nothing(store: Store) -> None:
    visit = a_visit(store)
    ratings.lock(store, visit, QA, "secure")
    assert ratings.open_due(store) == 0
    assert not rated(store, visit, *QA).is_locked
    reader = a_store("Reader")
    join(store, visit.stream_id, reader, "quality_reader")
    there = visit_by_id(reader, visit.id)
    assert there is not None
    with pytest.raises(Refused, match="role"):
        ratings.lock(reader, there, QA, "secure")
    assert again(store, visit) == visit
    reader.close()
