# SPDX-License-Identifier: MIT
"""What a member's bad software may write under a good signature: set aside with a reason, and everybody goes on.

A change that broke the taking-in would keep everything else away from everybody for ever.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from storage import sealed as inside
from storage.acts import members, notes
from storage.envelope import Header, Sealed
from storage.model.change import canonical
from storage.model.visit import Visit
from storage.queries.members import entitled
from storage.queries.notes import notes_of_visit
from storage.queries.visits import visit
from storage.sealed import seal
from storage.store import Store
from tests.builders import a_change, a_note, a_store, a_visit, hand_over
from tests.storage import agreement

Plain = dict[str, Any]


def _with(**fields: Any) -> Callable[[Plain], Plain]:
    return lambda plain: {**plain, **fields}


def _after(**fields: Any) -> Callable[[Plain], Plain]:
    return lambda plain: {**plain, "after": {**plain["after"], **fields}, "before": {}}


def _member(**fields: Any) -> Callable[[Plain], Plain]:
    def spoil(plain: Plain) -> Plain:
        after = {"role": "lead", "present": True, **fields}
        return {**plain, "entity": "member", "entity_id": plain["device"], "after": after, "before": {}}

    return spoil


def _seal(vector: Any) -> Callable[[Plain], Plain]:
    def spoil(plain: Plain) -> Plain:
        after = {"document_id": "d", "cites": [[plain["stream"], vector, "x"]], "present": True}
        return {**plain, "entity": "letter", "entity_id": "l", "after": after, "before": {}}

    return spoil


DEEP = "how deep"
POISONS: dict[str, Callable[[Plain], Plain]] = {
    "tick is a word": _with(tick="soon"),
    "tick is half": _with(tick=1.5),
    "tick is true": _with(tick=True),
    "tick without end": _with(tick=float("inf")),
    "a noun that is a number": _with(entity=5),
    "a thing that is a list": _with(entity_id=["a"]),
    "nobody": _with(by=None),
    "a time that is a number": _with(at=7),
    "no fields": _with(after=[]),
    "parents without end": _with(parents={"text": [["d", float("inf")]]}),
    "parents of numbers": _with(parents={"text": [[5, 1], ["d", 1]]}),
    "parents of nothing": _with(parents={"text": 5}),
    "half a character": _after(text="\ud800"),
    "half a character in a new field": _with(mood="\udfff"),
    "a number no row can hold": _after(days=10**30, text="x"),
    "no number": _after(verbatim=float("nan")),
    "a number without end": _after(pages=[1, float("-inf")]),
    "depth": _after(text=DEEP),
    "depth in a new field": _with(mood=DEEP),
    "another device's key": _member(verify_key="ab" * 32),
    "a key of capitals": _member(box_key="AB" * 32),
    "an object": _after(text={"a": 1}),
    "an object in a list": _after(text=[[{"a": 1}]]),
    "a role that is an object": _member(role={"a": 1}),
    "an end that is a word": _member(until="soon", grant_number="many", grant=5),
    "keys that are none": _member(verify_key="zz", box_key=7, predecessor="x", vouch=3),
    "a seal that cites depth": _seal("[" * 100_000),
    "a seal without end": _seal('{"d": 1e999}'),
    "a seal of numbers": _seal(7),
}


def poisoned(author: Store, there: Visit, spoil: Callable[[Plain], Plain]) -> Sealed:
    """Return what bad software seals, soundly, as the author's next change."""
    seq, previous = author.ledger.newest(there.stream_id, author.device.id)
    key = author.keyring.newest(there.stream_id)
    assert key is not None
    frame: Plain = {"stream": there.stream_id, "device": author.device.id, "by": author.me, "entity_id": "p" * 32}
    tick = author.ledger.highest_tick() + 1
    honest = a_change(**frame, seq=seq + 1, tick=tick, after={"statement": "x", "present": True}, entity="finding")
    body = json.dumps(spoil(json.loads(canonical(honest)))).encode()
    body = body.replace(json.dumps(DEEP).encode(), b"[" * 50_000 + b"]" * 50_000)
    with pytest.MonkeyPatch.context() as evil:
        evil.setattr(inside, "canonical", lambda _change: body)
        return seal(honest, author.device, previous, key)


@pytest.mark.parametrize("what", POISONS)
def test_whatever_it_says_everybody_goes_on(what: str) -> None:
    lead, second = a_store("Lead"), a_store("Second")
    there = a_visit(lead)
    a_note(lead, there, "Before.")
    members.grant(lead, there.stream_id, members.my_card(second), "lead")
    hand_over(lead, second, there.stream_id)
    evil = poisoned(second, there, POISONS[what])
    _handed(lead, second, evil)
    for store in (lead, second):
        found = visit(store, there.id)
        assert found is not None
        notes.write(store, found, "Afterwards.")
        assert {seat.device for seat in entitled(store, there.stream_id)} == {lead.device.id, second.device.id}
    hand_over(lead, second, there.stream_id)
    assert len(notes_of_visit(second, there.id)) == 3
    agreement.with_the_oracle(lead)
    lead.refold()
    assert len(notes_of_visit(lead, there.id)) == 2


def _handed(taker: Store, author: Store, evil: Sealed) -> None:
    from storage.door import Delivery, receive

    received = receive(taker, Delivery([evil], {author.device.id: author.device.verify_key}), "parcel")
    assert received.new + len(received.set_aside) == 1
    assert all(reason in ("unreadable", "tick") for *_, reason in received.set_aside)


def test_a_number_that_no_database_counts_to_is_malformed() -> None:
    from storage.sync.wire import Malformed, pack, unpack

    author = a_store("Author")
    there = a_visit(author)
    (first, *_) = author.ledger.sealed(there.stream_id, {})
    for seq in (0, 2**63, 2**64 - 1):
        head = first.header
        header = Header(head.stream, head.device, seq, head.epoch, head.previous, head.commitment)
        with pytest.raises(Malformed):
            unpack(pack([Sealed(header, first.signature, first.body)]))
