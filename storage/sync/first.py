# SPDX-License-Identifier: MIT
"""The first sync of a stream, by its snapshot: shown at once, its log taken in behind (0044). And making one.

A snapshot spares time, and is trusted in nothing: its rows are called *being checked*, its log goes through the door,
and where it is missing, old or false the ordinary pages of the exchange bring what lacks.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TypeVar

from storage import ahead, door
from storage.acts import ratings
from storage.door import Delivery, Received
from storage.envelope import Sealed
from storage.epochs import sealing_key
from storage.errors import BadFile, Refused
from storage.job import AnyJob, Job, Tick, unwatched
from storage.leaving import left
from storage.ledger import Thing
from storage.logs import lengths, touched_between
from storage.model.ids import DeviceId
from storage.sealed import Unreadable, opened, resealed
from storage.steps import Steps
from storage.store import Recorded, Store, looker, resting
from storage.sync.road import NoRoad, Road
from storage.sync.snapshot import Head, Rows, Snapshot, read, written
from storage.sync.talk import MOST_DOCUMENT
from storage.tables import NOUNS
from storage.twice import assure

WORTH = 1_000
"""Changes that a stream has at least before a snapshot of it is made; and one is made anew when they have doubled."""
REFUSED = "snapshots.refused"
"""The mark that keeps which the hub did not take: stream → of how many changes it was made."""
_MOST = MOST_DOCUMENT - 100_000
_PAGE = 500
"""Changes of one run of a snapshot."""
_FAR = 2**62
_AT_ONCE = 1_000
"""Rows that are shown, or changes that are judged, in one job."""
Each = TypeVar("Each")
Some = tuple[str, list[ahead.Row], Mapping[str, int]]
"""(noun, rows of it, how many changes touch each that more than one touches)"""


@dataclass(slots=True)
class Arriving:
    """A snapshot on its way in. The worker reads on in it; the store's thread shows and judges what was read."""

    stream: str
    keys: Mapping[int, bytes] = field(default_factory=dict)
    verify_keys: Mapping[str, bytes] = field(default_factory=dict)
    rows: Iterator[Some] = field(default_factory=lambda: iter(()))
    log: Iterator[list[Sealed]] = field(default_factory=lambda: iter(()))
    is_over: bool = False
    """Nothing is left to read of rows, then of the log; or it is not what it says."""


def arriving(
    store: Store,
    streams: Sequence[str],
    road: Road,
    verify_keys: Mapping[str, bytes],
    told: Callable[[Received], None],
) -> Iterator[AnyJob]:
    """Yield the jobs that show streams of which nothing is here by the hub's snapshots, and then take in their logs.

    `told` hears of each page that was taken in. The jobs raise NoRoad, CannotKeep.
    """
    ways = [Arriving(stream, store.keyring.keys(stream), verify_keys) for stream in streams]
    for way in ways:
        yield Job(_nothing, partial(_fetched, way, road), _put_nothing)
        while not way.is_over:
            yield Job(_nothing, partial(_next_rows, way), partial(_show, way))
    for way in ways:
        way.is_over = way.stream not in ahead.streams(store)
        while not way.is_over:
            yield Job(_nothing, partial(_next_runs, way), partial(_take_in, way, told))
    if ahead.streams(store):
        yield settling()


def settling() -> AnyJob:
    """Return the job after which the log alone says what stands; where nothing was shown ahead it does nothing."""
    return Job(_nothing, _no_work, _settle)


def _nothing(_store: Store) -> None:
    pass


def _no_work(_taken: None, _tick: Tick) -> None:
    pass


def _put_nothing(_store: Store, _worked: object) -> None:
    pass


def _settle(store: Store, _worked: None) -> Steps[None]:
    if ahead.streams(store):
        yield from resting(store, ahead.settling(store))
        ratings.open_due(store)  # the log may have brought the last lock that one's own ratings were waiting for


