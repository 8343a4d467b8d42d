# SPDX-License-Identifier: MIT
"""Questions about membership: who sits in a stream, and in what role."""

from storage.law import Seat
from storage.store import Store


def members(store: Store, stream_id: str) -> tuple[Seat, ...]:
    """Return who sits in the stream, by name."""
    return tuple(sorted(store.tables.roster(stream_id).values(), key=lambda seat: (seat.name, seat.device)))


def my_seat(store: Store, stream_id: str) -> Seat | None:
    """Return this device's seat in the stream, its predecessor's where it has none of its own yet, or None."""
    seats = store.tables.roster(stream_id)
    mine = (store.device, *reversed(store.before))
    return next((seats[device.id] for device in mine if device.id in seats), None)
