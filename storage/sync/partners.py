# SPDX-License-Identifier: MIT
"""What a partner's device has of each stream, by its own signed word in the parcels that it wrote: the `have` frame.

So the next parcel for it carries only what it lacks. What is in a parcel otherwise: parcel.py.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.door import Delivery
from storage.model.change import Ref
from storage.model.ids import DeviceId, StreamId
from storage.queries.documents import documents_of_stream
from storage.queries.members import entitled
from storage.store import Store
from storage.vault import world

MARK = "parcel.partners"
"""The mark that keeps it: device → stream → {"ends": device → [number, digest hex], "files": names}."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What somebody has of one stream."""

    ends: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Device → its newest number there, and the digest of that header, hex."""
    files: frozenset[str] = frozenset()
    """Sealed names of its documents."""


Have = Mapping[str, Holding]
"""Stream → what is there of it."""


def have(store: Store, streams: Iterable[StreamId]) -> dict[str, Any]:
    """Return what this device has of the streams, as the `have` frame says it."""
    return {
        stream: {
            "ends": {
                device: [seq, digest.hex()]
                for device in store.ledger.vector(stream)
                for seq, digest in [store.ledger.newest(stream, device)]
            },
            "files": sorted({each.sealed for each in documents_of_stream(store, stream)} & store.shelf.names()),
        }
        for stream in streams
    }


def read_have(plain: Any) -> dict[str, Holding]:
    """Return what a `have` frame says. Raise ValueError, TypeError, AttributeError when it says nothing of the kind."""
    found = {}
    for stream, said in plain.items():
        ends = {str(device): (int(seq), str(digest)) for device, (seq, digest) in said["ends"].items()}
        if any(not 1 <= seq < 2**63 for seq, _ in ends.values()):
            raise ValueError(stream)
        found[str(stream)] = Holding(ends, frozenset(map(str, said["files"])))
    return found


def heard(store: Store, device: str, said: Have) -> None:
    """Remember what a partner's device said that it has; it may be less than before. Raise CannotKeep."""
    if not said or store.is_read_only:
        return
    kept: dict[str, Any] = store.marks.get(MARK, {})
    plain = {stream: {"ends": dict(each.ends), "files": sorted(each.files)} for stream, each in said.items()}
    with world(store.folder):
        store.marks.keep(MARK, {**kept, device: {**kept.get(device, {}), **plain}})


def shared_ends(store: Store, said: Have) -> dict[str, dict[str, int]]:
    """Return stream → device → up to which number somebody has the very changes that are here."""
    return {
        stream: {
            device: seq for device, (seq, digest) in each.ends.items() if _is_ours(store, stream, device, seq, digest)
        }
        for stream, each in said.items()
    }


def _is_ours(store: Store, stream: str, device: str, seq: int, digest: str) -> bool:
    own = store.ledger.digest_at(stream, Ref(DeviceId(device), seq))
    return own is not None and own.hex() == digest


@dataclass(frozen=True, slots=True)
class Base:
    """What every addressee of a parcel has already of one stream."""

    ends: Mapping[Any, int] = field(default_factory=dict)
    files: frozenset[str] = frozenset()


def bases(store: Store, streams: Sequence[StreamId], to: Collection[str]) -> dict[StreamId, Base]:
    """Return stream → what all those addressees have of it who sit in it; nothing where one has never said so."""
    kept: dict[str, Any] = store.marks.get(MARK, {})
    told = {device: read_have(kept.get(device, {})) for device in to}
    found = {}
    for stream in streams:
        theirs = [told[seat.device].get(stream) for seat in entitled(store, stream) if seat.device in told]
        known = [each for each in theirs if each is not None]
        found[stream] = _common(store, stream, known) if known and len(known) == len(theirs) else Base()
    return found


def _common(store: Store, stream: str, theirs: Sequence[Holding]) -> Base:
    ends = {}
    for device, (newest, _) in (
        (device, store.ledger.newest(stream, device)) for device in store.ledger.vector(stream)
    ):
        reached = [each.ends.get(device, (0, "")) for each in theirs]
        # Whoever is ahead of us lacks nothing of ours; where the histories part, all is sent and the door tells.
        if all(seq > newest or _is_ours(store, stream, device, seq, digest) for seq, digest in reached):
            ends[device] = min(seq for seq, _ in reached)
    return Base(ends, frozenset.intersection(*(each.files for each in theirs)))


def suffices(store: Store, delivery: Delivery, said: Have) -> bool:
    """Say whether with this delivery the store has all that its sender has of the streams whose keys it brings."""
    brought: dict[tuple[str, str], int] = {}
    for header in (each.header for each in delivery.sealed):
        place = header.stream, header.device
        brought[place] = max(header.seq, brought.get(place, 0))
    return all(
        seq <= max(store.ledger.newest(stream, DeviceId(device))[0], brought.get((stream, device), 0))
        for stream, each in said.items()
        if stream in delivery.stream_keys
        for device, (seq, _digest) in each.ends.items()
    )