def _fetched(way: Arriving, road: Road, _taken: None, tick: Tick) -> None:
    road.still_wanted = partial(tick, 0.0)
    try:
        data = road.fetch_snapshot(way.stream)
        if data is None:
            way.is_over = True
            return
        snapshot = read(data, way.verify_keys, way.keys.get)
        if snapshot.head.stream != way.stream:
            raise Unreadable("another stream's")
    except (Unreadable, Refused):
        way.is_over = True
        return
    way.rows, way.log = _fitted(snapshot), snapshot.log(way.keys.get, way.verify_keys)


def _fitted(snapshot: Snapshot) -> Iterator[Some]:
    """Yield (noun, its rows, their lengths), many of one noun at a time. Raise Unreadable."""
    waiting: dict[str, tuple[list[ahead.Row], dict[str, int]]] = {}
    for part in snapshot.rows():
        try:
            rows = ahead.fitted(part.entity, part.columns, snapshot.head.stream)
        except (ValueError, TypeError, RecursionError) as problem:
            raise Unreadable("not rows") from problem
        kept, counts = waiting.setdefault(part.entity, ([], {}))
        kept += rows
        counts |= part.lengths
        if len(kept) >= _AT_ONCE:
            yield part.entity, *waiting.pop(part.entity)
    yield from ((entity, rows, counts) for entity, (rows, counts) in waiting.items() if rows)


def _next_rows(way: Arriving, _taken: None, _tick: Tick) -> Some | None:
    return _next(way, way.rows)


def _next(way: Arriving, source: Iterator[Each]) -> Each | None:
    try:
        found = next(source, None)
    except Unreadable:
        found = None
    way.is_over = found is None
    return found


def _show(way: Arriving, store: Store, some: Some | None) -> Steps[None]:
    if some is not None and not _has_left(way, store):
        entity, rows, counts = some
        news = Recorded((ahead.shown(way.stream, entity, rows[0][0]),), "hub")
        yield from resting(store, ahead.showing(store, entity, rows, counts, news))


def _has_left(way: Arriving, store: Store) -> bool:
    """Say whether the stream was wiped here while its snapshot was being read: nothing of it is taken in then."""
    has_left = way.stream in left(store)
    way.is_over = way.is_over or has_left
    return has_left


def _next_runs(way: Arriving, _taken: None, tick: Tick) -> list[Sealed] | None:
    runs: list[Sealed] = []
    while len(runs) < _AT_ONCE and (run := _next(way, way.log)) is not None:
        runs += run
        tick(len(runs) / _AT_ONCE)
    return runs


def _take_in(way: Arriving, told: Callable[[Received], None], store: Store, runs: list[Sealed]) -> Steps[None]:
    if runs and not _has_left(way, store):
        try:
            told((yield from door.receiving(store, Delivery(runs, way.verify_keys), "hub")))
        except BadFile:  # a chain that breaks: what lacks comes by the ordinary pages
            way.is_over = True


@dataclass(frozen=True, slots=True)
class Making:
    """What making a snapshot needs."""

    head: Head
    key: bytes
    open: Callable[[], Store]
    vector: Mapping[DeviceId, int]
    """As far as everything is on the disk: what came after it may still be lost, and its number used twice."""


def is_worth_it(store: Store, stream: str, there: int) -> bool:
    """Say whether a stream has grown enough for another snapshot, when the hub's newest was made of so many changes."""
    refused = int(store.marks.get(REFUSED, {}).get(stream, 0))
    return sum(store.ledger.vector(stream).values()) >= max(WORTH, 2 * there, 2 * refused)


def making(stream: str, road: Road, sign: Callable[[bytes], bytes]) -> Job[Store, Making | None, int, None]:
    """Return the job that makes a snapshot of a stream and hands it in; a hub that does not take it is let be."""
    return Job(partial(_taken, stream), partial(_handed_in, road, sign), partial(_remembered, stream))


def _taken(stream: str, store: Store) -> Making | None:
    key, open_ = sealing_key(store, stream), looker(store)
    if key is None or open_ is None:
        return None
    assure(store)
    return Making(Head(stream, store.device.id, key[0]), key[1], open_, store.ledger.vector(stream))


