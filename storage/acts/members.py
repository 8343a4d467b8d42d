# SPDX-License-Identifier: MIT
"""Who this store's person is, and who sits in a stream: begin a stream, grant a seat. The rules: storage/law.py."""

from dataclasses import dataclass

from resources.language import N_
from storage.errors import Refused
from storage.gesture import Gesture
from storage.keys import new_stream_key
from storage.model.ids import DeviceId, PersonId, StreamId, new_id, new_stream
from storage.model.member import Member
from storage.permissions import ROLES
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


def begin(
    store: Store, gesture: Gesture, role: str = "lead", fresh: tuple[StreamId, bytes] | None = None
) -> StreamId:
    """Begin a stream within a gesture: its first key is kept, this device takes its first seat."""
    if not store.me:
        raise Refused(N_("Nobody has been introduced to this store."), N_("Say who you are first."))
    stream, key = fresh or fresh_stream(store)
    store.keyring.keep(stream, 1, key)
    gesture.add(_seat(stream, my_card(store), role))
    return stream


def grant(store: Store, stream: StreamId, card: Card, role: str) -> None:
    """Give a device a seat in the stream. Raise Refused for an unknown role, or when one's own role forbids it."""
    if role not in ROLES:
        raise Refused(N_("There is no role {role}."), N_("Choose one of: {roles}."), role=role, roles=", ".join(ROLES))
    if card.device in store.tables.roster(stream):
        return
    gesture = Gesture("members.grant", store.me)
    gesture.add(_seat(stream, card, role))
    store.record(*gesture.changes)


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
