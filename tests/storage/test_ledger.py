# SPDX-License-Identifier: MIT
"""The log: ink stays, nothing is numbered twice, everything is found again."""

from itertools import pairwise

import pytest

from storage import undo
from storage.acts import notes
from storage.envelope import Sealed
from storage.model.change import Change
from storage.model.ids import DeviceId
from storage.store import Store
from storage.vault import driver
from tests.builders import a_finding, a_note, a_store, a_visit, again, hand_over, join, ref


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE changes SET act = 'other'",
        "UPDATE changes SET body = NULL",
        "DELETE FROM changes",
        "DELETE FROM changes WHERE seq = 1",
        "INSERT OR REPLACE INTO changes SELECT * FROM changes",
        "UPDATE OR REPLACE changes SET seq = 1",
    ],
)
def test_ink_is_never_rewritten_or_deleted(store: Store, statement: str) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    before = store.ledger.changes()
    with pytest.raises(driver.IntegrityError, match="ink"):
        store.db.execute(statement)
    assert store.ledger.changes() == before


def test_a_number_is_never_used_twice(store: Store) -> None:
    visit = a_visit(store)
    [first, *_] = store.ledger.sealed(visit.stream_id, {})
    change = store.ledger.open(first)
    assert change is not None
    with pytest.raises(driver.IntegrityError, match="UNIQUE"):
        store.ledger.append((first, change))


class _Noted(dict[Sealed, Change]):
    """Notes what was in it, once it is emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: dict[Sealed, Change] = {}

    def clear(self) -> None:
        self.noted.update(self)
        super().clear()


def test_what_was_made_here_is_folded_as_it_will_be_read(store: Store) -> None:
    store.ledger.made = made = _Noted()
    visit = a_visit(store)
    note = a_note(store, visit, "Six of eight files held a plan.", areas=("r:QA1",), confidential=True)
    notes.amend(store, note, text="Seven of eight files held a plan.")
    notes.withdraw(store, again(store, note))
    a_finding(store, visit)
    undo.undo(store)
    assert not made
    assert {each.entity for each in made.noted.values()} >= {"note", "link", "visit", "member", "finding"}
    for sealed, change in made.noted.items():
        assert store.ledger.open(sealed) == change


def test_what_a_device_did_last_is_known_without_reading_it(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit, "A book. " * 1_000)
    *_, last = store.ledger.sealed(visit.stream_id, {})
    assert store.ledger.newest(visit.stream_id, store.device.id) == (last.header.seq, last.digest)
    assert store.ledger.digest_at(visit.stream_id, last.header.ref) == last.digest


def test_changes_are_found_by_stream_thing_and_gesture(store: Store) -> None:
    one, two = a_visit(store), a_visit(store)
    note = a_note(store, one, areas=("r:QA1",))
    a_note(store, two)
    assert {change.entity for change in store.ledger.changes(stream=one.stream_id)} == {
        "member",
        "visit",
        "note",
        "link",
    }
    [written] = store.ledger.changes(stream=one.stream_id, entity="note", entity_id=note.id)
    assert {change.entity for change in store.ledger.changes(gesture=written.gesture)} == {"note", "link"}
    assert (
        len(store.ledger.changes())
        == len(store.ledger.changes(stream=one.stream_id))
        + len(store.ledger.changes(stream=two.stream_id))
        + len(store.ledger.changes(entity="authority"))
        + 2
    )


def test_what_a_peer_lacks_is_my_vector_minus_hers(store: Store) -> None:
    visit = a_visit(store)
    for _ in range(3):
        a_note(store, visit)
    mine = store.device.id
    assert store.ledger.vector(visit.stream_id) == {mine: 5}
    assert [each.header.seq for each in store.ledger.sealed(visit.stream_id, {mine: 3})] == [4, 5]
    assert list(store.ledger.sealed(visit.stream_id, {mine: 5})) == []
    assert list(store.ledger.sealed("another", {})) == []


def test_each_header_names_the_one_before(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    chain = list(store.ledger.sealed(visit.stream_id, {}))
    for one, two in pairwise(chain):
        assert two.header.previous == one.digest
        assert store.ledger.digest_at(visit.stream_id, one.header.ref) == one.digest
    assert store.ledger.newest(visit.stream_id, store.device.id) == (len(chain), chain[-1].digest)
    assert store.ledger.newest(visit.stream_id, "another")[0] == 0
    assert store.ledger.digest_at(visit.stream_id, ref("another", 1)) is None


def test_a_tick_is_greater_than_everything_known_also_from_others(store: Store) -> None:
    visit, guest = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, guest)
    for _ in range(20):
        a_note(store, visit)
    hand_over(store, guest, visit.stream_id)
    known = guest.ledger.highest_tick()
    a_finding(guest, visit)
    assert guest.ledger.highest_tick() == known + 1


def test_gestures_of_a_device_come_oldest_first_and_so_many(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    notes.amend(store, note, text="Other words.")
    notes.withdraw(store, again(store, note))
    acts = [act for _, _, act in store.ledger.gestures_by(store.device.id, 400)]
    assert acts[-3:] == ["notes.write", "notes.amend", "notes.withdraw"]
    assert [act for _, _, act in store.ledger.gestures_by(store.device.id, 1)] == ["notes.withdraw"]
    assert store.ledger.gestures_by(DeviceId("another"), 400) == []


def test_a_change_whose_key_is_not_here_is_kept_but_not_read(store: Store) -> None:
    visit, other = a_visit(store), a_store()
    [first, *_] = store.ledger.sealed(visit.stream_id, {})
    assert other.ledger.open(first) is None


def test_everything_that_was_touched_is_listed(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    assert (visit.stream_id, "note", note.id) in set(store.ledger.things(visit.stream_id))
    assert set(store.ledger.things(visit.stream_id)) < set(store.ledger.things())
