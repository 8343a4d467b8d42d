# SPDX-License-Identifier: MIT
"""Backups: the store, its journal, its keys and its documents in one file on another disk; when one is due; the last
five. What the file looks like is backup_file.py's affair; taking one back restore.py's; trying that out drill.py's.
"""

import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any

from resources.language import N_
from storage import journal_file, keys
from storage.backup_file import ENDING, Piece, no_room, pack
from storage.errors import CannotKeep, Refused
from storage.job import Job, Tick
from storage.keys import derive
from storage.model import clock
from storage.store import FILE, Store
from storage.vault import driver, open_vault, world

KEPT = 5
"""Backups of one store that stay in a folder; older ones go when a newer one is proved."""
LAST = "backup.last"
"""The mark that remembers the last backup."""
DOCUMENTS = "documents"
_COPY = "store.copy"
_STEPS = 20_000
"""Of SQLite's machine between two looks at whether anybody still wants the copy."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made and read back."""

    file: str
    at: str
    """UTC."""
    size: int
    """Bytes."""
    documents: int
    tick: int
    """The greatest tick in it: by this one sees whether anything was recorded since."""
    keys: str = ""
    """Digest of its key file: another passphrase makes a new backup due."""
    is_beside: bool = False
    """It lies on the same disk as the store: who breaks or takes the one has the other."""

    @property
    def folder(self) -> Path:
        """Return where it lies."""
        return Path(self.file).parent


@dataclass(frozen=True, slots=True)
class _Taken:
    folder: Path
    key: bytes
    mark: str
    at: str
    tick: int
    keys: str


def backing_up(to: Path) -> Job[Store, _Taken, Backup, Backup]:
    """Return the job that makes a backup in a folder that is there.

    It raises Refused where there is nothing to back up, CannotKeep when the disk is full, gone or cannot be written,
    BadFile when it does not give back what was written. A store in use goes on being used meanwhile.
    """

    def take(store: Store) -> _Taken:
        if store.folder is None or store.is_read_only:
            raise Refused(N_("This store cannot be backed up."), N_("Open it for work first."))
        if to.resolve().is_relative_to(store.folder.resolve()):
            raise Refused(
                N_("A backup inside the store's own folder would be lost with it."),
                N_("Choose another folder, best on a stick."),
            )
        if store.journal is not None:
            store.journal.flush(1.0)
        return _Taken(
            *(store.folder, store.unlocked.store, mark_of(store), clock.stamp()),
            tick=store.ledger.highest_tick(),
            keys=_keys(store.folder),
        )

    def work(taken: _Taken, tick: Tick) -> Backup:
        return _made(taken, to, tick)

    def put(store: Store, made: Backup) -> Backup:
        with world(store.folder):
            store.marks.keep(LAST, asdict(made))
        return made

    return Job(take, work, put)


def last(store: Store) -> Backup | None:
    """Return the last backup that this store remembers, or None."""
    plain: Any = store.marks.get(LAST)
    with suppress(TypeError):
        return Backup(**plain) if plain else None
    return None


def looking(to: Path, hours: int) -> Job[Store, Path | None, tuple[bool, bool], bool]:
    """Return the job that looks whether the folder is there and a backup in it is due; it returns whether to make one.

    A stick that sleeps, or a share that is gone, may take long to answer: nobody waits for it.
    """

    def take(store: Store) -> Path | None:
        before = last(store)
        return Path(before.file) if before else None

    def work(file: Path | None, _tick: Tick) -> tuple[bool, bool]:
        return to.is_dir(), file is not None and file.exists()

    def put(store: Store, seen: tuple[bool, bool]) -> bool:
        is_folder, is_file = seen
        return is_folder and (not is_file or is_due(store, to, hours))

    return Job(take, work, put)


def is_due(store: Store, to: Path, hours: int) -> bool:
    """Say whether a backup in that folder is due: so many hours have passed, and something was written since."""
    before = last(store)
    if before is None or before.folder != to:
        return True
    age = clock.now() - clock.read_stamp(before.at)
    # A clock that was set back must not put backups off.
    return not timedelta(0) <= age < timedelta(hours=hours) and has_moved(store, before)


def has_moved(store: Store, before: Backup | None) -> bool:
    """Say whether the backup may lack something: recorded since, in pencil, or another passphrase."""
    is_pencilled = store.journal is not None and bool(store.journal.unfinished())
    if before is None or is_pencilled or store.ledger.highest_tick() != before.tick:
        return True
    return store.folder is not None and _keys(store.folder) != before.keys


