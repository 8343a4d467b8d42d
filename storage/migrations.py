# SPDX-License-Identifier: MIT
"""The ledger's schema, one function a step, each with its test. The folded tables are never migrated (tables.py)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils.migrations import Migrations

from resources.language import N_
from storage.errors import StoreTrouble
from storage.vault import Database, world

ledger = Migrations("ledger")
VERSION = 1
"""Number of steps below; kept in the file itself, so an older Arolwg refuses a newer store."""


@ledger()
def m001_the_log(db: Database) -> None:
    """Changes, streams' keys, quarantine, settings: the log in its final shape."""
    for statement in _LOG.split(";;"):
        db.execute(statement)


@contextmanager
def without_ink_kept(db: Database) -> Iterator[None]:
    """Let happen what the log's triggers refuse: the lawful door by which a stream leaves whole (leaving.py).

    Call in a transaction: the trigger is back with it, whatever happens.
    """
    db.execute("DROP TRIGGER ink_is_kept")
    yield
    db.execute(_INK_IS_KEPT)


def migrate(db: Database, path: Path | None) -> Path | None:
    """Bring the ledger up to date; copy the file first when it holds anything. Return the copy, if one was made.

    Raise StoreTrouble when the store comes from a newer version, CannotKeep when there is no room for the copy.
    """
    there = version_of(db)
    if there > VERSION:
        raise StoreTrouble(
            N_("This store comes from a newer version of Arolwg."), N_("Install the newer version to open it.")
        )
    if there == VERSION:
        return None
    with world(path.parent if path else None):
        copy = _copied(db, path, there) if path and there else None
        ledger.apply(db)
        db.execute(f"PRAGMA user_version = {VERSION}")
    return copy


def version_of(db: Database) -> int:
    """Return the version of the ledger's tables in the file; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _copied(db: Database, path: Path, version: int) -> Path:
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = path.with_name(f"{path.name}.before-{version + 1}")
    part = copy.with_name(copy.name + ".part")
    shutil.copyfile(path, part)
    part.replace(copy)
    return copy


_INK_IS_KEPT = (
    "CREATE TRIGGER ink_is_kept BEFORE DELETE ON changes BEGIN SELECT raise(ABORT, 'ink is never deleted'); END"
)
_LOG = f"""
CREATE TABLE changes (
    stream TEXT NOT NULL, device TEXT NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL,
    previous BLOB NOT NULL, commitment BLOB NOT NULL, signature BLOB NOT NULL, body BLOB,
    entity TEXT NOT NULL, entity_id TEXT NOT NULL, gesture TEXT NOT NULL, undoes TEXT NOT NULL,
    act TEXT NOT NULL, tick INTEGER NOT NULL,
    PRIMARY KEY (stream, device, seq)
) WITHOUT ROWID;;
CREATE INDEX changes_thing ON changes (stream, entity, entity_id, tick);;
CREATE INDEX changes_gesture ON changes (gesture);;
CREATE INDEX changes_tick ON changes (tick);;
CREATE INDEX changes_device ON changes (device, tick);;
CREATE TRIGGER ink_stays BEFORE UPDATE ON changes BEGIN SELECT raise(ABORT, 'ink is never rewritten'); END;;
{_INK_IS_KEPT};;
CREATE TABLE stream_keys (
    stream TEXT NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (stream, epoch)
) WITHOUT ROWID;;
CREATE TABLE quarantine (
    stream TEXT NOT NULL, device TEXT NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL PRIMARY KEY,
    header BLOB NOT NULL, signature BLOB NOT NULL, body BLOB, reason TEXT NOT NULL, at TEXT NOT NULL
);;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""
