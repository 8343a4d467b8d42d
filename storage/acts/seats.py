# SPDX-License-Identifier: MIT
"""Seats that were given before grants were signed: signed now, so that a hub knows them. Giving seats: members.py."""

from dataclasses import replace

from storage.acts.members import signed
from storage.errors import Refused
from storage.gesture import Gesture
from storage.grants import counting
from storage.model.ids import StreamId, root_of
from storage.model.member import Member
from storage.queries.members import grants_of
from storage.queries.rows import records
from storage.store import Store


def sign_seats(store: Store) -> int:
    """Sign every seat that a hub could not know, where this device may; return how many.

    A hub takes nothing from a device whose grant nobody signed (grants.py). Nothing else about the seats changes.
    """
    unsigned = records(store, Member, "\"grant\" = '' AND predecessor = ''")
    streams = dict.fromkeys(each.stream_id for each in unsigned if each.id != root_of(each.stream_id))
    return sum(_sign_in(store, stream) for stream in streams)


def _sign_in(store: Store, stream: StreamId) -> int:
    counted = counting(stream, grants_of(store, stream))
    if not any(grant.may_grant for grant in counted.get(store.device.id, ())):
        return 0  # a hub would not take this device's word
    gesture = Gesture("members.sign", store.me)
    for seen in records(store, Member, "stream_id = ?", (stream,)):
        # A successor's seat counts as soon as that of the device it was does.
        if seen.id not in counted and not (seen.predecessor and seen.grant_number == 1):
            renewed = replace(seen, grant_number=seen.grant_number + 1)
            gesture.amend(seen, grant_number=renewed.grant_number, **signed(store, renewed))
    try:
        return len(store.record(*gesture.changes))
    except Refused:
        return 0  # it has left, or may not any more
