# SPDX-License-Identifier: MIT
"""What taking in a parcel would do, found out without taking it in: new, same, differing, set aside, by visit.

It is really taken in, by a store that dies right after: what is here is handed to that one first. So the answer is
the very one that `parcel.read` will give, and the person's own store is not written to at all.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from storage.door import Delivery, Received, receive
from storage.leaving import left
from storage.model.authority import Authority
from storage.model.ids import StreamId
from storage.model.visit import Visit
from storage.queries.differing import differing, set_aside
from storage.queries.members import members
from storage.queries.rows import one, records
from storage.shelf import name_of
from storage.store import Store, scratch
from storage.sync import parcel
from storage.sync.pairing import knows

Aside = tuple[str, int, str]
"""(device, number, reason code): door.ASIDE or law.REASONS say it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a parcel would do to one stream: a visit, or an authority's standing record."""

    stream: StreamId
    visit_id: str
    """Empty for a standing record."""
    authority: str
    """The authority's name."""
    dates: str
    """The visit's; empty for a standing record."""
    is_here: bool
    """Something of it is on this laptop already."""
    new: int
    same: int
    differing: int
    """Things of which two wordings would stand side by side until somebody settles them."""
    set_aside: tuple[Aside, ...]
    people: tuple[str, ...]
    """Who made what is new, by name."""
    has_left: bool = False
    """It was wiped from this laptop: taking it in is refused until somebody allows it (wiping.allow_back)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a parcel would do, as far as it is known before it is taken in."""

    sender: str
    """The sender's name, as her own device gives it."""
    sender_device: str
    is_known: bool
    """Her device was paired with this one, or has a seat in something that is here already."""
    documents: int
    """Files that are not here yet."""
    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether taking it in would change nothing."""
        return not self.documents and not any(part.new or part.set_aside for part in self.parts)


def look(store: Store, path: Path) -> Preview:
    """Return what taking in a parcel would do; nothing is written. Slow for a large visit: run it as a Job.

    Raise BadFile as `parcel.read` would. The store may be open to look only, on another thread (store.looker).
    """
    sender, contents = parcel.opened(store, path)
    delivery, gone = contents.delivery, left(store)
    if not gone.keys() & contents.have.keys():  # of what was wiped here that is told first
        parcel.must_suffice(store, contents)
    streams = sorted({*delivery.stream_keys, *(each.header.stream for each in delivery.sealed)})
    moved = [stream for stream in streams if not _is_all_here(store, delivery, stream)]
    parts = {part.stream: part for part in _tried(store, delivery, moved)}
    told = (parts.get(StreamId(stream)) or _same(store, delivery, stream) for stream in streams)
    parts_told = tuple(replace(each, has_left=each.stream in gone) for each in told)
    lacking = {name_of(each) for each in contents.documents} - store.shelf.names()
    return Preview(sender.name, sender.device, knows(store, sender.device), len(lacking), parts_told)


def _is_all_here(store: Store, delivery: Delivery, stream: str) -> bool:
    """Say whether every change of a stream is here: the usual parcel brings one visit anew, and others again."""
    sealed = [each for each in delivery.sealed if each.header.stream == stream]
    brings_key = any(store.keyring.key(stream, epoch) is None for epoch in delivery.stream_keys.get(stream, ()))
    return (
        not brings_key
        and bool(sealed or store.ledger.vector(stream))
        and all(store.ledger.digest_at(stream, each.header.ref) == each.digest for each in sealed)
    )


def _same(store: Store, delivery: Delivery, stream: str) -> Part:
    count = sum(1 for each in delivery.sealed if each.header.stream == stream)
    return _part(store, stream, store, is_here=True, same=count)


def _tried(store: Store, delivery: Delivery, streams: Sequence[str]) -> list[Part]:
    """Take these streams in on trial, and return what became of each."""
    if not streams:
        return []
    narrowed = Delivery(
        [each for each in delivery.sealed if each.header.stream in streams],
        delivery.verify_keys,
        {stream: keys for stream, keys in delivery.stream_keys.items() if stream in streams},
    )
    with closing(scratch()) as trial:
        for stream in streams:
            receive(trial, _here(store, stream), "here")
        before = {stream: _Before(trial, stream) for stream in streams}
        received = receive(trial, narrowed, "preview")
        return [_part_of(store, trial, (stream, before[stream]), received, narrowed) for stream in streams]


def _here(store: Store, stream: str) -> Delivery:
    """Return what is here of a stream as somebody would hand it over."""
    verify: dict[str, bytes] = {seat.device: bytes.fromhex(seat.verify_key) for seat in members(store, stream)}
    return Delivery(tuple(store.ledger.sealed(stream, {})), verify, {stream: store.keyring.keys(stream)})


class _Before:
    """How a stream stood before."""

    def __init__(self, store: Store, stream: str) -> None:
        self.vector = store.ledger.vector(stream)
        self.differing, self.aside = differing(store, stream), set_aside(store, stream)


def _part_of(store: Store, trial: Store, before: tuple[str, _Before], received: Received, delivery: Delivery) -> Part:
    stream, was = before
    now = trial.ledger.vector(stream)
    more = {device: seq - was.vector.get(device, 0) for device, seq in now.items()}
    at_the_door = {(device, seq, why) for there, device, seq, why in received.set_aside if there == stream}
    sent = sum(1 for each in delivery.sealed if each.header.stream == stream)
    names = {seat.name for seat in members(trial, stream) if more.get(seat.device, 0)}
    return replace(
        _part(trial, stream, store, is_here=bool(was.vector), same=sent - sum(more.values()) - len(at_the_door)),
        new=sum(more.values()),
        differing=len(differing(trial, stream) - was.differing),
        set_aside=tuple(sorted(at_the_door | (set_aside(trial, stream) - was.aside))),
        people=tuple(sorted(names)),
    )


def _part(known: Store, stream: str, store: Store, *, is_here: bool, same: int) -> Part:
    """Return what a stream is called, with nothing new in it; its authority may stand in the one store or the other."""
    visit = next(iter(records(known, Visit, "stream_id = ?", (stream,))), None)
    council = next(iter(records(known, Authority, "stream_id = ?", (stream,))), None)
    if visit is not None and council is None:
        council = one(known, Authority, visit.authority_id) or one(store, Authority, visit.authority_id)
    title = council.name if council else ""
    dates = visit.dates if visit else ""
    return Part(StreamId(stream), visit.id if visit else "", title, dates, is_here, 0, same, 0, (), ())
