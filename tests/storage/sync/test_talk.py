# SPDX-License-Identifier: MIT
"""Requests and answers as bytes: there and back the same; anything else is refused; what is newer is passed over."""

import json
import random
from typing import Any

import pytest

from storage.sync import talk
from storage.sync.talk import Reply, Request, read_reply, read_request, reply_bytes, signed_request
from storage.sync.wire import Malformed, frame
from tests.storage.hub.people import Laptop

LEAD, SECOND = Laptop(), Laptop()
STREAM = LEAD.stream()


def _request() -> Request:
    return Request(
        LEAD.id,
        "token",
        have={STREAM: {LEAD.id: 3}},
        grants=[LEAD.root(STREAM), LEAD.grants(STREAM, SECOND)],
        wraps=[(STREAM, SECOND.id, 65_537, b"\0wrapped")],
        sealed=LEAD.writes(STREAM, 2),
        stream=STREAM,
        name="ab" * 32,
        file=b"\0sealed",
    )


def _frames(**parts: bytes) -> bytes:
    return b"".join(frame(name.encode(), data) for name, data in parts.items()) + bytes(64)


def test_a_request_comes_out_as_it_went_in_signed_for_its_path() -> None:
    asked = _request()
    data = signed_request("/sync", asked, LEAD.device.sign)
    read, said, signature = read_request("/sync", data)
    assert read == asked
    assert signature == LEAD.device.sign(said)
    assert read_request("/keep", data)[1] != said


def test_an_answer_comes_out_as_it_went_in() -> None:
    reply = Reply(
        {"hub": "h", "device": "d", "at": "then", "streams": {STREAM: {LEAD.id: [2, "ab"]}}},
        "signature",
        sealed=LEAD.writes(STREAM, 2),
        more=True,
        wraps={STREAM: {1: b"\0wrapped"}},
        wrapped={STREAM: [(SECOND.id, 1)]},
        grants=[LEAD.root(STREAM)],
        documents={STREAM: ["ab"]},
        waits={STREAM: {LEAD.id: 5}},
        closed=[STREAM],
        is_revoked=True,
    )
    assert read_reply(reply_bytes(reply)) == reply
    assert reply.held == 3


def test_frames_and_fields_of_a_newer_version_are_passed_over() -> None:
    head = {"protocol": talk.PROTOCOL, "device": LEAD.id, "token": "t", "mood": "calm"}
    data = frame(b"new!", b"\xff") + _frames(head=json.dumps(head).encode())
    read = read_request("/sync", data)[0]
    assert (read.device, read.token, read.have, list(read.sealed)) == (LEAD.id, "t", {}, [])
    reply = reply_bytes(Reply({"streams": {}}, ""))
    assert read_reply(reply + frame(b"new!", b"\xff")) == Reply({"streams": {}}, "")


def test_a_newer_protocol_is_told_apart_from_a_broken_request() -> None:
    head = {"protocol": talk.PROTOCOL + 1, "device": LEAD.id, "token": "t"}
    with pytest.raises(LookupError):
        read_request("/sync", _frames(head=json.dumps(head).encode()))


HEAD = json.dumps({"protocol": 1, "device": LEAD.id, "token": "t"}).encode()
SPOILT: dict[str, dict[str, Any]] = {
    "no head": {},
    "a head that is a list": {"head": b"[]"},
    "no JSON": {"head": b"\xff"},
    "too deep": {"head": b"[" * 200_000},
    "a device with a NUL": {"head": json.dumps({"protocol": 1, "device": "\0", "token": ""}).encode()},
    "half a surrogate": {"head": b'{"protocol": 1, "token": "", "device": "\\ud800"}'},
    "a vector that is none": {"head": HEAD, "have": b'{"s": 3}'},
    "a number that is none": {"head": HEAD, "have": b'{"s": {"d": "many"}}'},
    "a number without end": {"head": HEAD, "have": b'{"s": {"d": 1e999}}'},
    "a number below nothing": {"head": HEAD, "have": b'{"s": {"d": -1}}'},
    "a number no database counts to": {"head": HEAD, "have": b'{"s": {"d": 9223372036854775808}}'},
    "a protocol without end": {"head": json.dumps({"protocol": float("inf"), "device": LEAD.id, "token": ""}).encode()},
    "a grant that is none": {"head": HEAD, "gran": b"[{}]"},
    "a wrap of no epoch": {"head": HEAD, "wrap": b'[["s", "d", 0, "AA=="]]'},
    "a wrap of too great an epoch": {"head": HEAD, "wrap": b'[["s", "d", 4294967296, "AA=="]]'},
    "a wrap of no bytes": {"head": HEAD, "wrap": b'[["s", "d", 1, "?"]]'},
    "changes that are none": {"head": HEAD, "chgs": b"\0\1"},
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_request_that_is_none_is_malformed(name: str) -> None:
    with pytest.raises(Malformed):
        read_request("/sync", _frames(**SPOILT[name]))


def test_bytes_cut_or_altered_anywhere_are_malformed_or_differently_signed() -> None:
    data, chance = signed_request("/sync", _request(), LEAD.device.sign), random.Random(7)
    (_, said, signature) = read_request("/sync", data)
    for _ in range(300):
        place = chance.randrange(len(data))
        flipped = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
        for spoilt in (data[:place], flipped):
            try:
                _, other, signed = read_request("/sync", spoilt)
            except (Malformed, LookupError):
                continue
            assert (other, signed) != (said, signature)


@pytest.mark.parametrize("data", [b"", b"nothing", frame(b"rcpt", b"{}"), frame(b"rcpt", b"[]") + frame(b"rest", b"3")])
def test_an_answer_that_is_none_is_malformed(data: bytes) -> None:
    with pytest.raises(Malformed):
        read_reply(data)


def test_changes_weigh_what_they_take_on_the_wire() -> None:
    few = LEAD.writes(STREAM, 50, 300)
    size = len(signed_request("/sync", Request(LEAD.id, "", sealed=few), LEAD.device.sign))
    assert size <= talk.weight(few) <= size * 1.3
