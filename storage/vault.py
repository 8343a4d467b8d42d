# SPDX-License-Identifier: MIT
"""Master key → open encrypted connection, and the lock on a store. The only file that knows SQLCipher.

`Database` and the driver's error classes are imported from here and nowhere else: SQLCipher's are no children of the
standard library's, so a second door would let errors slip through (docs/decisions/0003-sqlcipher.md).
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2 as driver
from filelock import FileLock, Timeout

# sqlite-utils takes its driver, and the error classes it catches, from this name when it is imported.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

from sqlite_utils import Database  # noqa: E402

from resources.language import N_  # noqa: E402
from storage.errors import CannotKeep, Damaged, StoreTrouble, Trouble  # noqa: E402
from storage.memory import forbid_dumps  # noqa: E402

__all__ = ["Database", "Lock", "driver", "in_memory", "open_vault", "world"]

CACHE = 65_536
"""Kilobytes of pages that a connection keeps in memory."""
_PAGE = 4096
if driver.sqlite_version_info < (3, 51, 3):  # pragma: no cover
    # Older ones can lose commits when two connections checkpoint: see "WAL-reset bug" in SQLite's notes on WAL
    raise ImportError("SQLCipher with SQLite 3.51.3 or newer is needed")


class Lock:
    """One process at a time writes to a store: an OS lock, which the system frees when a process dies."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raise StoreTrouble when another process has it, CannotKeep when the folder is read-only."""
        self._lock = FileLock(folder / "lock", timeout=0)
        try:
            self._lock.acquire()
        except Timeout as problem:
            raise StoreTrouble(
                N_("This store is already open in another Arolwg on this computer."),
                N_("Close it there first. Looking without changing anything is possible meanwhile."),
            ) from problem
        except OSError as problem:
            raise _unwritable(folder) from problem

    def free(self) -> None:
        """Let others in."""
        self._lock.release()


def open_vault(path: Path, key: bytes, *, read_only: bool = False) -> Database:
    """Return the encrypted database at the path, made if need be.

    Raise StoreTrouble when it is missing (read-only), damaged, or no store; CannotKeep when it cannot be written.
    """
    forbid_dumps()
    _check_whole(path, read_only)
    with world(path.parent):
        where, is_uri = str(path), False
        if read_only and not os.access(path.parent, os.W_OK) and not _has_log(path):
            # On a disk that cannot be written SQLite may not make its side files: nobody else can write there either.
            where, is_uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1", True
        connection = driver.connect(where, isolation_level=None, uri=is_uri)
        try:
            _set_up(connection, key, read_only)
        except BaseException:
            connection.close()
            raise
    return Database(connection)


def in_memory(key: bytes) -> Database:
    """Return an encrypted database that dies with its connection."""
    connection = driver.connect(":memory:", isolation_level=None)
    _set_up(connection, key, False)
    return Database(connection)


def _set_up(connection: "driver.Connection", key: bytes, read_only: bool) -> None:
    connection.execute("PRAGMA cipher_log = off")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA fullfsync = 1")
    connection.execute("PRAGMA checkpoint_fullfsync = 1")


def _check_whole(path: Path, read_only: bool) -> None:
    """A cut file may still open: its missing pages would be missed much later, in the middle of work."""
    if not path.exists():
        if read_only:
            raise StoreTrouble(
                N_("There is no store in the folder {folder}."),
                N_("Choose the folder that holds keys.json, or begin a new store."),
                folder=path.parent,
            )
        return
    if path.stat().st_size % _PAGE and not _has_log(path):
        raise damaged(path.parent)


def check_pages(db: Database, path: Path) -> None:
    """Refuse a store whose file is shorter than it says it is. Raise StoreTrouble."""
    with world(path.parent):
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    if path.stat().st_size < pages * _PAGE and not _has_log(path):
        raise damaged(path.parent)


def _has_log(path: Path) -> bool:
    """A power cut while the log is carried over may tear the file's end: the log still has every page of it."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


@contextmanager
def world(folder: Path | None = None) -> Iterator[None]:
    """Turn the driver's word for the world's faults into Trouble; let bugs crash."""
    try:
        yield
    except driver.Error as problem:
        told = _trouble(str(problem), folder)
        if told is None:
            raise
        raise told from problem
    except OSError as problem:
        raise _unwritable(folder or Path()) from problem


def _trouble(said: str, folder: Path | None) -> Trouble | None:
    where = folder or Path()
    if "full" in said:
        return CannotKeep(
            N_("The disk is full: the last change was not kept. Everything before it is safe."),
            N_("Make room, then do it again."),
        )
    if "disk I/O" in said or "readonly" in said or "unable to open" in said:
        return _unwritable(where)
    if "locked" in said or "busy" in said:
        return StoreTrouble(N_("The store is busy in another program."), N_("Close that program, then try again."))
    if "not a database" in said or "malformed" in said or "encrypted" in said:
        return damaged(where)
    return None


def is_damage(problem: BaseException | None) -> bool:
    """Say whether an error, or what it came from, is that the store's file is not what was written."""
    while problem is not None:
        if isinstance(problem, Damaged):
            return True
        said = str(problem)
        if isinstance(problem, driver.DatabaseError) and ("malformed" in said or "not a database" in said):
            return True
        problem = problem.__cause__ or problem.__context__
    return False


def _unwritable(folder: Path) -> CannotKeep:
    reason = N_("Choose another folder, make room, or give yourself the right to write there.")
    if not folder.exists():
        return CannotKeep(
            N_("The folder {folder} is not there any more."), N_("Put the stick or disk back."), folder=folder
        )
    if os.access(folder, os.W_OK):
        return CannotKeep(N_("The disk of the folder {folder} refuses to be written."), reason, folder=folder)
    return CannotKeep(N_("The folder {folder} cannot be written."), reason, folder=folder)


def damaged(folder: Path) -> Damaged:
    """Return what is said of a store whose file is not what was written."""
    return Damaged(
        N_("The store in {folder} is damaged, or is no Arolwg store. Nothing was changed."),
        N_("Make a copy of the whole folder first. Its journal can make it anew, or a backup; or ask your office."),
        folder=folder,
    )
