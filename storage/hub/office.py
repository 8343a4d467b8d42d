# SPDX-License-Identifier: MIT
"""The hub's decisions: who may hand in and fetch what, what is held, what a receipt says. No HTTP, no SQL.

It is blind: it checks signatures, chains, gaps and grants on the outside of sealed changes (envelope.py), and sees
nothing else. What a change means, and whether it is lawful, every device judges for itself.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from storage.envelope import Sealed, is_by, is_signed
from storage.grants import FOR_EVER, Grant, standing, succession
from storage.hub.belonging import Wrap
from storage.hub.books import Entries
from storage.hub.identity import Identity
from storage.hub.register import Enrolled
from storage.model.ids import device_id
from storage.sync.talk import PAGE, Reply, Request, receipt_bytes, weight

_ROWS = 500
"""Changes fetched at once while a page is filled."""


class Refusal(Exception):
    """What the hub will not do, by code: `REASONS` says it in words. Nothing of the request was stored."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


REASONS = {
    "unknown": "This device is not enrolled here.",
    "revoked": "This device was revoked. What it hands in is held for the office.",
    "signature": "The request does not bear its device's signature.",
    "stale": "The request's token is too old, or not from this hub.",
    "invitation": "This invitation was used already, has expired, or is not from this hub.",
    "card": "The device's keys do not fit its name.",
    "grant": "A grant is not signed by somebody who may grant.",
    "stranger": "A change comes from a device that has no seat in its visit.",
    "forged": "A change does not bear its device's signature.",
    "fork": "Two different changes bear one number: a store was copied and used twice.",
    "gap": "Changes are missing before the ones handed in.",
    "document": "A document's bytes do not fit its name.",
    "malformed": "The request cannot be read.",
    "too_much": "The request is larger than this hub takes.",
    "protocol": "The request is of a newer protocol than this hub knows.",
}
"""Why a request is refused: code → plain sentence (devices say it in their own language)."""


def enrol(entries: Entries, card: Mapping[str, str], secret: str, now: tuple[str, int]) -> None:
    """Enrol the device of a card by its invitation; `now` as (UTC stamp, Unix seconds). Raise Refusal."""
    device = _checked(card)
    label = entries.register.redeem(secret, device, now[1])
    if label is None:
        raise Refusal("invitation")
    entries.register.enrol(Enrolled(device, card["verify_key"], card["box_key"], label, now[0], now[0], ""))


def succeed(entries: Entries, card: Mapping[str, str], old: str, vouch: str, at: str) -> None:
    """Enrol a device whose predecessor is enrolled and vouches for it (grants.succession). Raise Refusal."""
    device, before = _checked(card), entries.register.device(old)
    if before is None:
        raise Refusal("unknown")
    if before.revoked:
        raise Refusal("revoked")
    said = succession(bytes.fromhex(card["verify_key"]), bytes.fromhex(card["box_key"]))
    if not is_by(old, bytes.fromhex(before.verify_key), said, bytes.fromhex(vouch)):
        raise Refusal("signature")
    entries.register.enrol(Enrolled(device, card["verify_key"], card["box_key"], before.label, at, at, ""))


def _checked(card: Mapping[str, str]) -> str:
    try:
        if device_id(bytes.fromhex(card["verify_key"])) != card["device"] or len(bytes.fromhex(card["box_key"])) != 32:
            raise Refusal("card")
    except (KeyError, ValueError, TypeError) as problem:
        raise Refusal("card") from problem
    return card["device"]


def known(entries: Entries, device: str, said: bytes, signature: bytes, at: str) -> Enrolled:
    """Return the enrolled device that signed a request, revoked or not: what it hands in is held. Raise Refusal."""
    enrolled = entries.register.device(device)
    if enrolled is None:
        raise Refusal("unknown")
    if not is_by(device, bytes.fromhex(enrolled.verify_key), said, signature):
        raise Refusal("signature")
    entries.register.saw(device, at)
    return enrolled


def exchange(entries: Entries, identity: Identity, device: Enrolled, asked: Request, at: str) -> Reply:
    """Take what a device hands in and return what it lacks. Raise Refusal; then nothing of it is kept."""
    _keep_grants(entries, asked.grants)
    held = _keep_changes(entries, device, asked.sealed, at)
    if device.revoked:
        return _answer(identity, device, {}, at, held)
    mine = _may_read(entries, device.device)
    entries.belonging.keep_wraps([wrap for wrap in asked.wraps if _may_wrap(mine, wrap)])
    ends = {stream: entries.chains.ends(stream) for stream in mine}
    answer = _answer(identity, device, ends, at, held)
    answer.sealed, answer.more = _lacking(entries, ends, asked.have)
    for stream, seats in mine.items():
        answer.wraps[stream] = entries.belonging.wraps_for(stream, device.device)
        answer.wrapped[stream] = entries.belonging.wrapped(stream)
        answer.grants += seats.values()
        answer.documents[stream] = sorted(entries.papers.names(stream))
    return answer


def _answer(identity: Identity, device: Enrolled, ends: Mapping[str, Any], at: str, held: int) -> Reply:
    streams = {
        stream: {name: [seq, digest.hex()] for name, (seq, digest) in by_device.items()}
        for stream, by_device in ends.items()
    }
    receipt = {"hub": identity.verify_key, "device": device.device, "at": at, "streams": streams}
    return Reply(receipt, identity.sign(receipt_bytes(receipt)), held=held)


