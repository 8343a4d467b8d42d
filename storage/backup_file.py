# SPDX-License-Identifier: MIT
"""The backup as one file: a plain tar of files that are encrypted already, and at its end the list of what it holds.

Anybody can take it apart with tar; nobody can read what is in it without the passphrase. What goes in, and when, is
backup.py's affair; taking it back, restore.py's.
"""

import errno
import json
import os
import re
import tarfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO

from resources.language import N_
from storage.errors import BadFile, CannotKeep
from storage.journal_file import sync, sync_folder
from storage.vault import world

ENDING = ".backup"
LIST = "backup.json"
_FORMAT = 1
_CHUNK = 2**20
_LAWFUL = re.compile(r"keys\.json|arolwg\.store|journal|documents/[0-9a-f]{64}")
"""What a backup may hold: a name from outside must never lead anywhere else."""

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to back up, and its name inside."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Contents:
    """What the list at the end of a backup says."""

    at: str
    """When it was made, UTC."""
    tick: int
    """The greatest tick of its store."""
    files: dict[str, tuple[int, str]]
    """Name → bytes and BLAKE2b-256, hex."""

    @property
    def documents(self) -> int:
        """Return how many documents it holds."""
        return sum(1 for name in self.files if name.startswith("documents/"))


def pack(pieces: Sequence[Piece], file: Path, about: tuple[str, int], told: Told) -> Contents:
    """Write a backup, put it on the disk, read it back, and only then give it its name. `about`: at, tick.

    `told` hears the part done, 0.0 to 1.0, and may raise to stop it: nothing half-written stays. Raise CannotKeep
    when the disk refuses, BadFile when it does not give back what was written.
    """
    part = file.with_name(file.name + ".part")
    total = sum(each.path.stat().st_size for each in pieces) or 1
    try:
        with _target(file.parent):
            with part.open("wb") as out:
                contents = _written(out, pieces, about, lambda done: told(done / total / 2))
                out.flush()
                sync(out)
                _forget_cached(out)
            _read_back(part, contents, lambda done: told(0.5 + done / 2))
            part.replace(file)
            sync_folder(file.parent)
    except BaseException:
        with _in_peace():
            part.unlink(missing_ok=True)
        raise
    return contents


def inspect(file: Path, told: Told = lambda _part: None) -> Contents:
    """Read a whole backup and compare it with its own list. Raise BadFile when it is none, cut or altered."""
    found: dict[str, tuple[int, str]] = {}
    for name, stream, size in _members(file, told):
        reader = _Counting(stream)
        for _chunk in _chunks(reader, file):
            pass
        found[name] = (size, reader.hexdigest())
    return _agreed(file, found)


def contents(file: Path) -> Contents:
    """Return the list alone, without reading the rest. Raise BadFile when there is none."""
    with _source(file), tarfile.open(file, "r:") as tar:
        member = tar.extractfile(LIST)
        return _listed(member.read() if member else b"", file)


def unpack(file: Path, into: Path, told: Told, only: str = "") -> Contents:
    """Write what a backup holds into a folder, comparing each file with the list. Raise BadFile, CannotKeep."""
    found: dict[str, tuple[int, str]] = {}
    for name, stream, size in _members(file, told):
        if only and name != only:
            continue
        with world(into):
            (into / name).parent.mkdir(exist_ok=True)
        reader = _Counting(stream)
        with _target(into), (into / name).open("wb") as out:
            for chunk in _chunks(reader, file):
                out.write(chunk)
            out.flush()
            sync(out)
        found[name] = (size, reader.hexdigest())
    return contents(file) if only else _agreed(file, found)


def _read_back(part: Path, written: Contents, told: Told) -> None:
    try:
        is_same = inspect(part, told) == written
    except BadFile:
        part.stat()  # a stick that was pulled is another trouble
        is_same = False
    if not is_same:
        raise BadFile(
            N_("The disk of {folder} does not give back what was written to it."),
            N_("Do not trust this disk or stick: use another one."),
            folder=part.parent,
        )


