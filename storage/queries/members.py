# SPDX-License-Identifier: MIT
"""Questions about membership: who sits in a stream, and in what role."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from functools import lru_cache
from typing import Any

from storage.acts.members import Card, statement
from storage.grants import Grant, read_grant, standing
from storage.law import Seat
from storage.model.ids import StreamId
from storage.model.member import Member
from storage.model.record import touchable
from storage.store import Store


def members(store: Store, stream_id: str) -> tuple[Seat, ...]:
    """Return who sits in the stream, by name."""
    return tuple(sorted(store.tables.roster(stream_id).values(), key=lambda seat: (seat.name, seat.device)))


def entitled(store: Store, stream_id: str) -> tuple[Seat, ...]:
    """Return who may be given the stream's keys: not the successor of one who has left, though it sits (grants.py)."""
    stands = standing(stream_id, grants_of(store, stream_id))
    return tuple(
        seat
        for seat in members(store, stream_id)
        if seat.present and (seat.device not in stands or stands[seat.device].belongs)
    )


def my_seat(store: Store, stream_id: str) -> Seat | None:
    """Return this device's seat in the stream, its predecessor's where it has none of its own yet, or None."""
    seats = store.tables.roster(stream_id)
    mine = (store.device, *reversed(store.before))
    return next((seats[device.id] for device in mine if device.id in seats), None)


def devices_known(store: Store) -> tuple[Card, ...]:
    """Return the card of every other device that has a seat in any stream here, by name."""
    mine = {store.device.id, *(device.id for device in store.before)}
    seats = {
        seat.device: seat
        for stream in store.keyring.streams()
        for seat in store.tables.roster(stream).values()
        if seat.present and seat.device not in mine
    }
    cards = (Card(each.device, each.person_id, each.name, each.verify_key, each.box_key) for each in seats.values())
    return tuple(sorted(cards, key=lambda card: (card.name, card.device)))


def grants_of(store: Store, stream_id: str) -> Iterator[Grant]:
    """Yield every lawful grant and removal of the stream that is known here, in the order of their ticks."""
    aside = set(store.db.execute(_ASIDE, (stream_id,)).fetchall())
    stands: dict[str, dict[str, Any]] = {}
    for change in store.ledger.changes(stream=stream_id, entity="member"):
        if (change.entity_id, *change.ref) in aside:
            continue  # a hub cannot tell, and would believe whoever signed it
        # Whoever seats a device without knowing that it took its predecessor's seat says so from the beginning.
        stand = stands.setdefault(change.entity_id, {}) if change.before else {}
        stands[change.entity_id] = stand
        stand |= {name: value for name, value in change.after.items() if name in _SAID}
        grant = _granted(change.stream, change.entity_id, **stand)
        if grant is not None:
            yield grant


_ASIDE = "SELECT entity_id, device, seq FROM set_aside WHERE stream = ? AND entity = 'member'"
_SAID = {name for name, _ in touchable(Member)} & {each.name for each in fields(Member)} - {"present"}


@lru_cache(maxsize=4096, typed=True)
def _granted(stream: StreamId, device: str, **said: Any) -> Grant | None:
    # Every round of a sync asks for all of them several times.
    try:
        return read_grant(asdict(statement(Member(id=device, stream_id=stream, **said))))
    except ValueError:  # a member may have written anything into them
        return None
