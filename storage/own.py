# SPDX-License-Identifier: MIT
"""What this device's own changes must satisfy before they are kept. The rules are law.py's, the same for everybody."""

from collections.abc import Sequence

from resources.language import N_
from storage import law
from storage.ahead import must_be_here
from storage.errors import Refused
from storage.gesture import Gesture
from storage.grants import succession
from storage.keys import Device
from storage.leaving import is_half_back
from storage.model.change import Change
from storage.model.ids import StreamId
from storage.model.member import Member
from storage.parts import Parts


def successions(store: Parts, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes by which this device first takes its predecessor's seat, where it has none of its own.

    A store that was copied or restored is a new device (keys.settle); its predecessor vouches for it. Raise Refused
    while a stream that had left is not back whole: a number would be used twice.
    """
    made: list[Change] = []
    for stream in sorted({change.stream for change in changes}):
        must_be_here(store, stream)
        if is_half_back(store, stream):
            raise Refused(
                N_("This visit was wiped from this laptop, and has not come back whole."),
                N_("Sync, or read a parcel that holds all of it, before you go on in it."),
            )
        if not any(change.stream == stream and change.entity_id == store.device.id for change in changes):
            made += successions_in(store, stream)
    return tuple(made)


def successions_in(store: Parts, stream: StreamId) -> Sequence[Change]:
    """Return the change by which this device takes its predecessor's seat in the stream, or none."""
    seats = store.tables.roster(stream)
    old = next((device for device in reversed(store.before) if device.id in seats), None)
    if store.device.id in seats or old is None:
        return ()
    return _succession(store, stream, seats[old.id], old)


def _succession(store: Parts, stream: StreamId, seat: law.Seat, old: Device) -> Sequence[Change]:
    new = store.device
    gesture = Gesture("members.succeed", store.me)
    gesture.add(
        Member(
            id=new.id,
            stream_id=stream,
            person_id=seat.person_id,
            name=seat.name,
            role=seat.role,
            verify_key=new.verify_key.hex(),
            box_key=new.box_key.hex(),
            predecessor=old.id,
            vouch=old.sign(succession(new.verify_key, new.box_key)).hex(),
        )
    )
    return gesture.changes


def refuse_broken(store: Parts, kept: Sequence[Change]) -> None:
    """Refuse what the fold set aside. Raise Refused; the transaction is then rolled back by its owner."""
    for change in kept:
        reason = store.tables.set_aside(change)
        if reason:
            raise Refused(_REFUSALS[reason], N_("Nothing was changed."))


_REFUSALS = {
    "stranger": N_("This device is not a member of this visit."),
    "voice": N_("This device records for another person."),
    "role": N_("Your role in this visit does not allow this."),
    "owner": N_("This note belongs to another inspector: comment on it instead."),
    "late": N_("The letter is sealed: it can no longer be changed."),
    "left": N_("This device has left this visit."),
}
