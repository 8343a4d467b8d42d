# SPDX-License-Identifier: MIT
"""The door: what is sound comes in once; what fails alone is set aside; forks and gaps refuse the whole delivery."""

from dataclasses import replace

import pytest

from storage import door
from storage.acts import members
from storage.door import Delivery, receive
from storage.envelope import Sealed
from storage.errors import BadFile
from storage.keys import fleeting
from storage.model.visit import Visit
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.sealed import numbered, seal
from storage.steps import whole
from storage.store import Store
from tests.builders import a_change, a_note, a_store, a_visit


def _delivery(store: Store, there: Visit, after: dict[str, int] | None = None) -> Delivery:
    seats = store.tables.roster(there.stream_id)
    return Delivery(
        list(store.ledger.sealed(there.stream_id, after or {})),
        {device: bytes.fromhex(seat.verify_key) for device, seat in seats.items()},
        {there.stream_id: store.keyring.keys(there.stream_id)},
    )


@pytest.fixture
def sent() -> tuple[Store, Visit, Delivery]:
    """Give the sender's store, its visit with three notes, and all of it as a delivery."""
    store = a_store("Sender")
    there = a_visit(store)
    for number in range(3):
        a_note(store, there, f"Note {number}")
    return store, there, _delivery(store, there)


def test_a_sound_delivery_comes_in_once(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    _, there, delivery = sent
    first = receive(store, delivery, "test")
    assert (first.new, first.same, first.set_aside) == (len(delivery.sealed), 0, ())
    assert receive(store, delivery, "test").same == first.new
    assert len(notes_of_visit(store, there.id)) == 3


def test_order_does_not_matter(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    _, there, delivery = sent
    delivery.sealed = list(reversed(delivery.sealed))
    receive(store, delivery, "test")
    assert len(notes_of_visit(store, there.id)) == 3


def _spoil(delivery: Delivery, place: int, **fields: object) -> None:
    every = list(delivery.sealed)
    every[place] = replace(every[place], **fields)
    delivery.sealed = every


@pytest.mark.parametrize(
    ("field", "reason"),
    [("signature", "signature"), ("body", "unreadable")],
)
def test_one_that_fails_is_set_aside_and_its_devices_later_ones_wait(
    sent: tuple[Store, Visit, Delivery], store: Store, field: str, reason: str
) -> None:
    sender, there, delivery = sent
    place = len(delivery.sealed) - 2
    _spoil(delivery, place, **{field: bytes(64)})
    received = receive(store, delivery, "test")
    assert [each[3] for each in received.set_aside] == [reason]
    assert received.new == place
    assert store.marks.all_set_aside()[0][3] == reason
    # A sound copy that comes later is taken in, and what waited with it.
    receive(store, _delivery(sender, there), "test")
    assert len(notes_of_visit(store, there.id)) == 3


def test_a_gap_is_refused_whole(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    _, there, delivery = sent
    delivery.sealed = [each for place, each in enumerate(delivery.sealed) if place != 1]
    with pytest.raises(BadFile, match="Changes are missing"):
        receive(store, delivery, "test")
    assert visit(store, there.id) is None
    assert store.keyring.streams() == []


def test_a_fork_is_refused_whole(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    """A store that was copied and used twice, on two laptops that both think they are the same device."""
    sender, there, delivery = sent
    receive(store, delivery, "test")
    last = delivery.sealed[-1]
    opened = sender.ledger.open(last)
    key = sender.keyring.newest(there.stream_id)
    assert opened is not None
    assert key is not None
    twin = seal(replace(opened, after={"text": "Another past."}), sender.device, last.header.previous, key)
    before = notes_of_visit(store, there.id)
    with pytest.raises(BadFile, match="copied and used twice"):
        receive(store, Delivery([twin], delivery.verify_keys, delivery.stream_keys), "test")
    assert notes_of_visit(store, there.id) == before


def test_a_strangers_changes_are_set_aside(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    sender, there, delivery = sent
    stranger = fleeting().device
    key = sender.keyring.newest(there.stream_id)
    assert key is not None
    change = numbered(a_change(stream=there.stream_id, by="x"), stranger, 1, 5)
    smuggled = seal(change, stranger, bytes(32), key)
    delivery.sealed = [*delivery.sealed, smuggled]
    delivery.verify_keys = {**delivery.verify_keys, stranger.id: stranger.verify_key}
    received = receive(store, delivery, "test")
    assert [each[3] for each in received.set_aside] == ["stranger"]
    assert len(notes_of_visit(store, there.id)) == 3


def test_a_seat_granted_in_the_same_delivery_counts(sent: tuple[Store, Visit, Delivery]) -> None:
    sender, there, _ = sent
    second, third = a_store("Second"), a_store("Third")
    for each in (second, third):
        members.grant(sender, there.stream_id, members.my_card(each), "second")
    receive(second, _delivery(sender, there), "test")
    found = visit(second, there.id)
    assert found is not None
    a_note(second, found, "From the second.")
    received = receive(third, _delivery(second, there), "test")
    assert received.set_aside == ()
    assert len(notes_of_visit(third, there.id)) == 4


def test_an_impossible_counter_is_set_aside(sent: tuple[Store, Visit, Delivery], store: Store) -> None:
    sender, there, delivery = sent
    last = delivery.sealed[-1]
    opened = sender.ledger.open(last)
    key = sender.keyring.newest(there.stream_id)
    assert opened is not None
    assert key is not None
    lying: Sealed = seal(replace(opened, tick=door.FURTHEST * 4), sender.device, last.header.previous, key)
    delivery.sealed = [*delivery.sealed[:-1], lying]
    assert [each[3] for each in receive(store, delivery, "test").set_aside] == ["tick"]
    assert store.ledger.highest_tick() < door.FURTHEST


def test_a_delivery_taken_in_steps_rests_and_lets_an_act_in_between_wait_for_nothing_half_done(store: Store) -> None:
    sender = a_store("Sender")
    there = a_visit(sender)
    for number in range(130):
        a_note(sender, there, f"Note {number}")
    own = a_visit(store)
    steps = door.receiving(store, _delivery(sender, there), "test")
    while not store.ledger.newest(there.stream_id, sender.device.id)[0]:
        next(steps)
    next(steps)
    a_note(store, own, "Written in the middle.")  # brings the delivery to its end first
    assert len(notes_of_visit(store, there.id)) == 130
    assert len(notes_of_visit(store, own.id)) == 1
    assert whole(steps).new == len(_delivery(sender, there).sealed)


def test_a_delivery_given_up_between_two_steps_leaves_nothing(
    sent: tuple[Store, Visit, Delivery], store: Store
) -> None:
    _, there, delivery = sent
    steps = door.receiving(store, delivery, "test")
    next(steps)
    steps.close()
    assert store.ledger.vector(there.stream_id) == {}
    assert store.keyring.keys(there.stream_id) == {}
    assert receive(store, delivery, "test").new == len(delivery.sealed)
