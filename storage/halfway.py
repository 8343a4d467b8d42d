# SPDX-License-Identifier: MIT
"""A folder in which a store is being made from a backup or a journal: marked until all of it is there.

What fails takes its files with it. What a kill or a power cut left is known by its mark: it is never opened as if it
were whole, and the next try begins it anew. Who makes stores so: restore.py, rebuild.py.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from resources.language import N_
from storage.errors import StoreTrouble
from storage.journal_file import sync, sync_folder
from storage.vault import world

MARK = "unfinished"
"""The first file to be written into the folder, and the last to go."""


@contextmanager
def making(into: Path) -> Iterator[None]:
    """Give a folder, empty or not there yet, to make a store in: all of it stays, or nothing.

    Raise StoreTrouble when something else is in it, CannotKeep when it cannot be written.
    """
    was_there = into.exists() and not is_halfway(into)
    _must_be_free(into)
    try:
        with world(into):
            into.mkdir(parents=True, exist_ok=True)
            (into / MARK).touch()
            sync_folder(into)
            _clear(into)
        yield
        with world(into):
            _put_on_the_disk(into)
            (into / MARK).unlink()
            sync_folder(into)
    except BaseException:
        with suppress(OSError):
            _clear(into)
            (into / MARK).unlink(missing_ok=True)
        if not was_there:
            shutil.rmtree(into, ignore_errors=True)
        raise


def is_halfway(folder: Path) -> bool:
    """Say whether a store was being made in the folder and not all of it is there."""
    return (folder / MARK).exists()


def must_be_whole(folder: Path) -> None:
    """Raise StoreTrouble for a folder in which a store was being made when something cut that off."""
    if is_halfway(folder):
        raise StoreTrouble(
            N_("The store in {folder} is not whole: bringing it back was cut off."),
            N_("Bring it back once more, into the same folder; what is half done there is replaced."),
            folder=folder,
        )


def _must_be_free(into: Path) -> None:
    with world(into):
        if into.exists() and not is_halfway(into) and (not into.is_dir() or any(into.iterdir())):
            raise StoreTrouble(
                N_("The folder {folder} is not empty. Nothing was restored."),
                N_("Choose an empty folder or a new name: what is there is never written over."),
                folder=into,
            )


def _clear(into: Path) -> None:
    """It was empty, or half made by us: all that is in it is ours. The mark goes last, and not here."""
    for each in into.iterdir() if into.is_dir() else ():
        if each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        elif each.name != MARK:
            each.unlink(missing_ok=True)


def _put_on_the_disk(into: Path) -> None:
    """Without its mark a store counts as whole: a power cut right after must find every word there."""
    for folder, _, names in os.walk(into):
        for name in names:
            with (Path(folder) / name).open("rb+") as file:
                sync(file)
        sync_folder(Path(folder))
