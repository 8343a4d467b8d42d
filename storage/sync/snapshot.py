# SPDX-License-Identifier: MIT
"""A stream's snapshot as bytes: its rows as they stand and the log they stand on, compressed together and sealed once.

For whoever first syncs the stream: the rows are shown at once (ahead.py), the log is then judged as any other
(door.py). Who makes one, and who takes one in: first.py. Described in docs/protocol.md.
"""

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import IO, Any

from storage.envelope import Header, Sealed, is_by, is_signed
from storage.model.ids import DeviceId, StreamId
from storage.sealed import (
    Unpackable,
    Unreadable,
    commitment,
    open_bytes,
    packed_parts,
    packer,
    resealed,
    seal_bytes,
    unpacking,
)
from storage.sync.wire import Malformed, Reader, frame

PROTOCOL = 1
_MARK = b"AROLWG SNAPSHOT\n"
_SIGNATURE, _DIGEST = 64, 32
_SIZE = struct.Struct(">I")
_RUN = struct.Struct(">QI32s")
_CHANGE = struct.Struct(">BI64sI")
_DISCLOSED, _AS_IT_IS, _REDACTED = 0, 1, 2
"""What stands for a change: salt and canonical change; its sealed body; nothing. The last two name their commitment."""
_FRAME = struct.Struct(">4sQ")
_LONGEST = 64 * 1024 * 1024
"""Bytes of the longest part: a page of the longest changes fits."""
_MOST_FOR_EACH = 64
"""How many times its own size a snapshot may unpack to, beside one part: a guard against compressed bombs."""
_NOT_READ = (
    *(Malformed, Unreadable, Unpackable, struct.error),
    *(ValueError, KeyError, TypeError, OverflowError, RecursionError),
)
Keys = Callable[[int], bytes | None]
"""Epoch → the stream's key."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is said in the clear about a snapshot."""

    stream: str
    device: str
    """Who made and signed it."""
    epoch: int
    """Which of the stream's keys it is sealed with."""

    def canonical(self) -> bytes:
        """Return the bytes that are bound to what is sealed.

        They name the compressor: another might pack a change otherwise, and two bodies of one nonce tell of each other.
        """
        plain = {"protocol": PROTOCOL, "stream": self.stream, "device": self.device, "epoch": self.epoch}
        return json.dumps({**plain, "zstd": packer()}, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of one noun, as they stood."""

    entity: str
    columns: Mapping[str, Sequence[Any]]
    """Name → its values, row after row; `id` is one of them, the stream is not."""
    lengths: Mapping[str, int]
    """Identifier → how many changes touch it, where more than one does."""


def written(head: Head, parts: Iterable[Rows | Sequence[tuple[Sealed, bytes]]], key: bytes, sign: Any) -> bytes:
    """Return a snapshot of rows and runs in the order given; a run's changes each with what is inside, if readable."""
    said = (_said(part) if isinstance(part, Rows) else _disclosed(part) for part in parts)
    plain = head.canonical()
    data = _MARK + _SIZE.pack(len(plain)) + plain + seal_bytes(packed_parts(said), key, _MARK + plain)
    signature: bytes = sign(_signed(data))
    return data + signature


def _signed(data: bytes) -> bytes:
    return blake2b(data, digest_size=32, person=b"arolwg snapshot").digest()


def _said(rows: Rows) -> bytes:
    plain = [rows.entity, rows.columns, rows.lengths]
    return frame(b"rows", json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())


def _disclosed(run: Sequence[tuple[Sealed, bytes]]) -> bytes:
    first = run[0][0].header
    device = first.device.encode()
    out = [bytes([len(device)]), device, _RUN.pack(first.seq, len(run), first.previous)]
    for sealed, inside in run:
        head = sealed.header
        kind = _DISCLOSED if inside else _REDACTED if sealed.body is None else _AS_IT_IS
        data = inside or sealed.body or b""
        out += [_CHANGE.pack(kind, head.epoch, sealed.signature, len(data)), b"" if inside else head.commitment, data]
    return frame(b"logs", b"".join(out))


class Snapshot:
    """A snapshot whose signature and seal are true: what is in it is judged by whoever takes it in."""

    def __init__(self, head: Head, packed: bytes) -> None:
        """Keep what is inside, still compressed; `read` makes one."""
        self.head, self._packed = head, packed

    def rows(self) -> Iterator[Rows]:
        """Yield the rows, some of one noun at a time. Raise Unreadable."""
        for data in self._parts(b"rows"):
            entity, columns, lengths = _plain(data)
            if not _is_rows(entity, columns, lengths):
                raise Unreadable("not rows")
            yield Rows(entity, columns, lengths)

    def log(self, keys: Keys, verify_keys: Mapping[str, bytes]) -> Iterator[list[Sealed]]:
        """Yield runs of sealed changes, each vouched for by its device's last one. Raise Unreadable.

        A body is sealed anew: its bytes may differ from the hub's; its header, which binds what is inside, does not.
        """
        for data in self._parts(b"logs"):
            try:
                run = list(_run(StreamId(self.head.stream), Reader(data), keys))
            except _NOT_READ as problem:
                raise Unreadable("not a run") from problem
            if not run or not is_signed(run[-1], verify_keys.get(run[-1].header.device, b"")):
                raise Unreadable("not its device's")
            yield run

    def _parts(self, wanted: bytes) -> Iterator[bytes]:
        """Yield the data of the parts of a kind; the others are passed over."""
        room = _LONGEST + _MOST_FOR_EACH * len(self._packed)
        source = unpacking(self._packed)
        while head := _exactly(source, _FRAME.size):
            if len(head) < _FRAME.size:
                raise Unreadable("cut short")
            kind, size = _FRAME.unpack(head)
            room -= size
            if size > _LONGEST or room < 0:
                raise Unreadable("too much")
            data = _exactly(source, size) if size else b""
            if len(data) < size:
                raise Unreadable("cut short")
            if kind == wanted:
                yield data


def read(data: bytes, verify_keys: Mapping[str, bytes], keys: Keys) -> Snapshot:
    """Return a snapshot of a seated device, whose keys are given. Raise Unreadable for anything else."""
    try:
        reader = Reader(data)
        if reader.take(len(_MARK)) != _MARK:
            raise Malformed("no snapshot")
        said = reader.take(*reader.unpack(_SIZE))
        plain = json.loads(said)
        if int(plain["protocol"]) > PROTOCOL:
            raise Malformed("newer")
        head = Head(str(plain["stream"]), str(plain["device"]), int(plain["epoch"]))
        key = keys(head.epoch)
        if key is None or head.canonical() != said:
            raise Malformed("no key, or another head")
        inside = reader.take(len(data) - reader.place - _SIGNATURE)
        signed = _signed(data[:-_SIGNATURE])
        if not is_by(head.device, verify_keys.get(head.device, b""), signed, data[-_SIGNATURE:]):
            raise Malformed("not its device's")
        return Snapshot(head, open_bytes(inside, key, _MARK + said))
    except _NOT_READ as problem:
        raise Unreadable("not a snapshot") from problem


def _run(stream: StreamId, reader: Reader, keys: Keys) -> Iterator[Sealed]:
    device = DeviceId(reader.take(reader.take(1)[0]).decode())
    first, count, previous = reader.unpack(_RUN)
    for seq in range(first, first + count):
        kind, epoch, signature, size = reader.unpack(_CHANGE)
        bound = reader.take(_DIGEST) if kind != _DISCLOSED else b""
        data = reader.take(size)
        header = Header(stream, device, seq, epoch, previous, bound or commitment(data))
        key = keys(epoch) if kind == _DISCLOSED else None
        if kind == _DISCLOSED and key is None:
            raise Malformed("no key")
        sealed = resealed(header, signature, data, key) if key else Sealed(header, signature, data or None)
        previous = sealed.digest
        yield sealed


def _exactly(source: IO[bytes], size: int) -> bytes:
    """Return so many bytes, or what is left. Raise Unreadable."""
    parts = []
    try:
        while size > 0 and (part := source.read(min(size, 1024 * 1024))):
            parts.append(part)
            size -= len(part)
    except Unpackable as problem:
        raise Unreadable("does not unpack") from problem
    return b"".join(parts)


def _plain(data: bytes) -> Any:
    try:
        words = data.decode()  # json would let half a character pass that is written in bytes
        entity, columns, lengths = plain = json.loads(words)
        if "\\u" in words:  # JSON can spell half a character, which nothing can write down
            json.dumps(plain, ensure_ascii=False).encode()
    except (ValueError, TypeError, RecursionError) as problem:
        raise Unreadable("not rows") from problem
    return entity, columns, lengths


def _is_rows(entity: Any, columns: Any, lengths: Any) -> bool:
    return (
        isinstance(entity, str)
        and isinstance(columns, dict)
        and isinstance(columns.get("id"), list)
        and all(isinstance(each, list) and len(each) == len(columns["id"]) for each in columns.values())
        and isinstance(lengths, dict)
        and all(type(each) is int for each in lengths.values())
    )
