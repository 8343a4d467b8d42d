# SPDX-License-Identifier: MIT
"""Syncing two laptops through the hub, on loopback, against Anki's own sync server.

A push ends with the hub's signed receipt for everything; a pull when every note can be read, as *being checked*
(decision 0044). What follows by itself is timed by itself: the snapshot for whoever comes next; every change kept twice
and folded, judged by its device's newest signature (0037); each signature, then nothing is called being checked any
more; and the index of words, which Anki has none of. Anki is run by the Python that
ANKI_PYTHON names. Then what a change takes on the wire, what it costs a hub that holds a hundred times as many, and two
service processes on PostgreSQL under four pushers at once.
"""

import gc
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from storage import indexing, vouched
from storage.acts import members
from storage.hub.identity import identity
from storage.hub.sqlite import SqliteBooks
from storage.job import run_now
from storage.model.change import canonical
from storage.queries.visits import visits
from storage.sealed import _small
from storage.store import Store, create, open_store
from storage.sync import exchange, receipt
from storage.sync.exchange import Progress
from storage.sync.road import Hub, Road
from storage.sync.talk import Request
from tests.bench._timing import Row, row
from tests.bench.opening import filled
from tests.bench.recording import WORDS
from tests.builders import PASSPHRASE, a_note
from tests.storage.hub.conftest import RunningHub, a_postgres, free_port, postgres_tools
from tests.storage.hub.people import Laptop, Office

_LATER = 100
TURNS = 9
"""How often 100 notes more are synced, on either side: the figure is the median."""
_BEHIND = (
    ("the snapshot made for whoever comes next", "made"),
    ("every change kept twice and folded", "kept"),
    ("each signature checked", "checked"),
    ("words indexed", "indexed"),
)
"""What follows a push or a pull by itself, and under which name it is told."""
_ALL = ("push", "made", "pull", "kept", "checked", "indexed")
_RUN = 500
Told = dict[str, float]


class _Counting(Road):
    """A road that counts what goes over it."""

    size = 0

    def _ask(self, method: str, path: str, body: bytes) -> bytes:
        data = super()._ask(method, path, body)
        self.size += len(body) + len(data)
        return data


def rows() -> Iterator[Row]:
    """Sync 10,000 and 100,000 notes, then 100 more; then the hub by itself."""
    for count in (10_000, 100_000):
        with TemporaryDirectory() as folder:
            ours, wire = _ours(count, Path(folder))
            theirs = _anki(count, Path(folder))
        for what, told in (("first push of", "push"), ("first pull of", "pull")):
            yield _against(f"{what} {count:,} notes", ours[told], theirs, told)
        yield _against(f"both ways, {count:,} notes", ours["push"] + ours["pull"], theirs, "push", "pull")
        for what, told in _BEHIND:
            yield f"… {what}, {count:,}", f"{ours[told] * 1000:.2f} ms", "Anki has none", "–"
        yield _against(
            f"all of it, checked and indexed, {count:,}", sum(ours[each] for each in _ALL), theirs, "push", "pull"
        )
        yield _against(f"{_LATER} notes after {count:,}, push", ours["push 100"], theirs, "push 100")
        yield _against(f"{_LATER} notes after {count:,}, pull", ours["pull 100"], theirs, "pull 100")
        yield from wire
    yield from _hub_alone()
    yield from _two_services()


def _against(what: str, ours: float, theirs: Told, *told: str) -> Row:
    if not theirs:
        return what, f"{ours * 1000:.2f} ms", "Anki is not here (ANKI_PYTHON)", "–"
    return row(what, ours, sum(theirs[each] for each in told), "Anki")


