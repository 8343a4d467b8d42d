# SPDX-License-Identifier: MIT
"""Syncing with a hub, page by page, as a Job's steps: what we lack comes in by the door, what it lacks goes out.

Each round: *take* (on the store's thread) what to say next, *work* (anywhere) one request, *put* what came. Every
round may be repeated or broken off: sync is set union, and the hub answers with what it has.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice

from storage import ahead, door
from storage.acts import ratings
from storage.acts.members import my_card, succeed
from storage.acts.seats import sign_seats
from storage.door import Delivery, receiving
from storage.envelope import Sealed
from storage.grants import Grant, counting, standing, succession
from storage.job import AnyJob, Job, Tick
from storage.keys import wrap
from storage.leaving import left
from storage.model.ids import StreamId
from storage.queries.cases import key_streams
from storage.queries.documents import documents_of_stream
from storage.queries.members import entitled, grants_of
from storage.queries.standing import FILES
from storage.steps import Steps
from storage.store import Store
from storage.sync import first, receipt, talk
from storage.sync.blocked import Blocked
from storage.sync.road import Hub, Road
from storage.twice import assure

MARK = "hub"
"""The mark that keeps the hub this store is enrolled with."""
PRIVATE = "private_streams"
"""The mark that names streams that never leave this device."""
_ENOUGH = 2**62
"""More changes than anybody has: asks for none of a device."""
_DOCUMENTS = 4
"""Documents fetched in one round."""


@dataclass(slots=True)
class Round:
    """What one round says, and to whom."""

    road: Road
    hub: Hub
    device: str
    request: talk.Request
    files: Sequence[tuple[str, str, bytes]] = ()
    """(stream, name, sealed bytes) of documents to hand in."""
    wanted: Sequence[tuple[str, str]] = ()
    """(stream, name) of documents to fetch."""


@dataclass(slots=True)
class Came:
    """What one round brought."""

    reply: talk.Reply
    ends: Mapping[str, Mapping[str, tuple[int, str]]]
    sent: int = 0
    files: list[bytes] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    """(stream, name) of documents that the hub took."""


@dataclass(slots=True)
class Progress:
    """How far a sync is, and what became of it."""

    sent: int = 0
    new: int = 0
    documents_sent: int = 0
    documents_new: int = 0
    set_aside: int = 0
    held: int = 0
    """Changes that wait for the office's word."""
    hub_forgot: bool = False
    """The hub had less than its own receipts say: it was restored, and has been given back what it forgot."""
    ends: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)
    documents: Mapping[str, Sequence[str]] = field(default_factory=dict)
    wrapped: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    grants: frozenset[str] = frozenset()
    """Signatures of the grants that the hub knows."""
    waits: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Stream → device → up to which number its changes wait for the office."""
    blocked: Blocked = field(default_factory=Blocked)
    """(stream, device) whose next change cannot be taken in yet: not asked for again in this sync."""
    closed: frozenset[str] = frozenset()
    """Streams that this device may not read any more."""
    is_revoked: bool = False
    """The office has revoked this device."""
    left: frozenset[str] = frozenset()
    """Streams of which the hub has something for this device that was wiped here: not taken in."""
    snapshots: Mapping[str, int] = field(default_factory=dict)
    """Stream → of how many changes the hub's newest snapshot was made (first.py)."""
    verify_keys: Mapping[str, bytes] = field(default_factory=dict)
    """Device → public key, as the grants that the hub knows prove it."""
    begun: set[str] = field(default_factory=set)
    """Streams of which this sync took in, or tried to, a snapshot."""
    is_greeted: bool = False
    is_over: bool = False


def enrolled(store: Store) -> Hub | None:
    """Return the hub this store is enrolled with, or None."""
    kept = store.marks.get(MARK)
    return Hub(**{name: kept[name] for name in Hub.__dataclass_fields__}) if kept else None


def remember(store: Store, hub: Hub) -> None:
    """Remember the hub that this device was enrolled with, and under which name."""
    store.marks.keep(MARK, {**asdict(hub), "device": store.device.id})


def road_of(store: Store, hub: Hub) -> Road:
    """Return a road to the hub that signs as this device."""
    return Road(hub, store.device.id, store.device.sign)


