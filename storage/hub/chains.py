# SPDX-License-Identifier: MIT
"""The sealed changes that the hub keeps: an unbroken chain for each device and stream; and what waits to be accepted.

What may be added is decided in office.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from storage.envelope import START, Header, Sealed
from storage.hub.tables import Run
from storage.model.ids import DeviceId, StreamId

_CHANGE = "stream, device, seq, epoch, previous, commitment, signature, body"
_HELD_OF = "SELECT device, count(*) FROM held GROUP BY device ORDER BY device"


class Chains:
    """Sealed changes, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def end(self, stream: str, device: str, *, held_fast: bool = False) -> tuple[int, bytes]:
        """Return the number and digest of a device's newest change; (0, START) when none.

        `held_fast` keeps others from adding to the chain until the transaction ends (PostgreSQL; SQLite has one
        writer anyway).
        """
        if held_fast:
            self._run(
                "INSERT INTO ends (stream, device, seq, digest) VALUES (?, ?, 0, ?) ON CONFLICT (stream, device)"
                " DO UPDATE SET seq = ends.seq",
                (stream, device, START),
            )
        rows = self._run("SELECT seq, digest FROM ends WHERE stream = ? AND device = ?", (stream, device))
        return (int(rows[0][0]), bytes(rows[0][1])) if rows else (0, START)

    def ends(self, stream: str) -> dict[DeviceId, tuple[int, bytes]]:
        """Return each device's newest number and header digest in the stream."""
        rows = self._run("SELECT device, seq, digest FROM ends WHERE stream = ? AND seq > 0", (stream,))
        return {DeviceId(device): (int(seq), bytes(digest)) for device, seq, digest in rows}

    def add(self, run: Sequence[Sealed]) -> None:
        """Add an unbroken run that begins where the chain ends."""
        self._run.many(f"INSERT INTO changes ({_CHANGE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [_row(each) for each in run])
        last = run[-1]
        self._run(
            "UPDATE ends SET seq = ?, digest = ? WHERE stream = ? AND device = ?",
            (last.header.seq, last.digest, last.header.stream, last.header.device),
        )

    def after(self, stream: str, device: str, seq: int, most: int) -> list[Sealed]:
        """Return the next changes of a device in a stream, in order."""
        where = "stream = ? AND device = ? AND seq > ? ORDER BY seq LIMIT ?"
        return list(_read(self._run(f"SELECT {_CHANGE} FROM changes WHERE {where}", (stream, device, seq, most))))

    def digests(self, stream: str, device: str, first: int, last: int) -> dict[int, bytes]:
        """Return number → header digest of a device's changes from `first` to `last`."""
        where = "stream = ? AND device = ? AND seq BETWEEN ? AND ?"
        found = _read(self._run(f"SELECT {_CHANGE} FROM changes WHERE {where}", (stream, device, first, last)))
        return {each.header.seq: each.digest for each in found}

    def hold(self, run: Iterable[Sealed], why: str, at: str) -> None:
        """Hold changes for the office to accept."""
        self._run.many(
            f"INSERT INTO held ({_CHANGE}, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(*_row(each), why, at) for each in run],
        )

    def held(self, device: str, stream: str = "") -> list[Sealed]:
        """Return what is held of a device, of one stream where it is named; each stream's in order."""
        where, values = ("device = ? AND stream = ?", (device, stream)) if stream else ("device = ?", (device,))
        return list(_read(self._run(f"SELECT {_CHANGE} FROM held WHERE {where} ORDER BY stream, seq", values)))

    def waiting(self, stream: str) -> dict[str, int]:
        """Return device → the greatest number of it that is held in the stream."""
        rows = self._run("SELECT device, max(seq) FROM held WHERE stream = ? GROUP BY device", (stream,))
        return {str(device): int(seq) for device, seq in rows}

    def held_of(self) -> dict[str, int]:
        """Return device → how many of its changes are held."""
        return {str(device): int(count) for device, count in self._run(_HELD_OF)}

    def let_go(self, run: Iterable[Sealed]) -> None:
        """Hold these changes no more: they were accepted."""
        self._run.many(
            "DELETE FROM held WHERE stream = ? AND device = ? AND seq = ? AND commitment = ?",
            [(each.header.stream, each.header.device, each.header.seq, each.header.commitment) for each in run],
        )


def _row(sealed: Sealed) -> tuple[Any, ...]:
    head = sealed.header
    row = (head.stream, head.device, head.seq, head.epoch, head.previous, head.commitment, sealed.signature)
    return (*row, sealed.body)


def _read(rows: Iterable[Sequence[Any]]) -> Iterator[Sealed]:
    for stream, device, seq, epoch, previous, commitment, signature, body in rows:
        header = Header(StreamId(stream), DeviceId(device), int(seq), int(epoch), bytes(previous), bytes(commitment))
        yield Sealed(header, bytes(signature), None if body is None else bytes(body))
