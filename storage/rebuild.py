# SPDX-License-Identifier: MIT
"""A whole store made again from its keys, its journal and its documents: in another folder, the old one left as it is;
or where it stands, the damaged file set aside.

Opening does the work: a store that knows nothing takes everything in from the journal beside it (twice.py). That all
of it is there or nothing is halfway.py's affair.
"""

import secrets
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from resources.language import N_
from storage import journal_file, keys
from storage.errors import StoreTrouble, Trouble
from storage.halfway import is_halfway, making
from storage.journal_file import sync_folder
from storage.keys import Keys
from storage.store import FILE, open_unlocked
from storage.twice import Recovered
from storage.vault import Lock, world

_DOCUMENTS = "documents"
_ENDS = ("", "-wal")
"""Of the names of a store's file and its log."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a journal gave back."""

    folder: Path
    changes: int
    pencils: int
    """Places with typing that had not become ink."""
    lost: int
    """Records that could not be read or did not fit."""
    documents: int


def rebuild(folder: Path, secret: str, into: Path) -> Rebuilt:
    """Make a store in an empty or new folder from the journal of another, and close it again.

    Raise WrongPassphrase; StoreTrouble when there is no journal to read or the new folder holds anything; CannotKeep.
    Then nothing stays of what was written.
    """
    keys.unlock(folder, secret)
    _must_have_journal(folder)
    if ((into / FILE).exists() or (into / keys.FILE).exists()) and not is_halfway(into):
        raise StoreTrouble(N_("There is a store in {folder} already."), N_("Choose an empty folder."), folder=into)
    with making(into):
        return _made(folder, secret, into)


def renew(folder: Path, secret: str) -> Rebuilt:
    """Make a damaged store anew where it stands, from the journal beside it, and close it; its old file is set aside.

    Raise WrongPassphrase; StoreTrouble when there is no journal that can be read, or the store is open elsewhere;
    CannotKeep. Then the old file stands where it stood.
    """
    unlocked = keys.unlock(folder, secret)
    _must_have_journal(folder)
    with world(folder):
        there = journal_file.read(folder / journal_file.FILE, unlocked.journal)
    if not there.entries:
        raise StoreTrouble(
            N_("The journal in {folder} cannot be read either."),
            N_("Make a copy of the whole folder first. Then restore a backup, or ask your office for help."),
            folder=folder,
        )
    aside = _set_aside(folder)
    try:
        return _opened(folder, unlocked)
    except BaseException:
        _put_back(folder, aside)
        raise


def can_renew(folder: Path) -> bool:
    """Say whether what a store can be made anew from lies in the folder."""
    return all((folder / name).exists() for name in (keys.FILE, journal_file.FILE))


def _must_have_journal(folder: Path) -> None:
    if not (folder / journal_file.FILE).exists():
        raise StoreTrouble(
            N_("There is no journal in the folder {folder}."),
            N_("Choose the folder that holds keys.json and the file journal, or restore a backup."),
            folder=folder,
        )


def _set_aside(folder: Path) -> str:
    """Give the store's file, with its log, another name, which is returned; leaving.py knows it. Raise StoreTrouble."""
    name, lock = f"{FILE}.damaged-{secrets.token_hex(4)}", Lock(folder)
    try:
        with world(folder):
            (folder / f"{FILE}-shm").unlink(missing_ok=True)
            for end in _ENDS:
                if (folder / f"{FILE}{end}").exists():
                    (folder / f"{FILE}{end}").replace(folder / f"{name}{end}")
            sync_folder(folder)
    finally:
        lock.free()
    return name


def _put_back(folder: Path, name: str) -> None:
    """Let the old file stand where it stood, unless another process has a store there by now."""
    with suppress(Trouble, OSError):
        lock = Lock(folder)
        try:
            for end in ("-shm", *_ENDS):
                (folder / f"{FILE}{end}").unlink(missing_ok=True)
                if (folder / f"{name}{end}").exists():
                    (folder / f"{name}{end}").replace(folder / f"{FILE}{end}")
        finally:
            lock.free()


def _made(folder: Path, secret: str, into: Path) -> Rebuilt:
    with world(into):
        for name in (keys.FILE, journal_file.FILE):
            shutil.copyfile(folder / name, into / name)
        if (folder / _DOCUMENTS).is_dir():
            shutil.copytree(folder / _DOCUMENTS, into / _DOCUMENTS)
    return _opened(into, keys.unlock(into, secret))


def _opened(folder: Path, unlocked: Keys) -> Rebuilt:
    with closing(open_unlocked(folder, unlocked)) as store:
        found, documents = store.recovered or Recovered(), len(store.shelf.names())
    return Rebuilt(folder, found.changes, len(found.pencils), found.lost, documents)
