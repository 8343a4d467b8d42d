# SPDX-License-Identifier: MIT
"""Introducing oneself, beginning a stream, giving seats."""

from dataclasses import replace

import pytest

from storage import keys
from storage.acts import members, notes
from storage.errors import Refused
from storage.queries.members import my_seat
from storage.queries.notes import notes_of_visit
from storage.store import Store, scratch
from tests.builders import a_store, a_visit, hand_over, join


def test_a_store_is_introduced_once_and_to_somebody_with_a_name() -> None:
    store = scratch()
    assert store.me == ""
    with pytest.raises(Refused, match="name is needed"):
        members.introduce(store, "  ")
    person = members.introduce(store, " Practice Inspector ")
    assert store.me == person
    assert members.my_card(store).name == "Practice Inspector"
    with pytest.raises(Refused, match="already belongs"):
        members.introduce(store, "Another")


def test_a_card_says_who_and_holds_no_secret(store: Store) -> None:
    card = members.my_card(store)
    assert (card.device, card.person_id) == (store.device.id, store.me)
    assert bytes.fromhex(card.verify_key) == store.device.verify_key
    for secret in (bytes(store.device.signing), bytes(store.device.box)):
        assert secret.hex() not in repr(card)


@pytest.mark.parametrize("role", ["lead", "second", "quality_reader", "office"])
def test_a_seat_is_given_with_every_role_there_is(store: Store, role: str) -> None:
    visit, other = a_visit(store), a_store("Another")
    join(store, visit.stream_id, other, role)
    seat = my_seat(other, visit.stream_id)
    assert seat is not None
    assert (seat.role, seat.ever, seat.name) == (role, {role}, "Another")


def test_there_is_no_other_role(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="no role visitor"):
        members.grant(store, visit.stream_id, members.my_card(a_store("Another")), "visitor")


def test_a_seat_given_twice_is_given_once(store: Store) -> None:
    visit, other = a_visit(store), a_store("Another")
    for role in ("second", "lead"):
        members.grant(store, visit.stream_id, members.my_card(other), role)
    assert store.tables.roster(visit.stream_id)[other.device.id].role == "second"


def test_a_second_inspector_gives_no_seats(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second")
    join(store, visit.stream_id, other)
    with pytest.raises(Refused, match="role"):
        members.grant(other, visit.stream_id, members.my_card(a_store("Third")), "second")


def test_a_lost_laptop_is_removed_wherever_one_may_and_the_rest_is_counted(store: Store) -> None:
    other, visit = a_store("Another"), a_visit(store)
    streams = [visit.stream_id, a_visit(store).stream_id]
    for stream in streams:
        members.grant(store, stream, members.my_card(other), "second")
    theirs = a_visit(a_store("Third"))
    assert members.remove_everywhere(store, other.device.id) == (2, 0)
    assert not members.seated_in(store, other.device.id)
    assert members.seated_in(store, store.device.id)
    assert theirs.stream_id not in members.seated_in(store, store.device.id)
    with pytest.raises(Refused, match="working on"):
        members.remove_everywhere(store, store.device.id)


def test_where_one_may_not_remove_it_the_seat_stays(store: Store) -> None:
    second, visit = a_store("Second"), a_visit(store)
    join(store, visit.stream_id, second)
    assert members.remove_everywhere(second, store.device.id) == (0, 1)
    assert members.seated_in(second, store.device.id) == [visit.stream_id]
    assert len(second.keyring.keys(visit.stream_id)) == 1


def test_what_a_copy_of_a_removed_laptop_does_is_refused_there_and_set_aside_elsewhere(store: Store) -> None:
    second, visit = a_store("Second"), a_visit(store)
    join(store, visit.stream_id, second)
    lost = second.device.id
    members.remove(store, visit.stream_id, lost)
    old = second._unlocked
    second._unlocked = replace(old, device=keys.fleeting().device, before=(old.device,))
    notes.write(second, visit, "By a copy that knows nothing of it.")
    hand_over(second, store, visit.stream_id)
    assert not notes_of_visit(store, visit.id)
    assert not store.tables.roster(visit.stream_id)[second.device.id].present
    hand_over(store, second, visit.stream_id)
    with pytest.raises(Refused, match="has left this visit"):
        notes.write(second, visit, "By a copy that has heard of it.")
    members.grant(store, visit.stream_id, members.my_card(second), "second")
    hand_over(store, second, visit.stream_id)
    assert [each.text for each in notes_of_visit(store, visit.id)] == ["By a copy that knows nothing of it."]
    notes.write(second, visit, "Seated again.")