def _ours(count: int, folder: Path) -> tuple[Told, list[Row]]:
    hub = RunningHub(folder / "hub", free_port()).start()
    lead = open_store(filled(folder / "lead", count), PASSPHRASE)
    second, _code = create(folder / "second", PASSPHRASE)
    members.introduce(second, "Second")
    try:
        known = hub.enrol(lead, second)
        [there] = visits(lead)
        for stream in (there.stream_id, *(each for each in lead.keyring.streams() if each != there.stream_id)):
            members.grant(lead, stream, members.my_card(second), "second")
        told: Told = {}
        changes = sum(sum(lead.ledger.vector(stream).values()) for stream in lead.keyring.streams())
        told["push"], told["made"], up = _synced(lead, known, _is_made)
        told["pull"], told["kept"], (_, down) = _synced(second, known, partial(_is_read, count))
        told["checked"] = _timed(lambda: [run_now(job, second) for job in vouched.checking(second)])
        told["indexed"] = _timed(lambda: run_now(indexing.job(), second))
        assert (vouched.unproven(second), second.tables.later.waiting()) == ({}, 0)
        assert receipt.standing(lead, there.stream_id).is_covered
        assert second.ledger.vector(there.stream_id) == lead.ledger.vector(there.stream_id)
        for way, times in _later(lead, second, known).items():
            told[way] = median(times)
        sizes = {"handed in": up[0], "the snapshot of it, handed in": up[1] - up[0], "taken in, by the snapshot": down}
        return told, list(_wire(lead, there.stream_id, {way: size / changes for way, size in sizes.items()}))
    finally:
        hub.stop()
        lead.close()
        second.close()


def _later(lead: Store, second: Store, known: Hub) -> dict[str, list[float]]:
    """Return the times of handing in and of taking in 100 notes more, several times over."""
    [there] = visits(lead)
    times: dict[str, list[float]] = {"push 100": [], "pull 100": []}
    for turn in range(TURNS):
        for number in range(_LATER):
            a_note(lead, there, f"{turn} {number} {WORDS}")
        for store, taken in zip((lead, second), times.values(), strict=True):
            gc.collect()
            gc.disable()  # as the window does, which collects when nothing else goes on (0038)
            taken.append(_synced(store, known)[0])
            gc.enable()
    assert second.ledger.vector(there.stream_id) == lead.ledger.vector(there.stream_id)
    return times


def _timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def _synced(
    store: Store, hub: Hub, is_done: Callable[[Store, Progress], bool] = lambda _store, _progress: False
) -> tuple[float, float, tuple[int, int]]:
    """Return the seconds until it is done, those of what follows by itself, and the bytes on the wire by then."""
    road, progress = _Counting(hub, store.device.id, store.device.sign), Progress()
    began, done, size = time.perf_counter(), 0.0, 0
    for job in exchange.rounds(store, hub, progress, road):
        run_now(job, store)
        if not done and is_done(store, progress):
            done, size = time.perf_counter(), road.size
    over = time.perf_counter()
    done = done or over
    return done - began, over - done, (size, road.size)


def _is_made(_store: Store, progress: Progress) -> bool:
    """Say whether the hub's receipt covers everything: what follows is the snapshot."""
    return progress.is_over


def _is_read(count: int, store: Store, _progress: Progress) -> bool:
    return int(store.db.execute("SELECT count(*) FROM note").fetchone()[0]) == count


def _wire(store: Store, stream: str, sizes: dict[str, float]) -> Iterator[Row]:
    """Say what a change takes on the wire, either way, against the bound of each change sealed by itself."""
    some = store.ledger.changes(stream=stream)[:2000]
    bound = sum(len(_small(canonical(each))) for each in some) / len(some) + 160
    there_and_back = sum(sizes.values()) / 2
    for way, size in {**sizes, "there and back, each way": there_and_back}.items():
        yield f"bytes of a change {way}", f"{size:.0f} B", f"by itself + 160: {bound:.0f} B", f"{size / bound:.2f}"


