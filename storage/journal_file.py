# SPDX-License-Identifier: MIT
"""The journal as bytes: framed, encrypted, numbered records at the end of one file. Who writes when: journal.py.

A frame is mark, kind, generation, number and size in the clear; nonce and ciphertext (XChaCha20-Poly1305); and the
whole frame's length again, so that the last one is found from the end. Each is encrypted to a key derived from the
journal's own and its header, so that a record altered, moved or brought from an older file does not open, and one that
was dropped leaves a gap in the numbers. A tail that was torn is cut; what stands before and after damage is kept.
"""

import mmap
import os
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from storage.keys import derive
from storage.sealed import Unreadable, open_bytes, seal_bytes

FILE = "journal"
MAGIC = b"AROLWG JOURNAL 1"
_MARK = b"\xc2\xa7J1"
_HEAD = struct.Struct(">4scIQI")
_SIZE = struct.Struct(">I")
_OVERHEAD = 24 + 16
MOST = 2**28
"""Bytes that one record may hold at most: a damaged length must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record."""

    kind: bytes
    """One letter: what journal.py and twice.py make of it."""
    data: bytes
    number: int
    """1, 2, 3 … in a generation."""
    size: int
    """Bytes of the whole frame."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave back."""

    entries: tuple[Entry, ...] = ()
    generation: int = 0
    """Rises by one each time the file is written whole; 0 when nothing could be read."""
    end: int = 0
    """Where the last sound record ends, in bytes; what follows is a torn tail."""
    torn: int = 0
    """Bytes after the last sound record."""
    gaps: int = 0
    """Records missing before the last sound one: damage, not a power cut."""

    @property
    def newest(self) -> int:
        """Return the last sound record's number, 0 when there is none."""
        return self.entries[-1].number if self.entries else 0

    @property
    def is_whole(self) -> bool:
        """Say whether every byte of the file was understood."""
        return not self.torn and not self.gaps


def frame(key: bytes, kind: bytes, data: bytes, place: tuple[int, int]) -> bytes:
    """Return one record as bytes, at its place (generation, number)."""
    size = _HEAD.size + _OVERHEAD + len(data) + _SIZE.size
    head = _HEAD.pack(_MARK, kind, *place, size)
    return head + seal_bytes(data, _record_key(key, head)) + _SIZE.pack(size)


def read(path: Path, key: bytes) -> Reading:
    """Read a whole file back; a missing or empty one gives nothing. Raise OSError when the disk refuses."""
    try:
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return Reading()
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _read(data, key)
    except FileNotFoundError:
        return Reading()


def read_last(path: Path, key: bytes) -> Reading:
    """Read the last record alone; nothing when the file does not end with a sound one. Raise OSError."""
    try:
        with path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            if end <= len(MAGIC) + _SIZE.size:
                return Reading()
            file.seek(end - _SIZE.size)
            (size,) = _SIZE.unpack(file.read(_SIZE.size))
            if size > end - len(MAGIC):
                return Reading()
            file.seek(end - size)
            found = _opened(file.read(size), 0, key)
    except FileNotFoundError:
        return Reading()
    return Reading((found[0],), found[1], end) if found else Reading()


