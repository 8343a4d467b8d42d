# SPDX-License-Identifier: MIT
"""Who this store's person is, and who sits in a stream: begin a stream, grant a seat, take one back, change the key.

The rules: storage/law.py.
"""

from dataclasses import dataclass, replace
from typing import Any

from resources.language import N_
from storage.epochs import begin_epoch
from storage.errors import Refused
from storage.gesture import Gesture
from storage.grants import FOR_EVER, Grant
from storage.keys import new_stream_key
from storage.law import broken
from storage.leaving import is_half_back
from storage.model.ids import DeviceId, PersonId, StreamId, new_id, new_stream, root_of
from storage.model.member import Member
from storage.own import successions_in
from storage.permissions import GRANTERS, ROLES
from storage.queries.rows import records
from storage.steps import Steps, whole
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Card:
    """What one device shows another to be given a seat: no secret in it."""

    device: DeviceId
    person_id: str
    name: str
    verify_key: str
    box_key: str


def introduce(store: Store, name: str) -> PersonId:
    """Say whose store this is; once only. Raise Refused for an empty name or a second person."""
    if not name.strip():
        raise Refused(N_("A name is needed."), N_("Type your name as it should stand on your notes."))
    if store.me:
        raise Refused(N_("This store already belongs to somebody."), N_("Begin a new store for another person."))
    person_id = PersonId(new_id())
    store.marks.keep("me", person_id)
    store.marks.keep("my_name", name.strip())
    return person_id


def my_card(store: Store) -> Card:
    """Return this device's card."""
    device = store.device
    name = str(store.marks.get("my_name", ""))
    return Card(device.id, store.me, name, device.verify_key.hex(), device.box_key.hex())


def fresh_stream(store: Store) -> tuple[StreamId, bytes]:
    """Return a new stream and its first key, which nothing keeps yet: for work that seals before it records."""
    return new_stream(store.device.id), new_stream_key()


def begin(store: Store, gesture: Gesture, role: str = "lead", fresh: tuple[StreamId, bytes] | None = None) -> StreamId:
    """Begin a stream within a gesture: its first key is kept, this device takes its first seat."""
    if not store.me:
        raise Refused(N_("Nobody has been introduced to this store."), N_("Say who you are first."))
    stream, key = fresh or fresh_stream(store)
    store.keyring.keep(stream, 1, key)
    gesture.add(_seat(stream, my_card(store), role))
    return stream


def grant(store: Store, stream: StreamId, card: Card, role: str) -> None:
    """Give a device a seat in the stream, or give it back. Raise Refused for an unknown role, or without the right."""
    whole(granting(store, stream, card, role))


def granting(store: Store, stream: StreamId, card: Card, role: str) -> Steps[None]:
    """Do what `grant` does in small steps: a seat decides over everything that its device ever wrote."""
    if role not in ROLES:
        raise Refused(N_("There is no role {role}."), N_("Choose one of: {roles}."), role=role, roles=", ".join(ROLES))
    seat = store.tables.roster(stream).get(DeviceId(card.device))
    gesture = Gesture("members.grant", store.me)
    if seat is None:
        made = _seat(stream, card, role)
        gesture.add(replace(made, **signed(store, made)))
    else:
        seen = _record(store, stream, card.device)
        if not seat.present or seat.hangs:
            _renew(store, gesture, seen, role)
    yield from store.recording(*gesture.changes)


def _renew(store: Store, gesture: Gesture, seen: Member, role: str) -> None:
    renewed: dict[str, Any] = {"role": role, "until": FOR_EVER, "grant_number": seen.grant_number + 1}
    gesture.amend(seen, present=True, **renewed, **signed(store, replace(seen, **renewed)))


def succeed(store: Store) -> None:
    """Take this device's predecessor's seats, where it has none of its own yet: others can then hand things to it.

    A store that was copied or restored would otherwise be unknown to them until it writes. A stream that has not come
    back whole is left out.
    """
    streams = [stream for stream in store.keyring.streams() if store.before and not is_half_back(store, stream)]
    made = [change for stream in streams for change in successions_in(store, stream)]
    store.record(*made)


