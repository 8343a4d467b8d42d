# SPDX-License-Identifier: MIT
"""What a hub provably holds: its signed receipts, kept and compared with our own log. Who asks for one: exchange.py.

A receipt names for each stream and device the newest number and the digest of its header. Headers chain, so one digest
covers all before it: nothing is called sent that a receipt does not cover.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from resources.language import N_
from storage.envelope import Sealed, is_by
from storage.errors import Trouble
from storage.model import clock
from storage.model.change import Ref
from storage.model.ids import DeviceId, StreamId, device_id
from storage.queries.standing import WAITS
from storage.store import Store
from storage.sync import talk
from storage.sync.road import Hub, NoRoad
from storage.sync.talk import receipt_bytes

MARK = "receipts"
"""The mark that keeps them: stream → {"at": UTC, "heard": UTC by the clock here, "ends": device → [number, digest]}."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a stream stands with the office."""

    here: int
    """Changes that are here."""
    covered: int
    """Of these, how many a receipt covers."""
    at: str
    """When the newest receipt was given, UTC; empty when there is none."""

    @property
    def is_covered(self) -> bool:
        """Say whether the office provably has everything that is here."""
        return bool(self.here) and self.here == self.covered


def checked(receipt: Mapping[str, Any], signature: str, hub: Hub, device: str) -> dict[str, dict[str, tuple[int, str]]]:
    """Return stream → device → (number, digest hex) of a receipt that the hub signed for this device. Raise NoRoad."""
    try:
        key = bytes.fromhex(hub.verify_key)
        is_right = receipt["hub"] == hub.verify_key and receipt["device"] == device
        is_right = is_right and is_by(device_id(key), key, receipt_bytes(receipt), bytes.fromhex(signature))
        ends = {
            str(stream): {str(name): (int(seq), str(digest)) for name, (seq, digest) in by_device.items()}
            for stream, by_device in receipt["streams"].items()
        }
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        is_right, ends = False, {}
    if not is_right:
        raise NoRoad(
            N_("The hub's receipt does not bear its signature. Nothing counts as sent."), N_("Tell the office.")
        )
    return ends


def keep(
    store: Store, ends: Mapping[str, Mapping[str, tuple[int, str]]], at: str, closed: Collection[str] = ()
) -> bool:
    """Keep what a receipt says where it agrees with our own log; return whether the hub forgot what it once had.

    Of streams that are `closed` to this device the receipt says less on purpose. Raise Trouble when it names another
    change under a number that is here: then the histories differ.
    """
    kept: dict[str, Any] = dict(store.marks.get(MARK, {}))
    forgot = False
    for stream, by_device in ends.items():
        before = kept.get(stream, {}).get("ends", {}) if stream not in closed else {}
        forgot = forgot or any(by_device.get(name, (0, ""))[0] < seq for name, (seq, _digest) in before.items())
        for name, (seq, digest) in by_device.items():
            own = store.ledger.digest_at(stream, Ref(DeviceId(name), seq))
            if own is not None and own.hex() != digest:
                raise _other_history()
        ends_kept = {name: list(end) for name, end in by_device.items()}
        kept[stream] = {"at": at, "heard": clock.stamp(), "ends": ends_kept}
    forgot = forgot or any(stream not in ends and each.get("ends") for stream, each in kept.items())
    if kept != store.marks.get(MARK, {}):
        store.marks.keep(MARK, kept)
    return forgot


def covered(store: Store, stream: str) -> dict[str, int]:
    """Return device → up to which number the newest receipt covers the stream."""
    ends = store.marks.get(MARK, {}).get(stream, {}).get("ends", {})
    return {str(device): int(seq) for device, (seq, _digest) in ends.items()}


def counted(ends: Mapping[str, Mapping[str, tuple[int, str]]], sealed: Iterable[Sealed]) -> int:
    """Return how many of these changes a receipt covers."""
    heads = (each.header for each in sealed)
    return sum(head.seq <= ends.get(head.stream, {}).get(head.device, (0, ""))[0] for head in heads)


def uncovered(store: Store, streams: Iterable[StreamId]) -> Iterator[Sealed]:
    """Yield about a page of what is newer than the newest receipts, and not held for the office: a hub may lack it.

    Only of devices that they name, and of this one: of these the hub knows the seats.
    """
    room = talk.PAGE
    kept: dict[str, Any] = store.marks.get(MARK, {})
    held: dict[str, dict[str, int]] = store.marks.get(WAITS, {})
    for stream in streams:
        has = {str(device): int(seq) for device, (seq, _digest) in kept.get(stream, {}).get("ends", {}).items()}
        has |= {device: max(seq, has.get(device, 0)) for device, seq in held.get(stream, {}).items()}
        if has:
            others = {str(device): seq for device, seq in store.ledger.vector(stream).items()}
            for sealed in store.ledger.sealed(stream, {**others, store.device.id: 0, **has}):
                if room <= 0:
                    return
                room -= talk.weight([sealed])
                yield sealed


def standing(store: Store, stream: str) -> Standing:
    """Return how a stream stands with the office."""
    has, here = covered(store, stream), store.ledger.vector(stream)
    at = str(store.marks.get(MARK, {}).get(stream, {}).get("at", ""))
    return Standing(sum(here.values()), sum(min(seq, has.get(device, 0)) for device, seq in here.items()), at)


def _other_history() -> Trouble:
    return Trouble(
        N_("The hub has another change under a number that is here: a store was copied and used twice."),
        N_("Nothing was overwritten. Tell your office which laptops these are."),
    )
