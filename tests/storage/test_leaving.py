# SPDX-License-Identifier: MIT
"""A stream leaves whole: what is left names nothing of it, what others have is let be, and it may be allowed back."""

import pytest

from storage import leaving
from storage.store import Recorded, Store
from tests.builders import a_note, a_store, a_visit, join

NEWS = Recorded((), "wiped")


def test_only_what_speaks_of_it_goes_from_the_marks(store: Store) -> None:
    visit, other = a_visit(store), a_visit(store)
    store.marks.keep("searches", {"mine": {"visit": visit.id, "words": "a name"}, "other": {"visit": other.id}})
    store.marks.keep(f"names:{visit.id}", ["a name"])
    store.marks.keep("streams", [visit.stream_id, other.stream_id])
    store.marks.keep("last", visit.id)
    leaving.take_out(store, {visit.stream_id: {}}, (), NEWS)
    assert store.marks.get("searches") == {"other": {"visit": other.id}}
    assert store.marks.get(f"names:{visit.id}") is None
    assert store.marks.get("streams") == [other.stream_id]
    assert store.marks.get("last") == ""
    assert store.marks.get("my_name") == "Practice Inspector"


def test_what_left_is_known_by_how_far_it_went_and_may_come_back(store: Store) -> None:
    visit = a_visit(store)
    vector = store.ledger.vector(visit.stream_id)
    leaving.take_out(store, {visit.stream_id: {"visit_id": visit.id}}, (), NEWS)
    assert leaving.left(store) == {visit.stream_id: {"visit_id": visit.id, "vector": vector}}
    assert leaving.is_half_back(store, visit.stream_id)
    assert not leaving.is_unfinished(store)
    leaving.allow_back(store, visit.stream_id, "2026-11-24T12:00:00.000Z")
    assert leaving.left(store) == {}


def test_one_that_is_here_again_by_a_backup_has_not_left(store: Store) -> None:
    visit = a_visit(store)
    store.marks.keep(leaving.WIPED, {visit.stream_id: {"vector": {}}})
    assert leaving.left(store) == {}
    assert not leaving.is_half_back(store, visit.stream_id)


def test_identifiers_of_people_and_devices_are_nobodys(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second")
    note = a_note(store, visit)
    join(store, visit.stream_id, other)
    names = leaving.identifiers(store, [visit.stream_id])
    assert {visit.id, note.id, visit.stream_id} <= names
    assert not {store.device.id, other.device.id} & names
    other.close()


def test_identifiers_are_found_wherever_they_stand_in_a_text_and_nothing_like_them_is() -> None:
    names = ["0123456789abcdef.one", "0123456789abcdef.another", "fedcba9876543210"]
    speaks_of = leaving.naming(names)
    for name in names:
        assert speaks_of(name)
        assert speaks_of(f'{{"about": "note:{name}", "x": 1}}')
    for other in ("", "fedcba987654321", "0123456789abcdef.two", "0123456789abcde f.one", "a" * 1000):
        assert not speaks_of(other)


def test_long_marks_are_looked_through_in_steps_and_as_a_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "_LETTERS", 50)
    visit, other = a_visit(store), a_visit(store)
    listed = {each.stream_id: [f"{at:064x}" for at in range(20)] for each in (visit, other)}
    store.marks.keep("files", {**listed, "more": "x" * 200})
    store.marks.keep("lines", [f"line {at} {visit.id if at % 2 else other.id}" for at in range(20)])
    leaving.take_out(store, {visit.stream_id: {}}, (), NEWS)
    assert store.marks.get("files") == {other.stream_id: listed[other.stream_id], "more": "x" * 200}
    assert store.marks.get("lines") == [f"line {at} {other.id}" for at in range(0, 20, 2)]