def remove(store: Store, stream: StreamId, device: DeviceId) -> None:
    """Take a device's seat back. What of its changes is known here counts; later ones wait to be accepted.

    A device that is known here as its successor keeps its seat, in its own right; one that is not has left with it.
    From now on the stream is sealed with a new key, which the device is not given. Raise Refused without the right.
    """
    whole(removing(store, stream, device))


def removing(store: Store, stream: StreamId, device: DeviceId) -> Steps[None]:
    """Do what `remove` does in small steps. The removal itself is sealed with the new key: so others know it (0042)."""
    store.record(*successions_in(store, stream))
    gesture = _ending(store, stream, device, "members.remove")
    for heir in records(store, Member, "stream_id = ? AND predecessor = ?", (stream, device)):
        if heir.present and heir.grant_number == 1:
            _renew(store, gesture, heir, heir.role)
    seats = store.tables.roster(stream)
    if not any(broken(replace(each, device=store.device.id), seats) for each in gesture.changes):
        rotate(store, stream)  # else it is refused in a moment
    yield from store.recording(*gesture.changes)


def remove_everywhere(store: Store, device: DeviceId) -> tuple[int, int]:
    """Take a device's seats back wherever it sits here: a lost laptop. Visits and standing records are streams alike.

    Return from how many streams it was removed, and in how many this device may not. Raise Refused for this device.
    """
    if device == store.device.id:
        raise Refused(N_("This is the device that you are working on."), N_("Ask another lead, or the office."))
    removed = refused = 0
    for stream in seated_in(store, device):
        try:
            remove(store, stream, device)
            removed += 1
        except Refused:
            refused += 1
    return removed, refused


def seated_in(store: Store, device: DeviceId) -> list[StreamId]:
    """Return the streams here in which a device sits."""
    rosters = ((stream, store.tables.roster(stream)) for stream in store.keyring.streams())
    return [stream for stream, seats in rosters if device in seats and seats[device].present]


def accept(store: Store, stream: StreamId, device: DeviceId) -> None:
    """Accept everything known here of a device that has left: it counts now. Raise Refused without the right."""
    whole(accepting(store, stream, device))


def accepting(store: Store, stream: StreamId, device: DeviceId) -> Steps[None]:
    """Do what `accept` does in small steps."""
    yield from store.recording(*_ending(store, stream, device, "members.accept").changes)


def rotate(store: Store, stream: StreamId) -> None:
    """Begin a new epoch: what is recorded here from now on is sealed with a key that only present members are given."""
    begin_epoch(store, stream)


def _ending(store: Store, stream: StreamId, device: DeviceId, act: str) -> Gesture:
    seen = _record(store, stream, device)
    gesture = Gesture(act, store.me)
    ended: dict[str, Any] = {"until": store.ledger.vector(stream).get(device, 0), "grant_number": seen.grant_number + 1}
    gesture.amend(seen, present=False, **ended, **signed(store, replace(seen, **ended)))
    return gesture


def _record(store: Store, stream: StreamId, device: str) -> Member:
    found = records(store, Member, "stream_id = ? AND id = ?", (stream, device))
    if not found:
        raise Refused(N_("This device has no seat in this visit."), N_("Nothing was changed."))
    return found[0]


def signed(store: Store, member: Member) -> dict[str, Any]:
    """Return who grants, and her device's signature over what the hub may know of it."""
    said = statement(member, granter=store.device.id)
    return {"granter": store.device.id, "grant": store.device.sign(said.signed_bytes()).hex()}


def statement(member: Member, granter: str = "") -> Grant:
    """Return what the hub may know of a member: no name, no role."""
    root = root_of(member.stream_id)
    succeeds = bool(member.predecessor) and member.grant_number == 1
    by = member.predecessor if succeeds else granter or member.granter or root
    return Grant(
        stream=member.stream_id,
        device=DeviceId(member.id),
        verify_key=member.verify_key,
        box_key=member.box_key,
        may_grant=member.role in GRANTERS,
        until=member.until,
        number=member.grant_number,
        by=DeviceId(by),
        succeeds=succeeds,
        signature=member.vouch if succeeds else member.grant,
    )


def _seat(stream: StreamId, card: Card, role: str) -> Member:
    return Member(
        id=card.device,
        stream_id=stream,
        person_id=card.person_id,
        name=card.name,
        role=role,
        verify_key=card.verify_key,
        box_key=card.box_key,
    )