def enrolling(store: Store, hub: Hub, secret: str, road: Road | None = None) -> Job[Store, Road, None, None]:
    """Enrol this device with a hub, by an invitation's secret."""
    card = {name: str(value) for name, value in asdict(my_card(store)).items() if name not in ("name", "person_id")}

    def work(road: Road, _tick: Tick) -> None:
        road.enrol(card, secret)

    return Job(lambda store: road or road_of(store, hub), work, lambda store, _: remember(store, hub))


def succeeding(store: Store, hub: Hub, road: Road | None = None) -> Job[Store, Road, None, None] | None:
    """Return what enrols this device in place of the one it was, where the store was copied or restored; else None."""
    old_name = str((store.marks.get(MARK) or {}).get("device", ""))
    old = next((device for device in store.before if device.id == old_name), None)
    if old is None or old_name == store.device.id:
        return None
    card = {name: str(value) for name, value in asdict(my_card(store)).items() if name not in ("name", "person_id")}
    vouch = old.sign(succession(store.device.verify_key, store.device.box_key)).hex()

    def work(road: Road, _tick: Tick) -> None:
        road.succeed(card, old.id, vouch)

    return Job(lambda store: road or road_of(store, hub), work, lambda store, _: remember(store, hub))


def shared_streams(store: Store) -> list[StreamId]:
    """Return the streams that go to the hub: all but those that never leave this device, and keys of case lists.

    Such a key is shared on purpose with one device, by a parcel that is made for it alone (`cases key`).
    """
    private = {*store.marks.get(PRIVATE, ()), *key_streams(store)}
    return [stream for stream in store.keyring.streams() if stream not in private]


def rounds(store: Store, hub: Hub, progress: Progress, road: Road | None = None) -> Iterator[AnyJob]:
    """Yield one job after another until both sides have everything; `progress` tells how far it is.

    Whoever runs them may stop between any two. A job raises NoRoad, Refused, BadFile, CannotKeep.
    """
    road = road or road_of(store, hub)
    if ahead.streams(store):  # a sync before this one was cut off
        yield first.settling()
    while not progress.is_over:
        yield Job(partial(_asked, road, hub, progress), _said, partial(_put, progress))
        begins = _beginning(store, progress)
        progress.begun |= {*begins}
        yield from first.arriving(store, begins, road, progress.verify_keys, partial(_told, progress))
    for stream in _grown(store, progress):
        yield first.making(stream, road, store.device.sign)


def _beginning(store: Store, progress: Progress) -> list[StreamId]:
    """Return the streams of which the hub has a snapshot, and this device nothing but the key."""
    gone = left(store)
    offered = [stream for stream in shared_streams(store) if stream in progress.snapshots]
    return [
        stream
        for stream in offered
        if stream not in progress.begun
        and stream not in progress.closed
        and stream not in gone
        and not store.ledger.vector(stream)
    ]


def _grown(store: Store, progress: Progress) -> list[StreamId]:
    """Return the streams of which the hub has all that is here, and is lacking a newer snapshot."""
    return [
        StreamId(stream)
        for stream, ends in progress.ends.items()
        if stream not in progress.closed
        and {device: seq for device, (seq, _digest) in ends.items()} == store.ledger.vector(stream)
        and first.is_worth_it(store, stream, progress.snapshots.get(stream, 0))
    ]


def _told(progress: Progress, got: door.Received) -> None:
    progress.new += got.new  # what was set aside is asked for once more, page by page, and told then


def _asked(road: Road, hub: Hub, progress: Progress, store: Store) -> Round:
    """Return what to say next; the first time what we have, and what the hub lacks by its own last receipt."""
    succeed(store)
    if not progress.is_greeted:
        sign_seats(store)
    assure(store)
    streams = shared_streams(store)
    have = {
        str(stream): {str(device): seq for device, seq in store.ledger.vector(stream).items()} for stream in streams
    }
    for stream, device in progress.blocked:
        have.setdefault(stream, {})[device] = _ENOUGH
    for stream, said in left(store).items():
        have[stream] = dict.fromkeys(said["vector"], _ENOUGH)
    request = talk.Request("", "", have=have, is_guess=not progress.is_greeted)
    if request.is_guess:
        request.sealed = list(receipt.uncovered(store, streams))
    round_ = Round(road, hub, store.device.id, request)
    if not progress.is_greeted and not store.before:
        return round_
    counted = {stream: _counted(store, stream) for stream in streams}
    # A restored store says at once whose seat it took: else it would hear nothing, and hand everything in again.
    request.grants = [each for known in counted.values() for each in known if _key(each) not in progress.grants]
    if progress.is_greeted:
        request.wraps = list(_wraps(store, streams, progress))
        seated = {stream: {each.device for each in known} for stream, known in counted.items()}
        request.sealed = list(_lacking(store, seated, progress))
        round_.files = list(_files(store, streams, progress))
        round_.wanted = list(_wanted(store, streams, progress))
    return round_


