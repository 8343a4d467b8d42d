# SPDX-License-Identifier: MIT
"""Introducing oneself, beginning a stream, giving seats."""

import pytest

from storage.acts import members
from storage.errors import Refused
from storage.queries.members import my_seat
from storage.store import Store, scratch
from tests.builders import a_store, a_visit, join


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
