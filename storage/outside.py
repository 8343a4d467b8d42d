# SPDX-License-Identifier: MIT
"""Copies in the clear that another program was given, in a private folder, and their removal. Asking first is ui's.

Whatever is left from before (a crash, a program that held its file) goes when the store is next opened or locked.
"""

import os
import shutil
from pathlib import Path

from resources.language import N_
from storage import incidents
from storage.errors import BadFile
from storage.media import KINDS
from storage.model.document import Document
from storage.model.ids import new_id
from storage.pictures import cleaned, is_picture
from storage.vault import world

FOLDER = "opened-outside"


def copy_out(home: Path, document: Document, data: bytes) -> Path:
    """Write a copy of an attachment for another program and return its path; counted in the incident log.

    Only its owner may read folder and file. Its name tells nothing, its suffix is its true kind's, and a picture is
    cleaned of its metadata. Raise CannotKeep, and BadFile for what is not an attachment.
    """
    data = for_others(document, data)
    folder = home / FOLDER / new_id()
    path = folder / f"attachment{KINDS[document.media_type].suffixes[0]}"
    with world(home):
        folder.mkdir(parents=True, mode=0o700)
        folder.parent.chmod(0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    incidents.note(home, "opened outside", files=1)
    return path


def for_others(document: Document, data: bytes) -> bytes:
    """Return an attachment's bytes as they may leave the store: a picture without its metadata. Raise BadFile."""
    if document.media_type not in KINDS:
        raise BadFile(N_("This file is of a kind that is not opened."))
    return cleaned(data, document.title) if is_picture(document.media_type) else data


def count_out(home: Path) -> int:
    """Return how many copies are out."""
    folder = home / FOLDER
    return sum(1 for each in folder.rglob("*") if each.is_file()) if folder.is_dir() else 0


def bring_back(home: Path) -> int:
    """Remove every copy, and return how many could not be removed: another program still holds them."""
    shutil.rmtree(home / FOLDER, ignore_errors=True)
    return count_out(home)
