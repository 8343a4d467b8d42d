# SPDX-License-Identifier: MIT
"""Seats of the days before grants were signed: whoever may grant signs them, once, and the hub knows them."""

from storage.acts import members, notes
from storage.acts.seats import sign_seats
from storage.gesture import Gesture
from storage.grants import counting
from storage.model.ids import StreamId
from storage.model.member import Member
from storage.model.visit import Visit
from storage.queries.members import grants_of
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visits
from storage.store import Store
from storage.sync import receipt
from tests.builders import a_store, a_visit, hand_over
from tests.storage.hub.near import NearHub
from tests.storage.sync.conftest import near

__all__ = ["near"]


def _seated_long_ago(lead: Store, second: Store, stream: StreamId, role: str = "second") -> None:
    """Give a seat as an older Arolwg did: nobody's signature for the hub."""
    card = members.my_card(second)
    gesture = Gesture("members.grant", lead.me)
    about = {"person_id": card.person_id, "name": card.name, "verify_key": card.verify_key, "box_key": card.box_key}
    gesture.add(Member(id=card.device, stream_id=stream, role=role, **about))
    lead.record(*gesture.changes)
    hand_over(lead, second, stream)


def _known(store: Store, there: Visit) -> set[str]:
    return set(counting(there.stream_id, grants_of(store, there.stream_id)))


def test_a_seat_that_nobody_signed_is_signed_once_and_is_otherwise_the_same() -> None:
    lead, second, reader = a_store("Lead"), a_store("Second"), a_store("Reader")
    there = a_visit(lead)
    _seated_long_ago(lead, second, there.stream_id)
    members.grant(lead, there.stream_id, members.my_card(reader), "quality_reader")
    before = lead.tables.roster(there.stream_id)
    assert second.device.id not in _known(lead, there)
    assert (sign_seats(lead), sign_seats(lead)) == (1, 0)
    assert _known(lead, there) == {lead.device.id, second.device.id, reader.device.id}
    assert lead.tables.roster(there.stream_id) == before


def test_whoever_may_not_grant_or_is_unknown_herself_signs_nothing() -> None:
    lead, second, other = a_store("Lead"), a_store("Second"), a_store("Other lead")
    there = a_visit(lead)
    _seated_long_ago(lead, other, there.stream_id, "lead")
    _seated_long_ago(lead, second, there.stream_id)
    hand_over(lead, other, there.stream_id)
    assert (sign_seats(second), sign_seats(other)) == (0, 0)
    sign_seats(lead)
    hand_over(lead, other, there.stream_id)
    assert other.device.id in _known(other, there)


def test_who_was_removed_unsigned_is_known_as_having_left() -> None:
    lead, second = a_store("Lead"), a_store("Second")
    there = a_visit(lead)
    _seated_long_ago(lead, second, there.stream_id)
    members.remove(lead, there.stream_id, second.device.id)
    sign_seats(lead)
    assert not lead.tables.roster(there.stream_id)[second.device.id].present
    (*_, last) = [each for each in grants_of(lead, there.stream_id) if each.device == second.device.id]
    assert (last.belongs, last.until) == (False, 0)


def test_the_first_sync_signs_them_and_the_hub_then_takes_what_their_devices_write(near: NearHub) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    there = a_visit(lead)
    _seated_long_ago(lead, second, there.stream_id)
    [same] = visits(second)
    notes.write(second, same, "Written years ago.")
    near.synced(lead)
    near.synced(second)
    assert receipt.standing(second, there.stream_id).is_covered
    near.synced(lead)
    assert [each.text for each in notes_of_visit(lead, there.id)] == ["Written years ago."]
