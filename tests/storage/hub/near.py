# SPDX-License-Identifier: MIT
"""A hub in this very process: real office, real books, the road's real bytes; only the wire is left out, or cut."""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from storage.epochs import sealing_key
from storage.errors import CannotKeep
from storage.hub import counter
from storage.hub.identity import Identity, identity
from storage.hub.office import Refusal
from storage.hub.sqlite import FILE, SqliteBooks
from storage.job import run_now
from storage.model import clock
from storage.model.ids import StreamId
from storage.store import Store
from storage.sync import exchange, first
from storage.sync.exchange import Progress
from storage.sync.road import Hub, NoRoad, Road, heard
from storage.sync.snapshot import Head

Fate = Callable[[], str]
"""What becomes of the next request: "" arrives, "lost", "unanswered", "twice"."""


class NearRoad(Road):
    """The road to a hub in this process."""

    def __init__(self, near: "NearHub", store: Store, fate: Fate) -> None:
        super().__init__(near.known, store.device.id, store.device.sign)
        self._near, self._fate = near, fate

    def _ask(self, _method: str, path: str, body: bytes) -> bytes:
        fate = self._fate()
        if fate == "lost":
            raise NoRoad("lost", "lost")
        for _ in range(2 if fate == "twice" else 1):
            status, data = self._near.answer(path, body)
        self._near.bytes_sent += len(body)
        self._near.bytes_came += len(data)
        if fate == "unanswered":
            raise NoRoad("unanswered", "unanswered")
        return heard(status, data)


def portrayed(store: Store, stream: StreamId, road: Road) -> bool:
    """Hand in a snapshot of a stream as a sync does when there is much of it; False where there is no key for one."""
    key = sealing_key(store, stream)
    if key is None:
        return False
    head, vector = Head(stream, store.device.id, key[0]), store.ledger.vector(stream)
    what = first.Making(head, key[1], lambda: store, vector)
    return road.keep_snapshot(stream, first.made(store, what, store.device.sign))


@dataclass
class NearHub:
    """An office's hub on SQLite, without a service."""

    folder: Path
    bytes_sent: int = 0
    bytes_came: int = 0
    identity: Identity = field(init=False)
    books: SqliteBooks = field(init=False)

    def __post_init__(self) -> None:
        self.identity = identity(self.folder)
        self.books = SqliteBooks(self.folder, self.identity.books)

    @property
    def known(self) -> Hub:
        """Return the hub as devices know it."""
        return Hub("http://127.0.0.1:1", self.identity.verify_key, "")

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Answer a request as the service would."""
        if path == "/hello":
            return 200, json.dumps(counter.greeting(self.identity, time.time())).encode()
        try:
            given = counter.answer(self.books, self.identity, path, body, time.time())
        except Refusal as refusal:
            return 400, json.dumps({"code": refusal.code}).encode()
        except CannotKeep:
            return 503, json.dumps({"code": "database"}).encode()
        return (404, b"") if given.body is None else (200, given.body)

    def enrol(self, *stores: Store) -> Hub:
        """Invite and enrol stores."""
        for store in stores:
            with self.books.open() as entries:
                entries.register.invite(store.device.id, "a laptop", clock.stamp(), int(time.time()) + 100)
            run_now(exchange.enrolling(store, self.known, store.device.id, self.road(store)), store)
        return self.known

    def road(self, store: Store, fate: Fate = str) -> Road:
        """Return a store's road hither."""
        return NearRoad(self, store, fate)

    def synced(self, store: Store, fate: Fate = str, most: int = 10_000) -> Progress:
        """Sync a store until both sides have everything, or break off after so many rounds."""
        progress, road = Progress(), self.road(store, fate)
        with closing(road):
            for at, job in enumerate(exchange.rounds(store, self.known, progress, road)):
                if at == most:
                    break
                run_now(job, store)
                assert at < 200, "it never ends"
        return progress

    def restart(self) -> None:
        """Close the books and open them again, as after a crash."""
        self.books.close()
        self.books = SqliteBooks(self.folder, self.identity.books)

    def remember(self, name: str) -> Path:
        """Make a backup while the hub runs."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        self.books.copy_to(path)
        return path

    def roll_back(self, backup: Path) -> None:
        """Put a backup in the place of the books."""
        self.books.close()
        for each in self.folder.glob(FILE + "*"):
            each.unlink()
        (self.folder / FILE).write_bytes(backup.read_bytes())
        self.books = SqliteBooks(self.folder, self.identity.books)

    def close(self) -> None:
        """Let the books go."""
        self.books.close()