class _Counting:
    """Reads a stream, its digest as it goes."""

    def __init__(self, stream: IO[bytes], told: Told | None = None) -> None:
        self._stream, self._told, self._digest = stream, told, blake2b(digest_size=32)

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._digest.update(data)
        if self._told is not None:
            self._told(len(data))
        return data

    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def _chunks(reader: _Counting, file: Path) -> Iterator[bytes]:
    while True:
        with _source(file):
            chunk = reader.read(_CHUNK)
        if not chunk:
            return
        yield chunk


def _written(out: BinaryIO, pieces: Sequence[Piece], about: tuple[str, int], told: Told) -> Contents:
    files: dict[str, tuple[int, str]] = {}
    done = 0

    def counted(size: float) -> None:
        nonlocal done
        done += int(size)
        told(done)

    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for piece in pieces:
            with piece.path.open("rb") as file:
                # The journal may grow while it is copied: what stands there now is what goes in.
                size = os.fstat(file.fileno()).st_size
                reader = _Counting(file, counted)
                tar.addfile(_entry(piece.name, size), reader)
            files[piece.name] = (size, reader.hexdigest())
        listed = Contents(*about, files)
        said = json.dumps({"format": _FORMAT, "at": about[0], "tick": about[1], "files": files}, indent=1).encode()
        tar.addfile(_entry(LIST, len(said)), BytesIO(said))
    return listed


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def _members(file: Path, told: Told) -> Iterator[tuple[str, IO[bytes], int]]:
    """Yield (name, stream, size) of every file inside but the list."""
    with _source(file):
        whole = file.stat().st_size or 1
        tar = tarfile.open(file, "r:")  # noqa: SIM115 - closed below; `with` would hold Trouble of the caller's own
    try:
        while True:
            with _source(file):
                entry = tar.next()
            if entry is None:
                return
            told(min(1.0, entry.offset / whole))
            if entry.name == LIST:
                continue
            stream = tar.extractfile(entry) if entry.isreg() and _LAWFUL.fullmatch(entry.name) else None
            if stream is None:
                raise _bad(file)
            yield entry.name, stream, entry.size
    finally:
        tar.close()


def _agreed(file: Path, found: dict[str, tuple[int, str]]) -> Contents:
    listed = contents(file)
    if listed.files != found:
        raise _bad(file)
    return listed


def _listed(said: bytes, file: Path) -> Contents:
    try:
        plain: dict[str, Any] = json.loads(said)
        if plain["format"] > _FORMAT:
            raise BadFile(
                N_("The backup {file} comes from a newer version of Arolwg."),
                N_("Install the newer version to restore it."),
                file=file,
            )
        files = {str(name): (int(size), str(digest)) for name, (size, digest) in plain["files"].items()}
        return Contents(str(plain["at"]), int(plain["tick"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise _bad(file) from problem


def _bad(file: Path) -> BadFile:
    return BadFile(
        N_("The file {file} is no whole backup of Arolwg: it was cut, altered, or is something else."),
        N_("Use another backup; Arolwg keeps the last five."),
        file=file,
    )


@contextmanager
def _source(file: Path) -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, KeyError) as problem:
        raise _bad(file) from problem
    except OSError as problem:
        raise BadFile(
            N_("The backup {file} cannot be read."), N_("Put the stick or disk back, or use another backup."), file=file
        ) from problem


@contextmanager
def _target(folder: Path) -> Iterator[None]:
    with world(folder):
        try:
            yield
        except OSError as problem:
            if problem.errno in _FULL:
                raise no_room(folder) from problem
            raise


def no_room(folder: Path) -> CannotKeep:
    """Return what to say when a disk has no room for a backup."""
    return CannotKeep(
        N_("There is not enough room in {folder} for the backup. Nothing was changed."),
        N_("Make room there, or choose another disk or stick."),
        folder=folder,
    )


@contextmanager
def _in_peace() -> Iterator[None]:
    try:
        yield
    except OSError:
        return


def _forget_cached(file: BinaryIO) -> None:
    """Let what was written be read back from the disk, not from the system's memory of it."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