class Tail:
    """The end of a journal file, where records are added. Used by one thread at a time."""

    def __init__(self, path: Path, key: bytes, read_so_far: Reading) -> None:
        """Go on where a reading ended; a file that gave nothing is begun anew."""
        self.path, self._key = path, key
        self.generation, self._number, self.end = read_so_far.generation, read_so_far.newest, read_so_far.end
        self._file: BinaryIO | None = None

    def append(self, records: Iterable[tuple[bytes, bytes]]) -> int:
        """Write (kind, data) records and return when they are on the disk: the bytes it took.

        Raise OSError when the disk refuses; then none of them counts, and the next call begins where this one did.
        """
        number, out = self._number, []
        for kind, data in records:
            number += 1
            out.append(frame(self._key, kind, data, (self.generation, number)))
        added = b"".join(out)
        try:
            file = self._file or self._opened()
            # A folder moved or thrown away under us takes every word without complaint, and nobody finds them again.
            if not os.path.samestat(os.fstat(file.fileno()), self.path.stat()):
                raise OSError("the journal was taken away under us")
            file.seek(self.end)
            _write_all(file, added)
            sync(file)
        except Exception:
            # Half of it may stand there, or the disk may have forgotten what it said: cut it off before another try.
            self.close()
            raise
        self._number, self.end = number, self.end + len(added)
        return len(added)

    def close(self) -> None:
        """Let go of the file."""
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError:
                return

    def _opened(self) -> BinaryIO:
        is_new = not self.end
        if not is_new and self.path.stat().st_size < self.end:
            raise OSError("the journal was cut or taken away under us")
        file = self.path.open("w+b" if is_new else "r+b", buffering=0)
        self._file = file
        if is_new:
            _write_all(file, MAGIC)
            self.end = len(MAGIC)
            sync_folder(self.path.parent)
        file.truncate(self.end)
        return file


def write_anew(path: Path, key: bytes, records: Sequence[tuple[bytes, bytes]], generation: int) -> Reading:
    """Replace the file by one that holds the records: at no moment is there none, or half of one. Raise OSError.

    Return where it ends, for `Tail`.
    """
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb", buffering=0) as file:
            _write_all(file, MAGIC)
            for number, (kind, data) in enumerate(records, 1):
                _write_all(file, frame(key, kind, data, (generation, number)))
            end = file.tell()
            sync(file)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    last = Entry(b"", b"", len(records), 0)
    return Reading((last,) if records else (), generation, end)


def sync(file: BinaryIO) -> None:
    """Return when everything written to the file is on the disk. Raise OSError."""
    if sys.platform == "darwin":
        # fsync on macOS leaves the words in the drive's own memory: see fsync(2) there.
        import fcntl

        fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
    else:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when a new file's name is on the disk too. Raise OSError."""
    if os.name == "posix":
        there = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(there)
        finally:
            os.close(there)


def _write_all(file: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _read(data: mmap.mmap, key: bytes) -> Reading:
    entries: list[Entry] = []
    generation = end = gaps = 0
    for at, entry, of in _sound(data, key):
        if entries and (of != generation or entry.number <= entries[-1].number):
            gaps += 1  # a stranger from an older file, or a record played again
            continue
        missing = entry.number - (entries[-1].number if entries else 0) - 1
        gaps += missing if missing else int(at > (end or len(MAGIC)))
        entries.append(entry)
        generation, end = of, at + entry.size
    return Reading(tuple(entries), generation, end, len(data) - end, gaps)


def _sound(data: mmap.mmap, key: bytes) -> Iterator[tuple[int, Entry, int]]:
    """Yield (place, record, generation) of every record that opens, passing over damage to the next mark."""
    at = data.find(_MARK)
    while at >= 0:
        found = _opened(data, at, key)
        if found:
            yield at, *found
            at += found[0].size
            at = at if data[at : at + len(_MARK)] == _MARK else data.find(_MARK, at)
        else:
            at = data.find(_MARK, at + 1)


def _opened(data: bytes | mmap.mmap, at: int, key: bytes) -> tuple[Entry, int] | None:
    head = data[at : at + _HEAD.size]
    if len(head) < _HEAD.size:
        return None
    mark, kind, generation, number, size = _HEAD.unpack(head)
    if mark != _MARK or not _HEAD.size + _OVERHEAD + _SIZE.size <= size <= MOST or at + size > len(data):
        return None
    if data[at + size - _SIZE.size : at + size] != _SIZE.pack(size):
        return None
    try:
        plain = open_bytes(data[at + _HEAD.size : at + size - _SIZE.size], _record_key(key, head))
    except Unreadable:
        return None
    return Entry(kind, plain, number, size), generation


def _record_key(key: bytes, head: bytes) -> bytes:
    return derive(key, "arolwg record", head)