def _anki(count: int, folder: Path) -> Told:
    python = os.environ.get("ANKI_PYTHON", "")
    if not python:
        return {}
    (folder / "anki").mkdir()
    command = [python, "-P", str(Path(__file__).with_name("_anki.py")), str(count), str(free_port()), str(TURNS)]
    done = subprocess.run([*command, str(folder / "anki"), WORDS], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        return {}
    told: Told = json.loads(done.stdout)
    return told


def _hub_alone() -> Iterator[Row]:
    """What a change costs the hub, taken in and given out, with 10,000 and with 1,000,000 held."""
    with TemporaryDirectory() as folder:
        small, large = (_books(Path(folder) / str(count), count) for count in (10_000, 1_000_000))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(9):
            for taken, hub in zip(times, (small, large), strict=True):
                taken.append(_one_run(hub))
        for hub in (small, large):
            hub.books.close()
    best = (sorted(each)[len(each) // 2] / _RUN for each in times)
    yield row("hub: a change in and out, 1,000,000 held", *best, "10,000 held")[:1] + _ratio(*times)


def _ratio(few: list[float], many: list[float]) -> tuple[str, str, str]:
    ours, floor = (sorted(each)[len(each) // 2] / _RUN for each in (many, few))
    return f"{ours * 1e6:.1f} µs", f"10,000 held {floor * 1e6:.1f} µs", f"{ours / floor:.2f}"


def _books(folder: Path, count: int) -> Office:
    """Return books with so many changes, laid in by hand: the hub never looks into what it holds."""
    hub = Office(SqliteBooks(folder, bytes(32)), identity(folder))
    with hub.books.open() as entries:
        for first in range(0, count, 1_000):
            laptop = Laptop()
            stream = laptop.stream()
            rows = [
                (stream, laptop.id, seq, 1, bytes(32), secrets.token_bytes(32), bytes(64), secrets.token_bytes(250))
                for seq in range(1, 1_001)
            ]
            entries.run.many("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            entries.run("INSERT INTO ends VALUES (?, ?, 1000, ?)", (stream, laptop.id, bytes(32)))
            entries.belonging.keep([laptop.root(stream)])
            assert first < count
    return hub


def _one_run(hub: Office) -> float:
    lead, second = Laptop(), Laptop()
    hub.enrol(lead, second)
    stream = lead.stream()
    hub.hears(lead, grants=[lead.root(stream), lead.grants(stream, second)])
    sealed = lead.writes(stream, _RUN, 250)
    began = time.perf_counter()
    hub.hears(lead, sealed=sealed, have={stream: {lead.id: _RUN}})
    assert len(hub.hears(second, have={stream: {}}).sealed) == _RUN
    return time.perf_counter() - began


def _two_services() -> Iterator[Row]:
    """Four laptops push into one visit through one service and through two, while a fifth pulls all the time."""
    tools = postgres_tools()
    if tools is None:
        yield "two services on PostgreSQL", "–", "PostgreSQL is not here", "–"
        return
    with TemporaryDirectory() as folder, a_postgres(tools, "") as address:
        hubs = [RunningHub(Path(folder) / "hub", free_port(), address).start()]
        hubs.append(RunningHub(Path(folder) / "hub", free_port(), address).start())
        try:
            one, two = (_pushed(hubs[:services]) for services in (1, 2))
        finally:
            for hub in hubs:
                hub.stop()
    what = "changes a second, 2 services, none lost to a puller"
    yield what, f"{two:,.0f} /s", f"1 service {one:,.0f} /s", f"{two / one:.2f}"


def _pushed(hubs: list[RunningHub], count: int = 2_000) -> float:
    """Return changes a second; every one must have come to the puller, in order, without a gap."""
    pushers, puller = [Laptop() for _ in range(4)], Laptop()
    stream = pushers[0].stream()
    from storage.hub.postgres import PostgresBooks

    with closing(PostgresBooks(hubs[0].database)) as books:
        boss = Office(books, identity(hubs[0].data))
        boss.enrol(*pushers, puller)
        grants = [pushers[0].root(stream), *(pushers[0].grants(stream, each) for each in (*pushers[1:], puller))]
        boss.hears(pushers[0], grants=grants)
    known = [Hub(hub.address, boss.identity.verify_key, "") for hub in hubs]
    for each in pushers:
        each.writes(stream, count, 250)
    began = time.perf_counter()
    with ThreadPoolExecutor(6) as pool:
        pulled = pool.submit(_pulled, known[-1], puller, stream, 4 * count)
        done = [pool.submit(_push, known[at % len(known)], each, stream) for at, each in enumerate(pushers)]
        for each in done:
            each.result()
        took = time.perf_counter() - began
        assert pulled.result() == {each.id: count for each in pushers}
    return 4 * count / took


def _push(hub: Hub, laptop: Laptop, stream: str) -> None:
    road = Road(hub, laptop.id, laptop.device.sign)
    chain = laptop.chains[stream]
    for first in range(0, len(chain), 50):
        road.sync(Request("", "", sealed=chain[first : first + 50]))
    road.close()


def _pulled(hub: Hub, laptop: Laptop, stream: str, count: int) -> dict[str, int]:
    road = Road(hub, laptop.id, laptop.device.sign)
    have: dict[str, int] = {}
    until = time.monotonic() + 120
    while sum(have.values()) < count and time.monotonic() < until:
        for each in road.sync(Request("", "", have={stream: have})).sealed:
            head: Any = each.header
            assert head.seq == have.get(head.device, 0) + 1, "a gap"
            have[head.device] = head.seq
    road.close()
    return have
