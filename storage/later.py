# SPDX-License-Identifier: MIT
"""Notes that came in by the hundred, and the rest of very long ones: shown at once, indexed when nobody waits.

Which ones wait is written down in the transaction that folded them, so nothing cut off in between is forgotten. What
an index is: search/index.py.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from storage.job import Job, Tick
from storage.search.filing import documenting
from storage.search.index import MANY_PIECES
from storage.steps import Steps
from storage.vault import Database

if TYPE_CHECKING:
    from storage.parts import Parts
    from storage.search.index import Index, Owed

_FEW = 25
"""Notes indexed in one step: some milliseconds."""
Here = tuple[str, str]
"""A stream and a note."""


class Later:
    """The notes that wait to be indexed."""

    def __init__(self, db: Database, index: Index) -> None:
        """Keep the connection, and what indexes them."""
        self._db, self._index = db, index

    def make(self) -> None:
        """Make the list anew: the index has just been made, and nothing waits."""
        self._db.execute("DROP TABLE IF EXISTS unindexed")
        self._db.execute("CREATE TABLE unindexed (stream TEXT, note TEXT, PRIMARY KEY (stream, note)) WITHOUT ROWID")

    def put_off(self, notes: Collection[Here]) -> None:
        """Let these notes wait. Call in a transaction."""
        self._db.conn.executemany("INSERT OR IGNORE INTO unindexed VALUES (?, ?)", sorted(notes))

    def waiting(self) -> int:
        """Return how many notes wait, as a whole or with all but their beginning."""
        return int(self._db.execute("SELECT count(*) FROM unindexed").fetchone()[0]) + self._index.count_owed()

    def is_wanted(self) -> bool:
        """Say whether notes wait, or the index lies in too many pieces: after much that came in at once."""
        return bool(self.waiting()) or self._index.pieces() > MANY_PIECES

    def tidy(self) -> bool:
        """Merge a little, and return whether there was anything to merge. Call in a transaction."""
        return self._index.tidy()

    def every(self) -> set[Here]:
        """Return every note that waits."""
        return {(stream, note) for stream, note in self._db.execute("SELECT stream, note FROM unindexed").fetchall()}

    def follow(self, most: int) -> int:
        """Index at most so many that wait, and return how many it were. Call in a transaction."""
        found = self._db.execute(f"SELECT stream, note FROM unindexed LIMIT {most}").fetchall()
        notes = [(stream, note) for stream, note in found]
        self._index.follow(notes)
        self._db.conn.executemany("DELETE FROM unindexed WHERE stream = ? AND note = ?", notes)
        return len(notes)

    def reading(self) -> Steps[tuple[Owed, str] | None]:
        """Read a very long note that waits, in small steps; return it with what it is found by."""
        owed = self._index.owed()
        return (owed, (yield from documenting(owed.text, owed.marks))) if owed else None

    def pay(self, owed: Owed, document: str) -> None:
        """Index a very long note, unless it was altered since it was read. Call in a transaction."""
        self._index.pay(owed, document)


def indexing(store: Parts) -> Steps[int]:
    """Index what waits, in small steps of which each is kept by itself; return how many notes it were."""
    done = yield from _by_the_dozen(store)
    while (read := (yield from store.tables.later.reading())) is not None:
        yield 0.99
        while store.is_recording:
            yield 0.99
        with store.transaction():
            store.tables.later.pay(*read)
        done += 1
    if store.tables.later.is_wanted():
        yield from _tidying(store)
    return done


def _tidying(store: Parts) -> Steps[None]:
    is_more = True
    while is_more:
        yield 0.99
        if not store.is_recording:
            with store.transaction():
                is_more = store.tables.later.tidy()


def _by_the_dozen(store: Parts) -> Steps[int]:
    of, done = store.tables.later.waiting(), 0
    while of:
        if store.is_recording:  # a page that is coming in: it must not be brought to its end at once
            yield done / of
            continue
        with store.transaction():
            now = store.tables.later.follow(_FEW)
        if not now:
            break
        done += now
        yield min(1.0, done / of)
    return done


def job() -> Job[Parts, None, None, int]:
    """Return the work of indexing what waits, as whoever took much in runs it afterwards."""
    return Job(_nothing, _no_work, _indexing)


def _nothing(_store: Parts) -> None:
    pass


def _no_work(_taken: None, _tick: Tick) -> None:
    pass


def _indexing(store: Parts, _worked: None) -> Steps[int]:
    return indexing(store)
