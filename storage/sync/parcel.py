# SPDX-License-Identifier: MIT
"""One file that carries streams from one store to another: sealed, addressed, signed. The checks inside: door.py.

Outside: a mark, the addressees' devices, the parcel's own key wrapped to each. Inside, encrypted to that key: who sends
it, sealed changes, sealed documents, and each stream's keys wrapped once more, to those addressees alone who sit in it.
The sender's signature covers every byte before it, so a parcel that was cut or altered anywhere is refused whole.
"""

import base64
import json
import secrets
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from resources.language import N_
from storage.acts import ratings
from storage.acts.members import Card, my_card
from storage.door import Delivery, Received, receiving
from storage.envelope import is_by
from storage.errors import BadFile, Refused
from storage.job import Tick, unwatched
from storage.keys import wrap
from storage.leaving import left
from storage.model.ids import StreamId
from storage.queries.documents import documents_of_stream
from storage.queries.members import entitled, members
from storage.queries.standing import GIVEN_ENDS, HELD_ENDS
from storage.sealed import Unreadable, open_bytes, packed, seal_bytes, unpacked
from storage.shelf import write_whole
from storage.steps import Steps, whole
from storage.store import Store
from storage.sync.carried import GIVEN, TAKEN, reached, reached_to, remember
from storage.sync.partners import Base, Have, bases, have, heard, read_have, shared_ends, suffices
from storage.sync.wire import Malformed, frame, frames, pack, unpack
from storage.twice import assure
from storage.vault import world

_MARK = b"AROLWG PARCEL\n"
_SIGNATURE = 64
PROTOCOL = 3
"""Raise when an older reader could no longer make sense of what is written. 3: it may carry what is lacking alone."""
WHOLE = 2
"""The protocol of a parcel that carries everything: older readers can make sense of it."""
_ROOM = 64 * 1024 * 1024
MOST = 2**31
"""Bytes in the clear that one parcel may hold: a guard against compressed bombs."""


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a parcel."""

    path: Path
    streams: int
    changes: int
    documents: int
    size: int
    is_whole: bool = True
    """It carries everything; else only what its addressees have not said that they have."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a parcel brought."""

    sender: str
    """The sender's name, as her own device gives it."""
    received: Received
    documents: int


@dataclass(slots=True)
class Contents:
    """What is in a parcel, nothing of it checked or taken in yet."""

    delivery: Delivery
    documents: list[bytes] = field(default_factory=list)
    have: Have = field(default_factory=dict)
    """What the sender has: nothing in parcels of older versions."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A parcel that lies in no file yet."""

    data: bytes
    streams: tuple[StreamId, ...]
    changes: int
    documents: int
    ends: Mapping[str, Mapping[str, int]]
    """Stream → device → up to which number its readers then have changes."""
    is_whole: bool = True


def write(
    store: Store, streams: Sequence[StreamId], path: Path, to: Sequence[Card], *, everything: bool = False
) -> Written:
    """Write into a parcel what the addressees lack of the streams, or everything; nobody else can open it.

    Raise as `compose` and `put_down` do; then no half of it stays.
    """
    assure(store)
    made = compose(store, streams, to, everything=everything)
    written = put_down(made, path)
    given(store, made)
    return written


def compose(
    store: Store, streams: Sequence[StreamId], to: Sequence[Card], tick: Tick = unwatched, *, everything: bool = False
) -> Composed:
    """Return the parcel, of a store that may be open to look only, on another thread.

    What every addressee said in a parcel of her own that she has (partners.py) is left out unless `everything` is
    wanted. Raise Refused without addressees or for one who sits in none of the streams.
    """
    _must_be_seated(store, streams, to)
    tick(0.0)
    known = {} if everything else bases(store, streams, {card.device for card in to})
    base = {stream: known.get(stream, Base()) for stream in streams}
    changes = [list(store.ledger.sealed(stream, base[stream].ends)) for stream in streams]
    tick(0.2)
    named = {stream: {each.sealed for each in documents_of_stream(store, stream)} for stream in streams}
    names = sorted({name for stream in streams for name in named[stream] - base[stream].files})
    sealed = [data for name in names if (data := store.shelf.get(name)) is not None]
    tick(0.4)
    is_whole = not any(each.ends or each.files for each in base.values())
    inside = b"".join(
        (
            _from(store),
            frame(b"keys", json.dumps(_keys(store, streams, to)).encode()),
            frame(b"have", json.dumps(have(store, streams)).encode()),
            *(frame(b"chgs", pack(each)) for each in changes),
            *(frame(b"file", each) for each in sealed),
        )
    )
    tick(0.7)
    data = _wrapped(store, inside, to, WHOLE if is_whole else PROTOCOL)
    ends = {
        str(stream): {str(device): seq for device, seq in store.ledger.vector(stream).items()} for stream in streams
    }
    return Composed(data, tuple(streams), sum(map(len, changes)), len(sealed), ends, is_whole)


