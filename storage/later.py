# SPDX-License-Identifier: MIT
"""The notes that came in by the hundred, and the rest of very long ones: shown at once, indexed when nobody waits.

Which ones wait is written down in the transaction that folded them, so nothing cut off in between is forgotten. The
work itself: indexing.py. What an index is: search/index.py.
"""

from collections.abc import Collection

from storage.search.filing import documenting
from storage.search.index import MANY_PIECES, Index, Owed
from storage.steps import Steps
from storage.vault import Database

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
