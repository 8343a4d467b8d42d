# SPDX-License-Identifier: MIT
"""A whole store made again from its keys, its journal and its documents, in another folder. The old one stays as it is.

Opening does the work: a store that knows nothing takes everything in from the journal beside it (twice.py).
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from resources.language import N_
from storage import journal_file, keys
from storage.errors import StoreTrouble
from storage.store import FILE, open_store
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

    Raise WrongPassphrase; StoreTrouble when there is no journal to read or the new folder holds a store; CannotKeep.
    """
    keys.unlock(folder, secret)
    if not (folder / journal_file.FILE).exists():
        raise StoreTrouble(
            N_("There is no journal in the folder {folder}."),
            N_("Choose the folder that holds keys.json and the file journal, or restore a backup."),
            folder=folder,
        )
    with world(into):
        into.mkdir(parents=True, exist_ok=True)
        if (into / FILE).exists() or (into / keys.FILE).exists():
            raise StoreTrouble(N_("There is a store in {folder} already."), N_("Choose an empty folder."), folder=into)
        for name in (keys.FILE, journal_file.FILE):
            shutil.copyfile(folder / name, into / name)
        if (folder / _DOCUMENTS).is_dir():
            shutil.copytree(folder / _DOCUMENTS, into / _DOCUMENTS, dirs_exist_ok=True)
    store = open_store(into, secret)
    found = store.recovered
    documents = len(store.shelf.names())
    store.close()
    if found is None:
        return Rebuilt(into, 0, 0, 0, documents)
    return Rebuilt(into, found.changes, len(found.pencils), found.lost, documents)
