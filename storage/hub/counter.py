# SPDX-License-Identifier: MIT
"""The hub's counter: the bytes of a request in, the bytes of an answer out. HTTP: service.py; decisions: office.py.

Every request is one transaction: what was refused left nothing behind.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from storage.hub import office
from storage.hub.books import Books, Entries
from storage.hub.identity import Identity
from storage.hub.office import Refusal
from storage.hub.register import Enrolled
from storage.model import clock
from storage.sync import talk
from storage.sync.wire import Malformed

MOST = {
    "/enrol": 10_000,
    "/succeed": 10_000,
    "/sync": talk.MOST_SYNC,
    "/keep": talk.MOST_DOCUMENT,
    "/fetch": 10_000,
    "/keep-snapshot": talk.MOST_DOCUMENT,
    "/fetch-snapshot": 10_000,
}
"""Bytes that a request may have, by its path."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a request."""

    body: bytes | None
    """None where a document or snapshot is asked for that the hub has not got."""
    changes_in: int = 0
    changes_out: int = 0


def greeting(identity: Identity, now: float) -> dict[str, Any]:
    """Return what a device is told before it signs anything; `now` in seconds of Unix time."""
    return {"protocol": talk.PROTOCOL, "hub": identity.verify_key, "token": identity.token(now)}


def answer(books: Books, identity: Identity, path: str, body: bytes, now: float) -> Answered:
    """Answer one request. Raise Refusal, and CannotKeep where the database refuses; then nothing of it is kept."""
    if len(body) > MOST[path]:
        raise Refusal("too_much")
    return _WAYS[path](books, identity, body, now)


def _enrol(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    plain = _plain(body)
    with books.open() as entries:
        office.enrol(entries, plain.get("card"), str(plain.get("secret", "")), (clock.stamp(), int(now)))
    return _welcomed(identity)


def _succeed(books: Books, identity: Identity, body: bytes, _now: float) -> Answered:
    plain = _plain(body)
    old, vouch = str(plain.get("predecessor", "")), str(plain.get("vouch", ""))
    with books.open() as entries:
        office.succeed(entries, plain.get("card"), old, vouch, clock.stamp())
    return _welcomed(identity)


def _welcomed(identity: Identity) -> Answered:
    return Answered(json.dumps({"hub": identity.verify_key}).encode())


def _sync(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    asked, signed = _read("/sync", body)
    with books.open() as entries:
        at = clock.stamp()
        device = _known(entries, identity, asked, signed, now)
        reply = office.exchange(entries, identity, device, asked, at)
    return Answered(talk.reply_bytes(reply), len(asked.sealed), len(reply.sealed))


def _keep(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    asked, signed = _read("/keep", body)
    with books.open() as entries:
        device = _known(entries, identity, asked, signed, now)
        office.keep_document(entries, device, asked.stream, asked.name, asked.file)
    return Answered(json.dumps({"kept": asked.name}).encode())


def _fetch(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    asked, signed = _read("/fetch", body)
    with books.open() as entries:
        device = _known(entries, identity, asked, signed, now)
        return Answered(office.document(entries, device, asked.stream, asked.name))


def _keep_snapshot(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    asked, signed = _read("/keep-snapshot", body)
    with books.open() as entries:
        office.keep_snapshot(entries, _known(entries, identity, asked, signed, now), asked.stream, asked.file)
    return Answered(json.dumps({"kept": asked.stream}).encode())


def _fetch_snapshot(books: Books, identity: Identity, body: bytes, now: float) -> Answered:
    asked, signed = _read("/fetch-snapshot", body)
    with books.open() as entries:
        return Answered(office.snapshot(entries, _known(entries, identity, asked, signed, now), asked.stream))


_WAYS: dict[str, Callable[[Books, Identity, bytes, float], Answered]] = {
    "/enrol": _enrol,
    "/succeed": _succeed,
    "/sync": _sync,
    "/keep": _keep,
    "/fetch": _fetch,
    "/keep-snapshot": _keep_snapshot,
    "/fetch-snapshot": _fetch_snapshot,
}


def _known(
    entries: Entries, identity: Identity, asked: talk.Request, signed: tuple[bytes, bytes], now: float
) -> Enrolled:
    if not identity.is_fresh(asked.token, now):
        raise Refusal("stale")
    return office.known(entries, asked.device, *signed, clock.stamp())


def _read(path: str, body: bytes) -> tuple[talk.Request, tuple[bytes, bytes]]:
    try:
        asked, said, signature = talk.read_request(path, body)
    except LookupError as problem:
        raise Refusal("protocol") from problem
    except Malformed as problem:
        raise Refusal("malformed") from problem
    return asked, (said, signature)


def _plain(body: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise Refusal("malformed") from problem
    if not isinstance(plain, dict):
        raise Refusal("malformed")
    return plain
