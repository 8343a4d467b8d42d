# SPDX-License-Identifier: MIT
"""The books in one SQLite file, encrypted like a store: the default, for one process. Several: postgres.py."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.hub.books import Entries
from storage.hub.tables import SCHEMA
from storage.vault import Database, open_vault, world

FILE = "hub.db"


class _Run:
    def __init__(self, db: Database) -> None:
        self._db = db

    def __call__(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        return self._db.execute(statement, tuple(values)).fetchall()

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        self._db.conn.executemany(statement, rows)


class SqliteBooks:
    """The hub's books in a folder."""

    is_shared = False

    def __init__(self, folder: Path, key: bytes) -> None:
        """Open or make the file. Raise StoreTrouble when it is damaged, CannotKeep when it cannot be made.

        The office's verbs open it beside the running service: SQLite lets one of them write at a time.
        """
        with world(folder):
            folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._db = folder, open_vault(folder / FILE, key)
        with world(folder):
            self._db.execute("PRAGMA busy_timeout = 10000")
            for statement in SCHEMA:
                self._db.execute(statement.format(blob="BLOB"))

    @contextmanager
    def open(self) -> Iterator[Entries]:
        """Give the books within one transaction. Raise CannotKeep when the disk refuses; then nothing is kept."""
        with world(self._folder):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield Entries(_Run(self._db))
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.conn.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def copy_to(self, path: Path) -> None:
        """Copy the books whole, as they are now, to a file that is not there yet; the same key opens it."""
        with world(path.parent):
            self._db.execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Close the file."""
        self._db.close()