def _must_be_seated(store: Store, streams: Sequence[StreamId], to: Sequence[Card]) -> None:
    if not to:
        raise Refused(N_("Nobody else is a member of this visit yet."), N_("Give a colleague's device a seat first."))
    seated = {seat.device for stream in streams for seat in entitled(store, stream)}
    if stranger := next((card for card in to if card.device not in seated), None):
        raise Refused(N_("{name} has no seat in what this parcel holds."), N_("Give a seat first."), name=stranger.name)


def put_down(made: Composed, path: Path, tick: Tick | None = None) -> Written:
    """Write a parcel to its file, whole or not at all. Raise CannotKeep."""
    with world(path.parent):
        write_whole(path, made.data, tick)
    return Written(path, len(made.streams), made.changes, made.documents, len(made.data), made.is_whole)


def given(store: Store, made: Composed) -> None:
    """Remember that a parcel was written, and up to where it goes. Raise CannotKeep."""
    remember(store, GIVEN, made.streams)
    reached_to(store, GIVEN_ENDS, made.ends)


def read(store: Store, path: Path) -> Opened:
    """Take in what a parcel brings.

    Raise BadFile when it is no parcel, cut, altered, newer, addressed to others, or holds too little for what is here;
    Refused when it brings a visit that was wiped here and not allowed back (wiping.py). Nothing is taken in then.
    """
    return whole(reading(store, path))


def reading(store: Store, path: Path) -> Steps[Opened]:
    """Do what `read` does in small steps: between two of them the screen may answer (0023). Raise as `read`."""
    sender, contents = opened(store, path)
    _must_not_have_left(store, contents.delivery)
    must_suffice(store, contents)
    before = store.shelf.names()
    brought = {store.shelf.put(data) for data in contents.documents}
    try:
        received = yield from receiving(store, contents.delivery, f"parcel from {sender.name}")
    except BaseException:
        for name in brought - before:  # refused whole: its files too
            store.shelf.remove(name)
        raise
    remember(store, TAKEN, contents.delivery.stream_keys)
    reached(store, HELD_ENDS, contents.delivery.sealed)
    reached_to(store, HELD_ENDS, shared_ends(store, contents.have))
    mine = set(store.keyring.streams())
    heard(store, sender.device, {stream: each for stream, each in contents.have.items() if stream in mine})
    ratings.open_due(store)  # it may have brought the last lock that one's own ratings were waiting for
    return Opened(sender.name, received, len(contents.documents))


def _must_not_have_left(store: Store, delivery: Delivery) -> None:
    gone = left(store)
    if any(stream in gone for stream in (*delivery.stream_keys, *(each.header.stream for each in delivery.sealed))):
        raise Refused(
            N_("This parcel brings a visit that was wiped from this laptop. Nothing was taken in."),
            N_("If the visit was given to you again, allow it back on purpose, then read the parcel once more."),
        )


def must_suffice(store: Store, contents: Contents) -> None:
    """Raise BadFile when something would still be lacking of what the sender has: nothing is taken in by halves."""
    if not suffices(store, contents.delivery, contents.have):
        raise BadFile(
            N_("This parcel holds only what its sender thought was lacking here, and that is too little."),
            N_("Nothing was taken in. Ask for a parcel that holds everything."),
        )


