# SPDX-License-Identifier: MIT
"""Who is not asked for again, until a key or a seat came that lets her in."""

from storage.acts import members
from storage.door import Received
from storage.sync.blocked import Blocked
from tests.builders import a_store, a_visit


def _aside(stream: str, device: str, reason: str, *seqs: int) -> Received:
    return Received(set_aside=tuple((stream, device, seq, reason) for seq in seqs))


def test_somebody_is_new_once() -> None:
    blocked = Blocked()
    assert not blocked.hear(Received())
    assert blocked.hear(_aside("stream", "a", "tick", 1))
    assert not blocked.hear(_aside("stream", "a", "tick", 1))
    assert ("stream", "a") in blocked
    assert ("stream", "b") not in blocked
    assert list(blocked) == [("stream", "a")]


def test_a_new_key_lets_everybody_be_tried_again() -> None:
    store, blocked = a_store(), Blocked()
    blocked.hear(_aside("stream", "a", "unreadable", 1, 2))
    blocked.hear(_aside("stream", "b", "signature", 7))
    assert blocked.let_in(store, has_keys=False) == 0
    assert blocked.let_in(store, has_keys=True) == 3
    assert list(blocked) == []


def test_a_seat_lets_in_whoever_was_a_stranger_and_nobody_whose_signature_is_wrong() -> None:
    store, other, blocked = a_store("Lead"), a_store("Second"), Blocked()
    stream = a_visit(store).stream_id
    blocked.hear(_aside(stream, other.device.id, "stranger", 1, 2, 3))
    blocked.hear(_aside(stream, store.device.id, "signature", 9))
    assert blocked.let_in(store, has_keys=False) == 0, "nobody has seated her yet"
    members.grant(store, stream, members.my_card(other), "second")
    assert blocked.let_in(store, has_keys=False) == 3
    assert list(blocked) == [(stream, store.device.id)]
