# SPDX-License-Identifier: MIT
"""The hub's decisions: who may hand in and fetch what, what is held, what a receipt says. No HTTP, no SQL.

It is blind: it checks signatures, chains, gaps and grants on the outside of sealed changes (envelope.py), and sees
nothing else. What a change means, and whether it is lawful, every device judges for itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Any

from storage.envelope import Sealed, is_by, is_signed
from storage.grants import FOR_EVER, Grant, counting, is_name, raw, standing, succession
from storage.hub.belonging import Wrap
from storage.hub.books import Entries
from storage.hub.identity import Identity
from storage.hub.register import Enrolled
from storage.hub.snapshots import Kept
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
    "slow": "The request did not arrive in time.",
    "busy": "Too much arrives at once.",
}
"""Why a request is refused: code → plain sentence (devices say it in their own language)."""


def enrol(entries: Entries, card: Any, secret: str, now: tuple[str, int]) -> None:
    """Enrol the device of a card by its invitation; `now` as (UTC stamp, Unix seconds). Raise Refusal."""
    device, verify_key, box_key = _checked(card)
    label = entries.register.redeem(secret, device, now[1])
    if label is None:
        raise Refusal("invitation")
    entries.register.enrol(Enrolled(device, verify_key, box_key, label, now[0], now[0], ""))


def succeed(entries: Entries, card: Any, old: str, vouch: str, at: str) -> None:
    """Enrol a device whose predecessor is enrolled and vouches for it (grants.succession). Raise Refusal."""
    device, verify_key, box_key = _checked(card)
    before = entries.register.device(old)
    if before is None:
        raise Refusal("unknown")
    if before.revoked:
        raise Refusal("revoked")
    said = succession(bytes.fromhex(verify_key), bytes.fromhex(box_key))
    if not is_by(old, bytes.fromhex(before.verify_key), said, raw(vouch)):
        raise Refusal("signature")
    entries.register.enrol(Enrolled(device, verify_key, box_key, before.label, at, at, ""))


def _checked(card: Any) -> tuple[str, str, str]:
    try:
        device, verify_key, box_key = (str(card[name]) for name in ("device", "verify_key", "box_key"))
        if device_id(bytes.fromhex(verify_key)) != device or len(bytes.fromhex(box_key)) != 32:
            raise Refusal("card")
    except (KeyError, ValueError, TypeError) as problem:
        raise Refusal("card") from problem
    return device, verify_key, box_key


def known(entries: Entries, device: str, said: bytes, signature: bytes, at: str) -> Enrolled:
    """Return the enrolled device that signed a request, revoked or not: it may hand in. Raise Refusal."""
    enrolled = entries.register.device(device)
    if enrolled is None:
        raise Refusal("unknown")
    if not is_by(device, bytes.fromhex(enrolled.verify_key), said, signature):
        raise Refusal("signature")
    entries.register.saw(enrolled, at)
    return enrolled


def exchange(entries: Entries, identity: Identity, device: Enrolled, asked: Request, at: str) -> Reply:
    """Take what a device hands in and return what it lacks. Raise Refusal; then nothing of it is kept."""
    _keep_grants(entries, device, asked.grants)
    _keep_changes(entries, asked.sealed, at)
    seated = _seated(entries, device.device)
    mine = {} if device.revoked else {name: seats for name, seats in seated.items() if seats[device.device].belongs}
    entries.belonging.keep_wraps([wrap for wrap in asked.wraps if _may_wrap(mine, wrap)])
    ends: dict[str, Ends] = {stream: entries.chains.ends(stream) for stream in mine}
    closed = sorted(stream for stream in seated.keys() - mine.keys() if stream in asked.have)
    ends |= {stream: _clipped(entries, stream, asked.have[stream]) for stream in closed}
    answer = _receipt(identity, device, ends, at)
    answer.is_revoked, answer.closed = bool(device.revoked), closed
    answer.waits = {stream: _waiting(entries, stream, asked.have.get(stream, {})) for stream in ends}
    answer.sealed, answer.more = _lacking(entries, {stream: ends[stream] for stream in mine}, asked.have)
    answer.documents = {stream: sorted(entries.papers.names_by(stream, device.device)) for stream in closed}
    answer.snapshots = entries.snapshots.counts(mine)
    for stream, seats in mine.items():
        answer.wraps[stream] = entries.belonging.wraps_for(stream, device.device)
        answer.wrapped[stream] = entries.belonging.wrapped(stream)
        answer.grants += seats.values()
        answer.documents[stream] = sorted(entries.papers.names(stream))
    return answer


Ends = Mapping[Any, tuple[int, bytes]]
"""Device → its newest number and header digest."""


def _receipt(identity: Identity, device: Enrolled, ends: Mapping[str, Ends], at: str) -> Reply:
    streams = {
        stream: {name: [seq, digest.hex()] for name, (seq, digest) in by_device.items()}
        for stream, by_device in ends.items()
    }
    receipt = {"hub": identity.verify_key, "device": device.device, "at": at, "streams": streams}
    return Reply(receipt, identity.sign(receipt_bytes(receipt)))


def _clipped(entries: Entries, stream: str, have: Mapping[str, int]) -> Ends:
    """Return how much of what a device has is here: it may know that of a stream which it has left, and no more."""
    found = {}
    for name, (newest, digest) in entries.chains.ends(stream).items():
        seq = min(newest, have.get(name, 0))
        if seq > 0:
            digests = {newest: digest} if seq == newest else entries.chains.digests(stream, name, seq, seq)
            found[name] = (seq, digests[seq])
    return found


def _waiting(entries: Entries, stream: str, have: Mapping[str, int]) -> dict[str, int]:
    """Return up to which number of each device, as far as the asking one has it, changes wait for the office."""
    return {name: min(seq, have[name]) for name, seq in entries.chains.waiting(stream).items() if name in have}


def _keep_grants(entries: Entries, bearer: Enrolled, grants: Sequence[Grant]) -> None:
    for stream, group in groupby(sorted(grants, key=lambda each: each.stream), key=lambda each: each.stream):
        there = entries.belonging.grants(stream)
        if bearer.revoked and there:
            continue  # whoever found the laptop must not seat or remove anybody; a stream unheard of harms nobody
        news = [each for each in dict.fromkeys(group) if each not in there]
        counted = counting(stream, [*there, *news])
        if any(each not in counted.get(each.device, ()) for each in news):
            raise Refusal("grant")
        news = _trusted(stream, there, news, bearer.device)
        entries.belonging.keep(news)
        stands = standing(stream, [*there, *news])
        for author in entries.chains.waiting(stream) if news else ():
            if not _is_revoked(entries, author):
                _release(entries, stream, author, stands[author].until)


def _trusted(stream: str, there: Sequence[Grant], news: Sequence[Grant], bearer: str) -> list[Grant]:
    """Drop what was granted by somebody who has left, unless somebody who belongs brings it: numbers order no grants.

    Whoever belongs knows the sealed records, and hands on only what was lawful.
    """
    stands = standing(stream, [*there, *(each for each in news if each.succeeds)])
    if bearer in stands and stands[bearer].belongs:
        return list(news)
    return [each for each in news if each.succeeds or each.by not in stands or stands[each.by].belongs]


def _seated(entries: Entries, device: str) -> dict[str, Mapping[str, Grant]]:
    """Return the streams in which a device has or had a seat, each with what holds there."""
    found = {stream: entries.belonging.standing(stream) for stream in entries.belonging.streams_of(device)}
    return {stream: seats for stream, seats in found.items() if device in seats}


def _may_read(entries: Entries, device: str, stream: str) -> bool:
    seat = entries.belonging.standing(stream).get(device)
    return seat is not None and seat.belongs


def _may_wrap(mine: Mapping[str, Mapping[str, Grant]], wrap: Wrap) -> bool:
    stream, device, _epoch, _wrapped = wrap
    return stream in mine and device in mine[stream] and mine[stream][device].belongs


def _keep_changes(entries: Entries, sealed: Sequence[Sealed], at: str) -> None:
    """Add what extends a chain; hold what comes of a revoked device, or of one that has left, whoever brings it."""
    ordered = sorted(sealed, key=lambda each: (each.header.stream, each.header.device, each.header.seq))
    for (stream, author), group in groupby(ordered, key=lambda each: (each.header.stream, each.header.device)):
        if not (is_name(stream) and is_name(author)):
            raise Refusal("malformed")
        newest, digest = entries.chains.end(stream, author, held_fast=True)
        waits = entries.chains.held(author, stream)
        run = _new(list(group), _Known(entries, stream, author, newest, digest, waits))
        if not run:
            continue
        seat = entries.belonging.standing(stream).get(author)
        if seat is None:
            raise Refusal("stranger")
        # The run is unbroken (_new): its newest header names by digest every one before it, their signatures included,
        # so its author's signature on it vouches for all. Whoever takes them in checks each by itself (0037).
        if not is_signed(run[-1], bytes.fromhex(seat.verify_key)):
            raise Refusal("forged")
        is_revoked = _is_revoked(entries, author)
        counts = 0 if is_revoked or waits else _counting(run, seat.until)
        entries.chains.hold(run[counts:], "revoked" if is_revoked else "left", at)
        if counts:
            entries.chains.add(run[:counts])


def _counting(run: Sequence[Sealed], until: int) -> int:
    return sum(until == FOR_EVER or each.header.seq <= until for each in run)


def _is_revoked(entries: Entries, device: str) -> bool:
    enrolled = entries.register.device(device)
    return enrolled is not None and bool(enrolled.revoked)


@dataclass(slots=True)
class _Known:
    """What the hub has of one device in one stream, in its chain and held behind it."""

    entries: Entries
    stream: str
    device: str
    newest: int
    digest: bytes
    waits: Sequence[Sealed]

    def digests(self, first: int, last: int) -> dict[int, set[bytes]]:
        """Return number → the header digests known for it."""
        chain = self.entries.chains.digests(self.stream, self.device, first, min(last, self.newest))
        found = {seq: {digest} for seq, digest in chain.items()}
        for each in self.waits:
            found.setdefault(each.header.seq, set()).add(each.digest)
        return found


def _new(run: Sequence[Sealed], known: _Known) -> list[Sealed]:
    """Return what of a device's run the hub has not, checked against the chain. Raise Refusal for a fork or a gap."""
    newest, digest = known.newest, known.digest
    if known.waits and known.waits[-1].header.seq > newest:
        newest, digest = known.waits[-1].header.seq, known.waits[-1].digest
    there = [each for each in run if each.header.seq <= newest]
    if there:
        digests = known.digests(there[0].header.seq, there[-1].header.seq)
        if any(each.digest not in digests.get(each.header.seq, ()) for each in there):
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
    """Take what is held of a device into chains and documents, as the office orders; return how many changes.

    What does not extend its chain stays held.
    """
    streams = dict.fromkeys(each.header.stream for each in entries.chains.held(device))
    entries.papers.let_go(device)
    return sum(_release(entries, stream, device, FOR_EVER) for stream in streams)


