# SPDX-License-Identifier: MIT
"""When a parcel with a stream was last given, and last taken: remembered by the store, for the check before a visit.

What is in a parcel is parcel.py's affair; nothing of it is kept here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

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


def carried(store: Store, stream: str) -> Carried:
    """Return when parcels with the stream were last given and taken."""
    given, taken = (store.marks.get(way, {}).get(stream, "") for way in (GIVEN, TAKEN))
    return Carried(str(given), str(taken))