def _counted(store: Store, stream: StreamId) -> list[Grant]:
    """Return the grants known here that a hub will accept; an unsigned one of an older version is none."""
    return [each for known in counting(stream, grants_of(store, stream)).values() for each in known]


def _key(grant: object) -> str:
    return f"{getattr(grant, 'stream', '')} {getattr(grant, 'device', '')} {getattr(grant, 'signature', '')}"


def _wraps(store: Store, streams: Sequence[StreamId], progress: Progress) -> Iterator[tuple[str, str, int, bytes]]:
    for stream in streams:
        there = set(progress.wrapped.get(stream, ()))
        for seat in entitled(store, stream):
            for epoch, key in store.keyring.keys(stream).items():
                if (seat.device, epoch) not in there:
                    yield stream, seat.device, epoch, wrap(bytes.fromhex(seat.box_key), key)


def _lacking(store: Store, seated: Mapping[StreamId, Collection[str]], progress: Progress) -> Iterator[Sealed]:
    """Yield about a page of what the hub lacks, at least one change; of devices that the hub can know only."""
    room = talk.PAGE
    for stream, devices in seated.items():
        has = {device: seq for device, (seq, _digest) in progress.ends.get(stream, {}).items()}
        for device, seq in progress.waits.get(stream, {}).items():
            has[device] = max(seq, has.get(device, 0))
        for sealed in store.ledger.sealed(stream, has):
            if sealed.header.device in devices:
                if room <= 0:
                    return
                room -= talk.weight([sealed])
                yield sealed


def _files(store: Store, streams: Sequence[StreamId], progress: Progress) -> Iterator[tuple[str, str, bytes]]:
    """Yield a page of documents that the hub lacks, at least one: no more of them are in memory at once."""
    room = talk.PAGE
    for stream in streams:
        if stream not in progress.documents:
            continue
        there = set(progress.documents[stream])
        for name in dict.fromkeys(each.sealed for each in documents_of_stream(store, stream)):
            data = None if name in there or room <= 0 else store.shelf.get(name)
            if data is not None:
                room -= len(data)
                yield stream, name, data


def _wanted(store: Store, streams: Sequence[StreamId], progress: Progress) -> Iterator[tuple[str, str]]:
    here = store.shelf.names()
    open_ = [stream for stream in streams if stream not in progress.closed]
    lacking = ((stream, name) for stream in open_ for name in progress.documents.get(stream, ()) if name not in here)
    yield from islice(lacking, _DOCUMENTS)


def _said(round_: Round, tick: Tick) -> Came:
    steps = 1 + len(round_.files) + len(round_.wanted)
    round_.road.still_wanted = partial(tick, 0.0)
    came = Came(round_.road.sync(round_.request), {})
    came.ends = receipt.checked(came.reply.receipt, came.reply.signature, round_.hub, round_.device)
    came.sent = receipt.counted(came.ends, round_.request.sealed)
    # Only now: the hub has heard by the changes' grants who belongs to the documents' streams.
    for at, (stream, name, data) in enumerate(round_.files):
        tick((1 + at) / steps)
        round_.road.keep(stream, name, data)
        came.kept.append((stream, name))
    for at, (stream, name) in enumerate(round_.wanted):
        tick((1 + len(round_.files) + at) / steps)
        data_or_none = round_.road.fetch(stream, name)
        if data_or_none is not None:
            came.files.append(data_or_none)
    return came


