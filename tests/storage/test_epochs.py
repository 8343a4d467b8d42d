# SPDX-License-Identifier: MIT
"""Which key is used: the newest that a member is known to use; a hub that hands out one of its own reads nothing."""

import pytest

from storage import documents
from storage.acts import members, notes
from storage.door import Delivery, receive
from storage.epochs import begin_epoch, sealing_key
from storage.errors import Refused
from storage.keys import new_stream_key, wrap
from storage.model.visit import Visit
from storage.queries.documents import documents_of_stream
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.store import Store
from storage.sync import parcel
from tests.builders import a_note, a_store, a_visit, hand_over
from tests.storage.hub.conftest import near
from tests.storage.hub.near import NearHub

__all__ = ["near"]


@pytest.fixture
def trio() -> tuple[Store, Store, Store, Visit]:
    """Give a lead, a second and a third inspector who know one visit."""
    lead, second, third = a_store("Lead"), a_store("Second"), a_store("Third")
    there = a_visit(lead)
    for each in (second, third):
        members.grant(lead, there.stream_id, members.my_card(each), "second")
    for each in (second, third):
        hand_over(lead, each, there.stream_id)
    return lead, second, third, there


def _epochs(store: Store, there: Visit) -> list[int]:
    """Return under which epochs a device's changes of the visit are sealed, in order."""
    return [
        each.header.epoch for each in store.ledger.sealed(there.stream_id, {}) if each.header.device == store.device.id
    ]


def _writes(store: Store, there: Visit, text: str) -> None:
    found = visit(store, there.id)
    assert found is not None
    notes.write(store, found, text)


def test_a_key_that_a_hub_made_up_is_never_written_with(near: NearHub, trio: tuple[Store, Store, Store, Visit]) -> None:
    """It has every device's box key, and anybody can wrap to it."""
    lead, second, third, there = trio
    near.enrol(lead, second, third)
    for each in (lead, second):
        near.synced(each)
    evil = new_stream_key()
    with near.books.open() as entries:
        wraps = [
            (there.stream_id, each.device.id, 4_000_000_000, wrap(each.device.box_key, evil))
            for each in (lead, second, third)
        ]
        entries.belonging.keep_wraps(wraps)
    for each in (second, third, lead):
        near.synced(each)
        _writes(each, there, "Not for the hub.")
        documents.keep(each, there.stream_id, b"nor this", subject=there.id, title="scan.png")
        near.synced(each)
    assert second.keyring.key(there.stream_id, 4_000_000_000) == evil
    for each in (lead, second, third):
        assert set(_epochs(each, there)) == {1}
        assert {document.epoch for document in documents_of_stream(each, there.stream_id)} == {1}


def test_the_removal_itself_shows_the_others_the_new_key(trio: tuple[Store, Store, Store, Visit]) -> None:
    lead, second, third, there = trio
    members.remove(lead, there.stream_id, third.device.id)
    newest = lead.keyring.newest(there.stream_id)
    assert newest is not None
    assert _epochs(lead, there)[-1] == newest[0] > 1
    hand_over(lead, second, there.stream_id)
    _writes(second, there, "Under the new key.")
    assert _epochs(second, there)[-1] == newest[0]
    hand_over(second, lead, there.stream_id)
    assert [note.text for note in notes_of_visit(lead, there.id)] == ["Under the new key."]


def test_a_key_that_nobody_has_used_yet_waits_and_ones_own_does_not(trio: tuple[Store, Store, Store, Visit]) -> None:
    lead, second, _third, there = trio
    epoch = begin_epoch(lead, there.stream_id)
    hand_over(lead, second, there.stream_id)
    assert second.keyring.key(there.stream_id, epoch) is not None
    assert sealing_key(second, there.stream_id) == (1, second.keyring.key(there.stream_id, 1))
    a_note(lead, there, "Under her own new key.")
    assert _epochs(lead, there)[-1] == epoch
    hand_over(lead, second, there.stream_id)
    assert sealing_key(second, there.stream_id) == lead.keyring.newest(there.stream_id)


def test_a_wrong_key_that_came_first_gives_way_to_the_one_that_opens(trio: tuple[Store, Store, Store, Visit]) -> None:
    """A hub may hand out a wrong key for an epoch that members began: that hides things until a parcel comes."""
    lead, second, third, there = trio
    members.remove(lead, there.stream_id, third.device.id)
    _writes(lead, there, "Under the new key.")
    newest = lead.keyring.newest(there.stream_id)
    assert newest is not None
    second.keyring.keep(there.stream_id, newest[0], new_stream_key())
    hand_over(lead, second, there.stream_id)
    assert second.keyring.newest(there.stream_id) == newest
    assert [note.text for note in notes_of_visit(second, there.id)] == ["Under the new key."]
    verify = {lead.device.id: lead.device.verify_key}
    receive(second, Delivery([], verify, {there.stream_id: {newest[0]: new_stream_key()}}), "another wrong one")
    assert second.keyring.newest(there.stream_id) == newest


def test_what_one_who_has_left_goes_on_using_is_no_proof(trio: tuple[Store, Store, Store, Visit]) -> None:
    lead, second, third, there = trio
    members.remove(lead, there.stream_id, third.device.id)
    epoch = begin_epoch(third, there.stream_id) + (1 << 20)
    third.keyring.keep(there.stream_id, epoch, new_stream_key())
    third.marks.keep("epochs.begun", {there.stream_id: epoch})
    _writes(third, there, "With a key of her own.")
    hand_over(third, lead, there.stream_id)
    hand_over(lead, second, there.stream_id)
    for each in (lead, second):
        assert each.keyring.key(there.stream_id, epoch) is not None
        assert sealing_key(each, there.stream_id)[0] == _epochs(lead, there)[-1] != epoch  # type: ignore[index]


def test_a_removal_that_is_refused_begins_no_key(trio: tuple[Store, Store, Store, Visit]) -> None:
    lead, second, third, there = trio
    with pytest.raises(Refused, match="role"):
        members.remove(second, there.stream_id, third.device.id)
    assert set(second.keyring.keys(there.stream_id)) == {1}
    assert sealing_key(second, "nothing here") is None
    assert parcel.addressees(lead, [there.stream_id])
