# SPDX-License-Identifier: MIT
"""When a parcel with a stream was last given and last taken, and up to where: for the check before a visit, and for
what a partner has (queries/standing.py).

What is in a parcel is parcel.py's affair; nothing of it is kept here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from storage.envelope import Sealed
from storage.model import clock
from storage.store import Store
from storage.vault import world

GIVEN, TAKEN = "parcel.given", "parcel.taken"


@dataclass(frozen=True, slots=True)
class Carried:
    """When parcels with a stream went and came, UTC; empty for never."""

    given: str = ""
    taken: str = ""


def remember(store: Store, way: str, streams: Iterable[str]) -> None:
    """Remember that a parcel with these streams was given, or taken, now; `way` is GIVEN or TAKEN."""
    if store.is_read_only:
        return
    known = store.marks.get(way, {})
    with world(store.folder):
        store.marks.keep(way, {**known, **dict.fromkeys(streams, clock.stamp())})


def reached(store: Store, mark: str, sealed: Iterable[Sealed]) -> None:
    """Remember up to where parcels bore streams: given (GIVEN_ENDS), or held by whoever wrote one (HELD_ENDS)."""
    reached_to(store, mark, ends_of(sealed))


def ends_of(sealed: Iterable[Sealed]) -> dict[str, dict[str, int]]:
    """Return stream → device → up to which number these changes go."""
    found: dict[str, dict[str, int]] = {}
    for header in (each.header for each in sealed):
        ends = found.setdefault(header.stream, {})
        ends[header.device] = max(header.seq, ends.get(header.device, 0))
    return found


def reached_to(store: Store, mark: str, ends: Mapping[str, Mapping[str, int]]) -> None:
    """Remember what `reached` does, of parcels whose changes were looked through elsewhere."""
    if store.is_read_only:
        return
    known: dict[str, dict[str, int]] = store.marks.get(mark, {})
    for stream, devices in ends.items():
        here = known.setdefault(stream, {})
        for device, seq in devices.items():
            here[device] = max(seq, here.get(device, 0))
    with world(store.folder):
        store.marks.keep(mark, known)


def carried(store: Store, stream: str) -> Carried:
    """Return when parcels with the stream were last given and taken."""
    given, taken = (store.marks.get(way, {}).get(stream, "") for way in (GIVEN, TAKEN))
    return Carried(str(given), str(taken))
