# SPDX-License-Identifier: MIT
"""Where sealed files lie: one file each, named by the digest of its sealed bytes, which tells nothing.

What they are is a Document's affair (model/document.py); sealing and opening them, documents.py's.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from storage.vault import world


class Shelf:
    """Sealed files by name; in memory for a store that dies with its process."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in the folder, made when the first one comes."""
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def put(self, sealed: bytes) -> str:
        """Keep sealed bytes for good and return their name. Raise CannotKeep; then nothing half-written stays."""
        name = name_of(sealed)
        if self._folder is None:
            self._memory[name] = sealed
        elif not (self._folder / name).exists():
            with world(self._folder.parent):
                self._folder.mkdir(exist_ok=True)
                write_whole(self._folder / name, sealed)
        return name

    def get(self, name: str) -> bytes | None:
        """Return the sealed bytes, or None when they are not here or not what they were."""
        if self._folder is None:
            sealed = self._memory.get(name)
        else:
            path = self._folder / name
            sealed = path.read_bytes() if path.is_file() else None
        return sealed if sealed is not None and name_of(sealed) == name else None

    def remove(self, name: str) -> None:
        """Take a file off the shelf for good: written over first, as far as a disk does what it is told."""
        self._memory.pop(name, None)
        path = self._folder / name if self._folder else None
        if path is None or not path.is_file():
            return
        with world(path.parent):
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()

    def names(self) -> set[str]:
        """Return the names of everything on the shelf."""
        if self._folder is None:
            return set(self._memory)
        return {each.name for each in self._folder.glob("*") if each.suffix != ".part"}


def name_of(sealed: bytes) -> str:
    """Return the name of sealed bytes: BLAKE2b-256, hex."""
    return blake2b(sealed, digest_size=32).hexdigest()


_PIECE = 1024 * 1024
"""Bytes written to a slow stick between two questions whether the rest is still wanted."""


def write_whole(path: Path, data: bytes, watched: Callable[[float], None] | None = None) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut. Raise OSError.

    `watched` is told the part done, 0.0 to 1.0; whatever it raises stops the writing, and nothing of it stays.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            if watched is None:
                file.write(data)
            else:
                _write_watched(file, data, watched)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):  # a stick that was pulled out takes its half with it
            part.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        # The name itself must reach the disk too; Windows does so on its own.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _write_watched(file: BinaryIO, data: bytes, watched: Callable[[float], None]) -> None:
    """Write in pieces that reach the disk one by one: else a stick takes all of it at the end, and nobody can stop."""
    for start in range(0, len(data), _PIECE):
        watched(start / len(data))
        file.write(data[start : start + _PIECE])
        file.flush()
        os.fsync(file.fileno())
    watched(1.0)