def backups(folder: Path, mark: str = "") -> tuple[Path, ...]:
    """Return the backups in a folder, newest first: all, or those of one store (`mark_of`)."""
    ending = f"-{mark}{ENDING}" if mark else ENDING
    try:
        found = [each for each in folder.iterdir() if each.name.startswith("arolwg-") and each.name.endswith(ending)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda each: each.name, reverse=True))


def mark_of(store: Store) -> str:
    """Return six letters that tell one person's backups from another's on a shared stick, and nothing else."""
    return derive(store.unlocked.master, "arolwg backup").hex()[:6]


def _keys(folder: Path) -> str:
    with world(folder):
        return blake2b((folder / keys.FILE).read_bytes(), digest_size=8).hexdigest()


def _made(taken: _Taken, to: Path, tick: Tick) -> Backup:
    if not to.is_dir():
        raise CannotKeep(
            N_("The folder {folder} is not there."),
            N_("Put the stick or disk in, or choose another folder."),
            folder=to,
        )
    _sweep(to, taken.mark)
    copy = taken.folder / _COPY
    try:
        _copied(taken, copy, lambda part: tick(0.4 * part))
        pieces = _pieces(taken.folder, copy)
        _must_have_room(to, sum(each.path.stat().st_size for each in pieces))
        file = _free_name(to, taken)
        listed = pack(pieces, file, (taken.at, taken.tick), lambda part: tick(0.4 + 0.6 * part))
    finally:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
    for old in [each for each in backups(to, taken.mark) if each != file][KEPT - 1 :]:
        with suppress(OSError):
            old.unlink()
    with world(to):
        there = file.stat()
        is_beside = there.st_dev == taken.folder.stat().st_dev
    return Backup(str(file), taken.at, there.st_size, listed.documents, taken.tick, taken.keys, is_beside)


def _copied(taken: _Taken, copy: Path, tick: Tick) -> None:
    """Copy the store as it stands at one moment, under its own key, while it is in use."""
    stopped: list[BaseException] = []
    whole = (taken.folder / FILE).stat().st_size

    def looked() -> int:
        try:
            tick(min(1.0, copy.stat().st_size / whole) if copy.exists() else 0.0)
        except BaseException as stop:  # SQLite would only say "interrupted": the reason is kept here
            stopped.append(stop)
        return len(stopped)

    copy.unlink(missing_ok=True)
    _must_have_room(taken.folder, whole)
    with world(taken.folder), closing(open_vault(taken.folder / FILE, taken.key).conn) as connection:
        connection.set_progress_handler(looked, _STEPS)
        try:
            connection.execute("VACUUM INTO ?", [str(copy)])
        except driver.OperationalError as problem:
            if stopped:
                raise stopped[0] from None
            if "full" in str(problem):
                raise no_room(taken.folder) from problem
            raise


def _pieces(folder: Path, copy: Path) -> Sequence[Piece]:
    """Keys first: they say at once whether a passphrase fits. The journal after the store: it may only know more."""
    shelf = folder / DOCUMENTS
    documents = sorted(each for each in shelf.iterdir() if len(each.name) == 64) if shelf.is_dir() else []
    return [
        Piece(keys.FILE, folder / keys.FILE),
        Piece(FILE, copy),
        Piece(journal_file.FILE, folder / journal_file.FILE),
        *(Piece(f"{DOCUMENTS}/{each.name}", each) for each in documents),
    ]


def _must_have_room(folder: Path, size: int) -> None:
    with world(folder):
        if shutil.disk_usage(folder).free < size + 2**20:
            raise no_room(folder)


def _free_name(to: Path, taken: _Taken) -> Path:
    second = taken.at[:19].replace("-", "").replace(":", "").replace("T", "-")
    file = to / f"arolwg-{second}-{taken.mark}{ENDING}"
    count = 1
    while file.exists():
        count += 1
        file = to / f"arolwg-{second}.{count}-{taken.mark}{ENDING}"
    return file


def _sweep(to: Path, mark: str) -> None:
    """Remove what a backup that was cut off left behind."""
    for each in to.glob(f"arolwg-*-{mark}{ENDING}.part"):
        with suppress(OSError):
            each.unlink()