def _put(progress: Progress, store: Store, came: Came) -> Steps[None]:
    """Take in what came, in small steps: a page of it is thousands of changes (0023)."""
    reply = came.reply
    progress.left |= _without_what_left(store, reply)
    forgot = receipt.keep(store, came.ends, str(reply.receipt.get("at", "")), reply.closed)
    listed = {**store.marks.get(FILES, {}), **reply.documents}
    if listed != store.marks.get(FILES, {}):
        store.marks.keep(FILES, listed)
    keys = _opened_wraps(store, reply.wraps)
    verify: dict[str, bytes] = {grant.device: bytes.fromhex(grant.verify_key) for grant in reply.grants}
    got = door.Received()
    if reply.sealed or keys:
        got = yield from receiving(store, Delivery(reply.sealed, verify, keys), "hub")
    if got.new:
        ratings.open_due(store)  # it may have brought the last lock that one's own ratings were waiting for
    for at, data in enumerate(came.files):
        store.shelf.put(data)
        yield at / len(came.files)
    has_more = progress.blocked.hear(got) or bool(got.new or keys or came.files or came.kept)
    moved = _moved(came, progress) or has_more
    _heard(progress, came)
    progress.hub_forgot = progress.hub_forgot or forgot
    progress.new += got.new
    progress.sent += came.sent
    progress.set_aside += len(got.set_aside) - progress.blocked.let_in(store, has_keys=bool(keys))
    progress.is_over = (progress.is_greeted and not moved) or (not reply.more and _is_even(store, progress))
    progress.is_greeted = True


def _is_even(store: Store, progress: Progress) -> bool:
    """Say whether the last answer shows that both sides have everything: another request would only say so again."""
    streams = shared_streams(store)
    for stream in streams:
        there = {device: seq for device, (seq, _digest) in progress.ends.get(stream, {}).items()}
        holds = standing(stream, grants_of(store, stream)).values()
        if there != store.ledger.vector(stream) or not {_key(each) for each in holds} <= progress.grants:
            return False
    left_over = (_wraps(store, streams, progress), _files(store, streams, progress), _wanted(store, streams, progress))
    return all(next(iter(each), None) is None for each in left_over)


def _without_what_left(store: Store, reply: talk.Reply) -> frozenset[str]:
    """Drop what would come of visits that were wiped here and not allowed back (wiping.py); return their streams."""
    gone = left(store).keys()
    brought = {each.header.stream for each in reply.sealed} | reply.wraps.keys()
    reply.sealed = [each for each in reply.sealed if each.header.stream not in gone]
    reply.wraps = {stream: each for stream, each in reply.wraps.items() if stream not in gone}
    return frozenset(gone & brought)


def _heard(progress: Progress, came: Came) -> None:
    reply = came.reply
    progress.documents_new += len(came.files)
    progress.documents_sent += len(came.kept)
    progress.held, progress.is_revoked = reply.held, reply.is_revoked
    progress.ends, progress.waits = came.ends, reply.waits
    # The answer came before this round's documents were handed in.
    now_there = {stream: {name for where, name in came.kept if where == stream} for stream, _ in came.kept}
    progress.documents = {
        stream: sorted({*names, *now_there.get(stream, ())}) for stream, names in reply.documents.items()
    }
    progress.wrapped, progress.closed = reply.wrapped, frozenset(reply.closed)
    progress.snapshots = reply.snapshots
    progress.verify_keys = {
        device: bytes.fromhex(seats[0].verify_key)
        for stream in reply.snapshots
        for device, seats in counting(stream, reply.grants).items()
    }
    progress.grants = frozenset(_key(grant) for grant in reply.grants)


def _moved(came: Came, progress: Progress) -> bool:
    """Say whether the hub has more than a round ago."""
    before = sum(seq for by_device in progress.ends.values() for seq, _ in by_device.values())
    after = sum(seq for by_device in came.ends.values() for seq, _ in by_device.values())
    return after > before or came.reply.waits != progress.waits or came.reply.wrapped != progress.wrapped


def _opened_wraps(store: Store, wraps: Mapping[str, Mapping[int, bytes]]) -> dict[str, dict[int, bytes]]:
    """Return the streams' keys that were wrapped to this device and are not known yet."""
    found: dict[str, dict[int, bytes]] = {}
    for stream, by_epoch in wraps.items():
        for epoch, wrapped in by_epoch.items():
            if store.keyring.key(stream, epoch) is None:
                for device in (store.device, *store.before):
                    key = device.unwrap(wrapped)
                    if key is not None and len(key) == 32:
                        found.setdefault(stream, {})[epoch] = key
    return found
