# SPDX-License-Identifier: MIT
"""Sealed changes as bytes, for parcels and the hub alike. Versioned; described in docs/protocol.md.

A run is one device's unbroken chain in one stream. Headers travel without what the chain itself gives back: the
digest of the header before is sent once a run.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from storage.envelope import Header, Sealed
from storage.model.ids import DeviceId, StreamId

_RUN = struct.Struct(">QI32s")
_CHANGE = struct.Struct(">I32s64sI")
_REDACTED = 0xFFFFFFFF
_GREATEST = 2**63
"""No database counts so far."""


class Malformed(Exception):
    """Bytes that are not what this file writes. Not Trouble: the road that brought them says so in its own words."""


def pack(sealed: Iterable[Sealed]) -> bytes:
    """Return sealed changes as bytes; each device's changes of a stream must come together and in order."""
    out: list[bytes] = []
    for (stream, device), group in groupby(sealed, key=lambda each: (each.header.stream, each.header.device)):
        run = list(group)
        first = run[0].header
        out += [_text(stream), _text(device), _RUN.pack(first.seq, len(run), first.previous)]
        for each in run:
            body = b"" if each.body is None else each.body
            size = _REDACTED if each.body is None else len(body)
            out += [_CHANGE.pack(each.header.epoch, each.header.commitment, each.signature, size), body]
    return b"".join(out)


def unpack(data: bytes) -> list[Sealed]:
    """Return the sealed changes that `pack` wrote. Raise Malformed."""
    reader = Reader(data)
    found: list[Sealed] = []
    while not reader.is_done:
        found += _run(reader)
    return found


def _run(reader: "Reader") -> Iterator[Sealed]:
    stream, device = StreamId(reader.text()), DeviceId(reader.text())
    seq, count, previous = reader.unpack(_RUN)
    if not 1 <= seq < _GREATEST - count:
        raise Malformed("not a number of a change")
    for number in range(seq, seq + count):
        epoch, commitment, signature, size = _CHANGE.unpack(reader.take(_CHANGE.size))
        body = None if size == _REDACTED else reader.take(size)
        sealed = Sealed(Header(stream, device, number, epoch, previous, commitment), signature, body)
        previous = sealed.digest
        yield sealed


def frame(kind: bytes, data: bytes) -> bytes:
    """Return one frame: four letters of kind, length, data."""
    return kind + struct.pack(">Q", len(data)) + data


def frames(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, data) of each frame. Raise Malformed."""
    reader = Reader(data)
    while not reader.is_done:
        kind = reader.take(4)
        (size,) = reader.unpack(struct.Struct(">Q"))
        yield kind, reader.take(size)


@dataclass(slots=True)
class Reader:
    """Bytes read from the front, never past the end."""

    data: bytes
    place: int = 0

    @property
    def is_done(self) -> bool:
        """Say whether everything was read."""
        return self.place == len(self.data)

    def take(self, size: int) -> bytes:
        """Return the next bytes. Raise Malformed when there are fewer."""
        begin, end = self.place, self.place + size
        if size < 0 or end > len(self.data):
            raise Malformed("cut short")
        self.place = end
        return self.data[begin:end]

    def unpack(self, shape: struct.Struct) -> tuple[Any, ...]:
        """Return the next numbers. Raise Malformed."""
        return shape.unpack(self.take(shape.size))

    def text(self) -> str:
        """Return the next short text. Raise Malformed."""
        try:
            return self.take(struct.unpack(">H", self.take(2))[0]).decode()
        except UnicodeDecodeError as problem:
            raise Malformed("not text") from problem


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack(">H", len(raw)) + raw
