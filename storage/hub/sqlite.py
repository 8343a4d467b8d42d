# SPDX-License-Identifier: MIT
"""The books in one SQLite file, encrypted like a store: the default, for one process. Several: postgres.py."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storage.hub.books import Entries
from storage.hub.migrations import VERSION, forward, version_of
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
        """Open or make the file. Raise StoreTrouble when it is damaged or newer, CannotKeep when it cannot be made.

        Books of an older version are copied beside themselves and brought forward.

        The office's verbs open it beside the running service: SQLite lets one of them write at a time.
        """
        with world(folder):
            folder.mkdir(parents=True, exist_ok=True)
        was_there = (folder / FILE).exists()
        self._folder, self._db = folder, open_vault(folder / FILE, key)
        try:
            with world(folder):
                self._db.execute("PRAGMA busy_timeout = 10000")
            if was_there:
                self._keep_as_it_was()
            with self.open() as entries:
                forward(entries.run, "BLOB")
        except BaseException:
            self._db.close()
            raise

    def _keep_as_it_was(self) -> None:
        """Copy books of an older version beside themselves, before they are brought forward."""
        with self.open() as entries:
            version = version_of(entries.run)
        path = self._folder / f"{FILE}.before-{VERSION}"
        if version < VERSION and not path.exists():
            part = path.with_name(path.name + ".part")
            with world(self._folder):
                part.unlink(missing_ok=True)  # of a copy that a full disk cut off
                self.copy_to(part)
                part.replace(path)

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
