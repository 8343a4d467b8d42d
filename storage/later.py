# SPDX-License-Identifier: MIT
"""Notes that came in by the hundred: shown at once, indexed when nobody waits. What an index is: search/index.py.

Which ones wait is written down in the transaction that folded them, so nothing cut off in between is forgotten.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from storage.job import Job, Tick
from storage.steps import Steps
from storage.vault import Database

if TYPE_CHECKING:
    from storage.search.index import Index
    from storage.store import Store

_FEW = 10
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
        """Return how many notes wait."""
        return int(self._db.execute("SELECT count(*) FROM unindexed").fetchone()[0])

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


def indexing(store: Store) -> Steps[int]:
    """Index what waits, in small steps of which each is kept by itself; return how many notes it were."""
    of, done = store.tables.later.waiting(), 0
    while of:
        if store._underway is not None:  # a page that is coming in: it must not be brought to its end at once
            yield done / of
            continue
        with store.transaction():
            now = store.tables.later.follow(_FEW)
        if not now:
            break
        done += now
        yield min(1.0, done / of)
    return done


def job() -> Job[Store, None, None, int]:
    """Return the work of indexing what waits, as whoever took much in runs it afterwards."""
    return Job(_nothing, _no_work, _indexing)


def _nothing(_store: Store) -> None:
    pass


def _no_work(_taken: None, _tick: Tick) -> None:
    pass


def _indexing(store: Store, _worked: None) -> Steps[int]:
    return indexing(store)