def _keep_grants(entries: Entries, grants: Sequence[Grant]) -> None:
    for stream, group in groupby(sorted(grants, key=lambda each: each.stream), key=lambda each: each.stream):
        news, there = list(group), entries.belonging.grants(stream)
        counted = standing(stream, [*there, *news])
        if any(each.device not in counted for each in news):
            raise Refusal("grant")
        entries.belonging.keep([each for each in news if each not in there])


def _may_read(entries: Entries, device: str) -> dict[str, dict[str, Grant]]:
    """Return the streams that a device belongs to, each with what holds there."""
    mine = {}
    for stream in entries.belonging.streams_of(device):
        seats = entries.belonging.standing(stream)
        if device in seats and seats[device].belongs:
            mine[stream] = seats
    return mine


def _may_wrap(mine: Mapping[str, Mapping[str, Grant]], wrap: Wrap) -> bool:
    stream, device, _epoch, _wrapped = wrap
    return stream in mine and device in mine[stream] and mine[stream][device].belongs


def _keep_changes(entries: Entries, bearer: Enrolled, sealed: Sequence[Sealed], at: str) -> int:
    """Add what extends a chain; hold what comes of a revoked or departed device; return how many are held."""
    held = 0
    ordered = sorted(sealed, key=lambda each: (each.header.stream, each.header.device, each.header.seq))
    for (stream, author), group in groupby(ordered, key=lambda each: (each.header.stream, each.header.device)):
        run = _new(entries, list(group))
        if not run:
            continue
        seat = entries.belonging.standing(stream).get(author)
        if seat is None:
            raise Refusal("stranger")
        if not all(is_signed(each, bytes.fromhex(seat.verify_key)) for each in run):
            raise Refusal("forged")
        late = [each for each in run if seat.until != FOR_EVER and each.header.seq > seat.until]
        is_revoked = bool(bearer.revoked) or _is_revoked(entries, author)
        if is_revoked or late:
            waits = run if is_revoked else late
            entries.chains.hold(waits, "revoked" if is_revoked else "left", at)
            held += len(waits)
            run = run[: len(run) - len(waits)]
        if run:
            entries.chains.add(run)
    return held


def _is_revoked(entries: Entries, device: str) -> bool:
    enrolled = entries.register.device(device)
    return enrolled is not None and bool(enrolled.revoked)


def _new(entries: Entries, run: Sequence[Sealed]) -> list[Sealed]:
    """Return what of a device's run the hub has not, checked against the chain. Raise Refusal for a fork or a gap."""
    head = run[0].header
    newest, digest = entries.chains.end(head.stream, head.device, held_fast=True)
    there = [each for each in run if each.header.seq <= newest]
    if there:
        first, last = there[0].header.seq, there[-1].header.seq
        digests = entries.chains.digests(head.stream, head.device, first, last)
        if any(digests.get(each.header.seq) != each.digest for each in there):
            raise Refusal("fork")
    for each in run[len(there) :]:
        if each.header.seq != newest + 1:
            raise Refusal("gap")
        if each.header.previous != digest:
            raise Refusal("fork")
        newest, digest = each.header.seq, each.digest
    return list(run[len(there) :])


def _lacking(
    entries: Entries, ends: Mapping[str, Mapping[Any, tuple[int, bytes]]], have: Mapping[str, Mapping[str, int]]
) -> tuple[list[Sealed], bool]:
    """Return the next page of what a device lacks of its streams, and whether there is more."""
    page: list[Sealed] = []
    room = PAGE
    for stream, known_there in have.items():
        for device, (newest, _digest) in ends.get(stream, {}).items():
            at = known_there.get(device, 0)
            while at < newest:
                if room <= 0:
                    return page, True
                found = entries.chains.after(stream, device, at, _ROWS)
                page += found
                room -= weight(found)
                at = found[-1].header.seq
    return page, False


def accept_held(entries: Entries, device: str) -> int:
    """Take what is held of a revoked device into the chains, as the office orders; return how many changes.

    What does not extend its chain any more stays held.
    """
    taken = 0
    held = entries.chains.held(device)
    for stream, group in groupby(held, key=lambda each: each.header.stream):
        newest, digest = entries.chains.end(stream, device, held_fast=True)
        run: list[Sealed] = []
        for each in group:
            if each.header.seq == newest + 1 and each.header.previous == digest:
                run.append(each)
                newest, digest = each.header.seq, each.digest
        if run:
            entries.chains.add(run)
            taken += len(run)
    entries.chains.let_go(device)
    return taken


def keep_document(entries: Entries, device: Enrolled, stream: str, name: str, body: bytes) -> None:
    """Keep a sealed document of a stream that the device belongs to. Raise Refusal."""
    if blake2b(body, digest_size=32).hexdigest() != name:
        raise Refusal("document")
    if device.revoked:
        raise Refusal("revoked")
    if stream not in _may_read(entries, device.device):
        raise Refusal("stranger")
    entries.papers.keep(stream, name, body)


def document(entries: Entries, device: Enrolled, stream: str, name: str) -> bytes | None:
    """Return a sealed document, or None when the hub has not got it. Raise Refusal."""
    if device.revoked:
        raise Refusal("revoked")
    if stream not in _may_read(entries, device.device):
        raise Refusal("stranger")
    return entries.papers.get(stream, name)