def _handed_in(road: Road, sign: Callable[[bytes], bytes], what: Making | None, tick: Tick) -> int:
    """Return of how many changes a snapshot was made that the hub did not take; 0 where it did."""
    if what is None:
        return 0
    road.still_wanted = partial(tick, 0.0)
    with closing(what.open()) as store:
        store.db.execute("BEGIN")  # rows and log of one moment
        data = made(store, what, sign, tick)
    try:
        is_kept = len(data) < _MOST and road.keep_snapshot(what.head.stream, data)
    except NoRoad:  # everything was handed in before; this is tried again next time
        return 0
    except Refused:
        is_kept = False
    return 0 if is_kept else sum(what.vector.values())


def _remembered(stream: str, store: Store, count: int) -> None:
    """Remember what a hub did not take, being older or the snapshot too large: it is not made for it at every sync."""
    if count:
        with store.transaction():
            store.marks.keep(REFUSED, {**store.marks.get(REFUSED, {}), stream: count})


def made(store: Store, what: Making, sign: Callable[[bytes], bytes], tick: Tick = unwatched) -> bytes:
    """Return the snapshot, from a store that is looked at."""
    return written(what.head, _parts(store, what, tick), what.key, sign)


def _parts(store: Store, what: Making, tick: Tick) -> Iterator[Rows | Sequence[tuple[Sealed, bytes]]]:
    stream, met = what.head.stream, set[Thing]()
    done, of = 0, sum(what.vector.values())
    for device, newest in _in_turn(store, what):
        for first in range(1, newest + 1, _PAGE):
            last = min(first + _PAGE - 1, newest)
            things = dict.fromkeys(touched_between(store.ledger, stream, device, first, last))
            yield from _rows(store, [each for each in things if each not in met])
            met.update(things)
            yield _run(store, stream, device, first, last)
            done += last - first + 1
            tick(done / of)


def _in_turn(store: Store, what: Making) -> list[tuple[DeviceId, int]]:
    """Return device and newest number, each after whoever gave it its seat: before her it would be a stranger."""
    seated: dict[str, int] = {}
    for change in store.ledger.changes(stream=what.head.stream, entity="member"):
        seated[change.entity_id] = min(change.tick, seated.get(change.entity_id, change.tick))
    return sorted(what.vector.items(), key=lambda each: seated.get(each[0], _FAR))


def _rows(store: Store, things: Sequence[Thing]) -> Iterator[Rows]:
    by_noun: dict[str, list[str]] = {}
    for _stream, entity, name in things:
        by_noun.setdefault(entity, []).append(name)
    for entity in by_noun.keys() & NOUNS.keys():
        names, columns, stream = by_noun[entity], ahead.columns_of(entity), things[0][0]
        asked = ", ".join(f'"{name}"' for name in columns)
        asked = f'SELECT {asked} FROM "{entity}" WHERE stream_id = ? AND id IN ({", ".join("?" * len(names))})'
        rows = store.db.execute(asked, (stream, *names)).fetchall()
        if rows:
            said = dict(zip(columns, zip(*rows, strict=True), strict=True))
            yield Rows(entity, said, lengths(store.ledger, stream, entity, names))


def _run(store: Store, stream: str, device: DeviceId, first: int, last: int) -> list[tuple[Sealed, bytes]]:
    run = []
    after: dict[str, int] = {**dict.fromkeys(store.ledger.vector(stream), _FAR), device: first - 1}
    for sealed in islice(store.ledger.sealed(stream, after), last - first + 1):
        run.append((sealed, _disclosed(sealed, store.keyring.key(stream, sealed.header.epoch))))
    return run


def _disclosed(sealed: Sealed, key: bytes | None) -> bytes:
    """Return what is inside a change, where sealing it anew gives the very same bytes; nothing where it does not.

    Its nonce is its header's: with other bytes under it, whoever sees both would learn something of the words.
    """
    try:
        inside = opened(sealed, key) if key else b""
    except Unreadable:
        return b""
    return inside if key and resealed(sealed.header, sealed.signature, inside, key) == sealed else b""
