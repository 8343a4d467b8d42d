# SPDX-License-Identifier: MIT
"""A store taken back from a backup, into an empty folder; with the journal of the lost store, up to its last word.

The restored store is a new device of the same person (docs/decisions/0006-devices.md): the lost one may turn up again.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from resources.language import N_, Phrase
from storage import journal_file, keys
from storage.backup import DOCUMENTS
from storage.backup_file import Told, unpack
from storage.check import check
from storage.errors import StoreTrouble
from storage.halfway import making
from storage.keys import Keys
from storage.shelf import write_whole
from storage.store import Store, open_unlocked
from storage.twice import Recovered, bring_back
from storage.vault import world


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back."""

    folder: Path
    at: str
    """When the backup was made, UTC."""
    changes: int
    documents: int
    later: int = 0
    """Changes that only the journal knew: recorded after the backup, or while it was made."""
    pencils: int = 0
    """Places with typing that had not become ink."""
    lost: int = 0
    """Records of the journal that could not be read or did not fit."""
    problems: tuple[Phrase, ...] = ()
    """What checking found: plain sentences without content."""


def restore(
    file: Path, into: Path, secret: str | bytes, journal: Path | None = None, told: Told = lambda _part: None
) -> Restored:
    """Restore a backup into a folder that is empty or not there, check it, and close it again.

    `journal`: the lost store's folder or its journal, where there is one: what was kept after the backup comes from
    there. The passphrase is the one of the day of the backup, or the recovery code; bytes are the master key that
    recovery officers gave back (officers.py). Raise WrongPassphrase, BadFile,
    StoreTrouble, CannotKeep; then nothing stays of what was written.
    """
    with making(into):
        unpack(file, into, lambda _part: None, only=keys.FILE)
        unlocked = keys.resume(into, secret) if isinstance(secret, bytes) else keys.unlock(into, secret)
        listed = unpack(file, into, lambda part: told(0.6 * part))
        is_later = journal is not None and _continues(journal, into, unlocked)
        told(0.6)
        with closing(open_unlocked(into, unlocked)) as store:
            found = store.recovered or Recovered()
            if journal is not None and not is_later:
                found = _together(found, bring_back(store, _file_of(journal)))
            told(0.7)
            made = replace(_said(store, found), at=listed.at)
        told(1.0)
    return made


def _said(store: Store, found: Recovered) -> Restored:
    checked = check(store)
    assert store.folder is not None
    changes, documents = checked.changes, checked.documents
    return Restored(
        store.folder, "", changes, documents, found.changes, len(found.pencils), found.lost, checked.problems
    )


def _together(one: Recovered, two: Recovered) -> Recovered:
    return replace(
        one, changes=one.changes + two.changes, pencils=(*one.pencils, *two.pencils), lost=one.lost + two.lost
    )


def _continues(journal: Path, into: Path, unlocked: Keys) -> bool:
    """Put the lost store's journal in the place of the backup's, where it is whole and goes further. Take its files.

    Raise StoreTrouble when it cannot be read at all, or belongs to another store.
    """
    path = _file_of(journal)
    with world(path.parent):
        there, here = (journal_file.read(each, unlocked.journal) for each in (path, into / journal_file.FILE))
        if not there.entries:
            raise StoreTrouble(
                N_("The journal {file} cannot be read, or belongs to another store."),
                N_("Restore without it, or choose the folder of the lost store."),
                file=path,
            )
    with world(into):
        _take_documents(path.parent / DOCUMENTS, into / DOCUMENTS)
        if there.gaps or (there.generation, there.newest) < (here.generation, here.newest):
            return False
        shutil.copyfile(path, into / journal_file.FILE)
    return True


def _take_documents(lost: Path, shelf: Path) -> None:
    if not lost.is_dir():
        return
    shelf.mkdir(exist_ok=True)
    for each in lost.iterdir():
        if len(each.name) == 64 and not (shelf / each.name).exists():
            write_whole(shelf / each.name, each.read_bytes())


def _file_of(journal: Path) -> Path:
    return journal / journal_file.FILE if journal.is_dir() else journal
