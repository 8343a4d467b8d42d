# SPDX-License-Identifier: MIT
"""What a hub provably holds: only what its signed receipt says, where that agrees with our own log."""

from typing import Any

import pytest

from storage.acts import members
from storage.errors import Trouble
from storage.hub.identity import identity
from storage.model.visit import Visit
from storage.store import Store
from storage.sync import receipt
from storage.sync.road import Hub, NoRoad
from storage.sync.talk import receipt_bytes
from tests.builders import a_note, a_store, a_visit, hand_over
from tests.storage.hub.near import NearHub

STREAM = "s.one"


def _ends(store: Store, stream: str) -> dict[str, tuple[int, str]]:
    return {device: (seq, store.ledger.newest(stream, device)[1].hex()) for device, seq in _vector(store, stream)}


def _vector(store: Store, stream: str) -> Any:
    return store.ledger.vector(stream).items()


@pytest.fixture
def there(store: Store) -> Visit:
    """Give a visit with a note."""
    made = a_visit(store)
    a_note(store, made)
    return made


def test_nothing_counts_as_sent_before_a_receipt_covers_it(store: Store, there: Visit) -> None:
    stream = there.stream_id
    assert (receipt.standing(store, stream).covered, receipt.standing(store, stream).is_covered) == (0, False)
    assert not receipt.keep(store, {stream: _ends(store, stream)}, "then")
    stand = receipt.standing(store, stream)
    assert (stand.is_covered, stand.at, stand.here) == (True, "then", stand.covered)
    a_note(store, there, "Later.")
    assert not receipt.standing(store, stream).is_covered


def test_what_is_newer_than_the_receipts_is_what_a_hub_may_lack(store: Store, there: Visit) -> None:
    stream = there.stream_id
    assert list(receipt.uncovered(store, [stream])) == []
    ends = _ends(store, stream)
    receipt.keep(store, {stream: ends}, "then")
    a_note(store, there, "Later.")
    newer = list(receipt.uncovered(store, [stream]))
    assert [each.header.seq for each in newer] == [max(seq for seq, _ in ends.values()) + 1]
    assert receipt.counted({stream: ends}, newer) == 0
    assert receipt.counted({stream: _ends(store, stream)}, newer) == 1


def test_a_stream_of_which_nothing_is_here_is_not_covered(store: Store) -> None:
    assert not receipt.standing(store, STREAM).is_covered
    assert receipt.covered(store, STREAM) == {}


def test_a_receipt_for_another_change_under_a_number_of_ours_is_no_receipt(store: Store, there: Visit) -> None:
    with pytest.raises(Trouble, match="copied and used twice"):
        receipt.keep(store, {there.stream_id: {store.device.id: (1, "00" * 32)}}, "then")
    assert not receipt.standing(store, there.stream_id).covered


def test_a_hub_that_says_less_than_before_forgot(store: Store, there: Visit) -> None:
    stream, ends = there.stream_id, _ends(store, there.stream_id)
    first = {store.device.id: (1, store.ledger.digest_at(stream, _first(store)).hex())}  # type: ignore[union-attr]
    receipt.keep(store, {stream: ends}, "then")
    assert not receipt.keep(store, {stream: ends}, "later")
    assert receipt.keep(store, {stream: first}, "later")
    assert receipt.covered(store, stream) == {store.device.id: 1}
    assert receipt.keep(store, {}, "later")


def test_a_hub_says_less_on_purpose_to_whoever_left(store: Store, there: Visit) -> None:
    stream = there.stream_id
    receipt.keep(store, {stream: _ends(store, stream)}, "then")
    assert not receipt.keep(store, {stream: {}}, "later", closed=[stream])


def _first(store: Store) -> Any:
    from storage.model.change import Ref

    return Ref(store.device.id, 1)


def test_only_the_known_hubs_receipt_for_this_device_is_believed(near: NearHub, tmp_path: Any) -> None:
    hub, other = near.known, identity(tmp_path / "other")
    said = {"hub": hub.verify_key, "device": "me", "at": "then", "streams": {STREAM: {"d": [3, "ab"]}}}
    fine = near.identity.sign(receipt_bytes(said))
    assert receipt.checked(said, fine, hub, "me") == {STREAM: {"d": (3, "ab")}}
    spoilt: list[tuple[Any, str, Hub, str]] = [
        (said, fine, hub, "you"),
        (said, other.sign(receipt_bytes(said)), hub, "me"),
        (said, "", hub, "me"),
        (said, "zz", hub, "me"),
        ({**said, "streams": {}}, fine, hub, "me"),
        (said, fine, Hub(hub.address, other.verify_key, ""), "me"),
        ({}, fine, hub, "me"),
        ({**said, "streams": 3}, near.identity.sign(receipt_bytes({**said, "streams": 3})), hub, "me"),
    ]
    for each in spoilt:
        with pytest.raises(NoRoad, match="Nothing counts as sent"):
            receipt.checked(*each)


def test_what_a_partner_handed_in_covers_what_we_know_of_it(near: NearHub) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    near.enrol(lead, second)
    there = a_visit(lead)
    members.grant(lead, there.stream_id, members.my_card(second), "second")
    hand_over(lead, second, there.stream_id)
    near.synced(lead)
    assert not receipt.standing(second, there.stream_id).covered
    near.synced(second)
    assert receipt.standing(second, there.stream_id).is_covered