def _release(entries: Entries, stream: str, device: str, until: int) -> int:
    newest, digest = entries.chains.end(stream, device, held_fast=True)
    run: list[Sealed] = []
    for each in entries.chains.held(device, stream):
        is_next = each.header.seq == newest + 1 and each.header.previous == digest
        if is_next and _counting([each], until):
            run.append(each)
            newest, digest = each.header.seq, each.digest
    if run:
        entries.chains.add(run)
        entries.chains.let_go(run)
    return len(run)


def keep_document(entries: Entries, device: Enrolled, stream: str, name: str, body: bytes) -> None:
    """Keep a sealed document of a stream in which the device has a seat; hold it when it had one. Raise Refusal."""
    if blake2b(body, digest_size=32).hexdigest() != name:
        raise Refusal("document")
    seat = entries.belonging.standing(stream).get(device.device)
    if seat is None:
        raise Refusal("stranger")
    entries.papers.keep(stream, name, body, device.device, held=bool(device.revoked) or not seat.belongs)


def document(entries: Entries, device: Enrolled, stream: str, name: str) -> bytes | None:
    """Return a sealed document, or None when the hub has not got it. Raise Refusal."""
    if device.revoked:
        raise Refusal("revoked")
    if not _may_read(entries, device.device, stream):
        raise Refusal("stranger")
    return entries.papers.get(stream, name)


def keep_snapshot(entries: Entries, device: Enrolled, stream: str, body: bytes) -> None:
    """Keep a stream's sealed snapshot in place of the one before; only from whoever belongs. Raise Refusal."""
    if device.revoked:
        raise Refusal("revoked")
    if not _may_read(entries, device.device, stream):
        raise Refusal("stranger")
    here = sum(seq for seq, _digest in entries.chains.ends(stream).values())
    entries.snapshots.keep(Kept(stream, device.device, here, body))


def snapshot(entries: Entries, device: Enrolled, stream: str) -> bytes | None:
    """Return a stream's sealed snapshot, or None when there is none. Raise Refusal."""
    if device.revoked:
        raise Refusal("revoked")
    if not _may_read(entries, device.device, stream):
        raise Refusal("stranger")
    return entries.snapshots.get(stream)
