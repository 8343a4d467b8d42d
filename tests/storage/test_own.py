# SPDX-License-Identifier: MIT
"""One's own changes: a moved store takes its seat first; what a rule forbids is not kept."""

import json
from dataclasses import replace

import pytest

from storage import keys, law, own
from storage.acts import notes
from storage.errors import Refused
from storage.gesture import Gesture
from storage.queries.members import members, my_seat
from storage.store import Store
from tests.builders import a_letter, a_note, a_store, a_visit, again, hand_over, join


def moved(store: Store) -> None:
    """Make the store a new device, as opening a copy does (keys.settle)."""
    old = store._unlocked
    store._unlocked = replace(old, device=keys.fleeting().device, before=(*old.before, old.device))


def test_a_moved_store_takes_its_predecessors_seat_with_its_first_change(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    old = store.device.id
    moved(store)
    assert my_seat(store, visit.stream_id).device == old  # type: ignore[union-attr]
    notes.amend(store, note, text="Other words.")
    assert {seat.device for seat in members(store, visit.stream_id)} == {old, store.device.id}
    assert [c.act for c in store.ledger.changes(stream=visit.stream_id) if c.device == store.device.id] == [
        "members.succeed",
        "notes.amend",
    ]
    notes.amend(store, again(store, note), text="Third words.")
    assert [c.seq for c in store.ledger.changes(stream=visit.stream_id) if c.device == store.device.id] == [1, 2, 3]


def test_a_store_moved_twice_follows_its_last_seat(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    note = a_note(store, visit)
    for text in ("Two.", "Three."):
        moved(store)
        notes.amend(store, again(store, note), text=text)
    hand_over(store, other, visit.stream_id)
    assert again(other, note).text == "Three."


def test_nobody_succeeds_where_nothing_moved(store: Store) -> None:
    visit = a_visit(store)
    gesture = Gesture("x", store.me)
    gesture.amend(visit, staff="two inspectors")
    assert own.successions(store, gesture.changes) == ()


def test_another_persons_name_is_refused(store: Store) -> None:
    visit = a_visit(store)
    gesture = Gesture("visits.amend", "somebody else")
    gesture.amend(visit, staff="two")
    with pytest.raises(Refused, match="another person"):
        store.record(*gesture.changes)


def test_a_stranger_is_refused(store: Store) -> None:
    visit, stranger = a_visit(store), a_store("Stranger")
    newest = store.keyring.newest(visit.stream_id)
    assert newest is not None
    stranger.keyring.keep(visit.stream_id, *newest)
    gesture = Gesture("findings.state", stranger.me)
    gesture.amend(visit, staff="two")
    with pytest.raises(Refused, match="not a member"):
        stranger.record(*gesture.changes)


def test_a_sealed_letter_refuses_amendment(store: Store) -> None:
    letter = a_letter(store, a_visit(store), "One.")
    vector = json.dumps(store.ledger.vector(letter.stream_id))
    gesture = Gesture("letters.seal", store.me)
    gesture.amend(letter, document_id="d", status="signed", cites=((letter.stream_id, vector, "x"),))
    store.record(*gesture.changes)
    late = Gesture("letters.amend", store.me)
    late.amend(again(store, letter), salutation="Dear all")
    with pytest.raises(Refused, match="sealed"):
        store.record(*late.changes)
    assert again(store, letter).salutation == ""


def test_every_reason_of_the_law_has_its_refusal() -> None:
    assert set(own._REFUSALS) == set(law.REASONS)