def opened(store: Store, path: Path) -> tuple[Card, Contents]:
    """Return who sent a parcel and what is in it, and take nothing in (preview.py). Raise BadFile as `read` does."""
    sender, inside = _unwrapped(store, path)
    try:
        return sender, _contents(store, inside)
    except (Malformed, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as problem:
        raise _broken(path) from problem


def addressees(store: Store, streams: Iterable[str]) -> list[Card]:
    """Return the cards of everybody else who sits in any of the streams."""
    mine = {store.device.id, *(device.id for device in store.before)}
    seats = {seat.device: seat for stream in streams for seat in entitled(store, stream)}
    return [
        Card(seat.device, seat.person_id, seat.name, seat.verify_key, seat.box_key)
        for device, seat in sorted(seats.items())
        if device not in mine
    ]


def _keys(store: Store, streams: Sequence[StreamId], to: Sequence[Card]) -> dict[str, Any]:
    """Return the devices' public keys, and stream → epoch → device → the key wrapped to it: to those who sit there."""
    seated = {stream: entitled(store, stream) for stream in sorted(streams)}
    verify = {seat.device: seat.verify_key for stream in streams for seat in members(store, stream)}
    named = {card.device for card in to}
    wraps = {
        stream: {
            epoch: {
                seat.device: _base64(wrap(bytes.fromhex(seat.box_key), key)) for seat in seats if seat.device in named
            }
            for epoch, key in store.keyring.keys(stream).items()
        }
        for stream, seats in seated.items()
    }
    return {"verify": verify, "wraps": wraps}


def _from(store: Store) -> bytes:
    return frame(b"from", json.dumps({name: str(value) for name, value in asdict(my_card(store)).items()}).encode())


def _wrapped(store: Store, inside: bytes, to: Sequence[Card], protocol: int) -> bytes:
    key = secrets.token_bytes(32)
    wraps = {card.device: _base64(wrap(bytes.fromhex(card.box_key), key)) for card in to}
    head = json.dumps({"protocol": protocol, "to": wraps}, sort_keys=True).encode()
    body = seal_bytes(packed(inside), key)
    signed = _MARK + struct.pack(">I", len(head)) + head + body
    return signed + store.device.sign(_digest(signed))


def _unwrapped(store: Store, path: Path) -> tuple[Card, bytes]:
    data = _bytes_of(path)
    signed, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    if not data.startswith(_MARK):
        raise BadFile(N_("{name} is not an Arolwg parcel."), N_("Choose a file that Arolwg wrote."), name=path.name)
    try:
        (length,) = struct.unpack_from(">I", signed, len(_MARK))
        start = len(_MARK) + 4
        outside = json.loads(signed[start : start + length])
        to = {device: base64.b64decode(wrapped) for device, wrapped in outside["to"].items()}
        is_newer = int(outside["protocol"]) > PROTOCOL
        sender = outside.get("sender")
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, struct.error) as problem:
        raise _broken(path) from problem
    if is_newer:
        raise BadFile(
            N_("{name} comes from a newer version of Arolwg."),
            N_("Install the newer version to read it."),
            name=path.name,
        )
    inside = _inside(store, path, to, signed[start + length :])
    try:
        # Protocol 1 named the sender outside, for everybody who found the parcel.
        card = Card(**(sender or json.loads(next(data for kind, data in frames(inside) if kind == b"from"))))
        is_right = is_by(card.device, bytes.fromhex(card.verify_key), _digest(signed), signature)
    except (Malformed, StopIteration, ValueError, TypeError, RecursionError) as problem:
        raise _broken(path) from problem
    if not is_right:
        raise _broken(path)
    return card, inside


def _inside(store: Store, path: Path, to: dict[str, bytes], body: bytes) -> bytes:
    for device in (store.device, *store.before):
        key = device.unwrap(to[device.id]) if device.id in to else None
        if key is None:
            continue
        try:
            # What is inside is sealed already and hardly shrinks: what would grow beyond this is a bomb.
            return unpacked(open_bytes(body, key), min(MOST, _ROOM + 8 * len(body)))
        except Unreadable as problem:
            raise _broken(path) from problem
    raise BadFile(
        N_("{name} is addressed to somebody else."), N_("Ask its sender to address it to this device."), name=path.name
    )


def _contents(store: Store, inside: bytes) -> Contents:
    contents = Contents(Delivery([], {}))
    sealed = []
    for kind, data in frames(inside):
        if kind == b"keys":
            plain = json.loads(data)
            contents.delivery.verify_keys = {device: bytes.fromhex(key) for device, key in plain["verify"].items()}
            contents.delivery.stream_keys = _own_keys(store, plain)
        elif kind == b"chgs":
            sealed += unpack(data)
        elif kind == b"have":
            contents.have = read_have(json.loads(data))
        elif kind == b"file":
            contents.documents.append(data)
        # Frames of other kinds come from a newer version that says an older one may pass them over.
    # Whoever says what she has gives every key to those who sit there: a stream without one is not for this reader.
    ours = {*contents.delivery.stream_keys, *(() if contents.have else store.keyring.streams())}
    contents.delivery.sealed = [each for each in sealed if each.header.stream in ours]
    return contents


def _own_keys(store: Store, plain: Any) -> dict[str, dict[int, bytes]]:
    found: dict[str, dict[int, bytes]] = {}
    for stream, epochs in plain.get("streams", {}).items():  # protocol 1: to everybody who can open the parcel
        found[stream] = {int(epoch): bytes.fromhex(key) for epoch, key in epochs.items()}
    if any(not 0 < epoch < 2**32 for epochs in found.values() for epoch in epochs):
        raise ValueError("not an epoch")
    mine = {device.id: device for device in (store.device, *store.before)}
    for stream, epochs in plain.get("wraps", {}).items():
        for epoch, wraps in epochs.items():
            if not 0 < int(epoch) < 2**32:
                raise ValueError("not an epoch")
            for device in mine.keys() & wraps.keys():
                key = mine[device].unwrap(base64.b64decode(wraps[device]))
                if key is not None and len(key) == 32:
                    found.setdefault(stream, {})[int(epoch)] = key
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise BadFile(
            N_("{name} cannot be read."), N_("Check that the stick is in, and the file's name."), name=path.name
        ) from problem


def _broken(path: Path) -> BadFile:
    return BadFile(
        N_("{name} is cut short, was altered or damaged on its way. Nothing was taken in."),
        N_("Ask for a new copy of the parcel."),
        name=path.name,
    )


def _digest(signed: bytes) -> bytes:
    return blake2b(signed, digest_size=32, person=b"arolwg parcel").digest()


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
