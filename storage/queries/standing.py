# SPDX-License-Identifier: MIT
"""Where things are: only here, in a parcel, with a partner, with the office. Read from receipts and parcels alone.

A receipt or a parcel says up to which number of which device its holder has a stream; headers chain, so a number
covers all before it. Who keeps them: storage/sync/receipt.py, carried.py, and answer.py, what the hub said besides:
that it holds changes back, that a seat is gone, that this device is revoked. What is said of it: ui.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from storage import ahead
from storage.model import clock
from storage.model.change import Ref
from storage.model.ids import DeviceId
from storage.model.record import Record
from storage.queries.documents import sealed_files
from storage.store import Store
from storage.vault import world
from storage.vouched import unproven

RECEIPTS, FILES = "receipts", "hub.files"
"""Marks: stream → {"at": UTC, "ends": device → [number, digest]}; stream → names of the sealed files the hub lists."""
WAITS, CLOSED, REVOKED = "hub.waits", "hub.closed", "hub.revoked"
"""Marks: stream → device → up to which number its changes are held for the office, behind those of the receipt; streams
in which this device has no seat any more; when it was first heard that the office has revoked this device, UTC."""
GIVEN_ENDS, HELD_ENDS = "parcel.given.ends", "parcel.held.ends"
"""Marks: stream → device → number: in the parcels given; in those that came, so that their senders hold it."""
PLACES = ("unproven", "here", "held", "given", "partner", "office")
"""Codes, from the least that is known to the most."""

_FRESH = timedelta(days=1)

Ends = Mapping[str, int]
"""Device → up to which number."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one stream's changes are known to have come."""

    mine: frozenset[str] = frozenset()
    """This device, and those it was before."""
    office: Ends = field(default_factory=dict)
    partner: Ends = field(default_factory=dict)
    given: Ends = field(default_factory=dict)
    waits: Ends = field(default_factory=dict)
    """Of those that the hub holds until the office has said that they count."""
    unproven: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """Device → first and last number of those whose own signatures are not checked yet, or wrong (vouched.py)."""
    at: str = ""
    """When the newest receipt was given, UTC; empty when there is none."""
    is_ahead: bool = False
    """Its rows are shown ahead of their log (ahead.py): nothing of it is checked yet."""

    def place_of(self, ref: Ref) -> str:
        """Return where one change is (PLACES)."""
        if self.is_ahead or any(first <= ref.seq <= last for first, last in self.unproven.get(ref.device, ())):
            return "unproven"
        if ref.seq <= self.office.get(ref.device, 0):
            return "office"
        if ref.device not in self.mine or ref.seq <= self.partner.get(ref.device, 0):
            return "partner"
        if ref.seq <= self.given.get(ref.device, 0):
            return "given"
        return "held" if ref.seq <= self.waits.get(ref.device, 0) else "here"


@dataclass(frozen=True, slots=True)
class Stand:
    """How a whole stream stands."""

    here: int = 0
    """Changes that are on this laptop."""
    covered: int = 0
    """Of these, how many a receipt covers."""
    files: int = 0
    """Documents whose files the hub did not list yet."""
    at: str = ""
    place: str = "here"
    """Where the least far of its changes is (PLACES)."""
    held: int = 0
    """Of the changes without a receipt, how many the hub holds until the office has said that they count."""
    is_closed: bool = False
    """This device has no seat in it any more."""

    @property
    def waiting(self) -> int:
        """Return how many changes and files the office does not provably have."""
        return self.here - self.covered + self.files


def reaches(store: Store, streams: Iterable[str]) -> Mapping[str, Reach]:
    """Return how far each of the streams is known to have come."""
    with world(store.folder):
        receipts, given, held, waits = (store.marks.get(name, {}) for name in (RECEIPTS, GIVEN_ENDS, HELD_ENDS, WAITS))
        unchecked, arriving = unproven(store), ahead.streams(store)
    mine = frozenset((store.device.id, *(device.id for device in store.before)))
    return {
        stream: Reach(
            mine,
            _ends(receipts.get(stream, {})),
            held.get(stream, {}),
            given.get(stream, {}),
            waits.get(stream, {}),
            unchecked.get(stream, {}),
            str(receipts.get(stream, {}).get("at", "")),
            stream in arriving,
        )
        for stream in streams
    }


def reach(store: Store, stream_id: str) -> Reach:
    """Return how far one stream is known to have come."""
    return reaches(store, [stream_id])[stream_id]


def place_of(known: Reach, *records: Record) -> str:
    """Return where records of one stream are (PLACES): as far as the least far of the changes that they stand by."""
    if known.is_ahead:
        return "unproven"
    heads = {ref for each in records for refs in each.seen.values() for ref in refs}
    return min((known.place_of(ref) for ref in heads), key=PLACES.index, default="here")


def stands(store: Store, streams: Iterable[str]) -> Mapping[str, Stand]:
    """Return how each of the streams stands with the office and with partners."""
    known = reaches(store, streams)
    files = _lacking(store, known)
    with world(store.folder):
        closed = frozenset(store.marks.get(CLOSED, ()))
        vectors = {stream: store.ledger.vector(stream) for stream in known}
    found = {}
    for stream, vector in vectors.items():
        reached = known[stream]
        covered = sum(min(seq, reached.office.get(device, 0)) for device, seq in vector.items())
        place = min((reached.place_of(Ref(*end)) for end in vector.items()), key=PLACES.index, default="here")
        place = "unproven" if reached.unproven or reached.is_ahead else place
        if place == "office" and files[stream]:
            place = "here"
        held = _held(reached.waits, vector, reached.office)
        found[stream] = Stand(
            sum(vector.values()), covered, files[stream], reached.at, place, held, is_closed=stream in closed
        )
    return found


def _lacking(store: Store, streams: Collection[str]) -> Mapping[str, int]:
    """Return how many documents of each stream the hub did not list yet; all at once, for there may be many streams."""
    listed: Mapping[str, Any] = store.marks.get(FILES, {})
    there = {stream: frozenset(listed.get(stream, ())) for stream in streams}
    found = dict.fromkeys(streams, 0)
    for stream, sealed in sealed_files(store, streams):
        found[stream] += sealed not in there[stream]
    return found


def _held(waits: Ends, here: Mapping[DeviceId, int], office: Ends) -> int:
    """Return how many changes that are here the hub holds: what a receipt covers meanwhile is held no more."""
    ends = ((min(waits.get(device, 0), seq), office.get(device, 0)) for device, seq in here.items())
    return sum(max(0, until - covered) for until, covered in ends)


def is_revoked(store: Store) -> bool:
    """Say whether the hub said, when it answered last, that the office has revoked this device."""
    with world(store.folder):
        return bool(store.marks.get(REVOKED))


def is_fresh(store: Store, stream: str) -> bool:
    """Say whether the newest receipt was heard within a day, by the clock here: a hub may have been restored since."""
    with world(store.folder):
        heard = str(store.marks.get(RECEIPTS, {}).get(stream, {}).get("heard", ""))
    return bool(heard) and abs(clock.now() - clock.read_stamp(heard)) <= _FRESH


def _ends(receipt: Mapping[str, Any]) -> Ends:
    return {str(device): int(seq) for device, (seq, _digest) in receipt.get("ends", {}).items()}
