# SPDX-License-Identifier: MIT
"""A whole store made again from its keys, its journal and its documents, in another folder. The old one stays as it is.

Opening does the work: a store that knows nothing takes everything in from the journal beside it (twice.py). That all
of it is there or nothing is halfway.py's affair.
"""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from resources.language import N_
from storage import journal_file, keys
from storage.errors import StoreTrouble
from storage.halfway import is_halfway, making
from storage.store import FILE, open_unlocked
from storage.twice import Recovered
from storage.vault import world

_DOCUMENTS = "documents"


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
    if not (folder / journal_file.FILE).exists():
        raise StoreTrouble(
            N_("There is no journal in the folder {folder}."),
            N_("Choose the folder that holds keys.json and the file journal, or restore a backup."),
            folder=folder,
        )
    if ((into / FILE).exists() or (into / keys.FILE).exists()) and not is_halfway(into):
        raise StoreTrouble(N_("There is a store in {folder} already."), N_("Choose an empty folder."), folder=into)
    with making(into):
        return _made(folder, secret, into)


def _made(folder: Path, secret: str, into: Path) -> Rebuilt:
    with world(into):
        for name in (keys.FILE, journal_file.FILE):
            shutil.copyfile(folder / name, into / name)
        if (folder / _DOCUMENTS).is_dir():
            shutil.copytree(folder / _DOCUMENTS, into / _DOCUMENTS)
    with closing(open_unlocked(into, keys.unlock(into, secret))) as store:
        found, documents = store.recovered or Recovered(), len(store.shelf.names())
    return Rebuilt(into, found.changes, len(found.pencils), found.lost, documents)
