# SPDX-License-Identifier: MIT
"""Who belongs to which stream, as the hub may know it: grants in the clear, streams' keys wrapped to each member."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from storage.grants import Grant, read_grant, standing
from storage.hub.tables import Run

Wrap = tuple[str, str, int, bytes]
"""(stream, device, epoch, the epoch's key wrapped to the device)"""


class Belonging:
    """Grants and wrapped keys, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def standing(self, stream: str) -> Mapping[str, Grant]:
        """Return what holds for each device of the stream."""
        return _stands(stream, self._said_in(stream))

    def grants(self, stream: str) -> list[Grant]:
        """Return every grant of the stream."""
        return [_read(said) for said in self._said_in(stream)]

    def _said_in(self, stream: str) -> tuple[str, ...]:
        rows = self._run("SELECT said FROM grants WHERE stream = ? ORDER BY device, number, signature", (stream,))
        return tuple(str(said) for (said,) in rows)

    def keep(self, grants: Iterable[Grant]) -> None:
        """Keep grants; one that is known stays."""
        rows = [(each.stream, each.device, each.number, each.signature, _said(each)) for each in grants]
        self._run.many(
            "INSERT INTO grants (stream, device, number, signature, said) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            rows,
        )

    def streams_of(self, device: str) -> list[str]:
        """Return the streams in which the device was ever granted a seat."""
        rows = self._run("SELECT DISTINCT stream FROM grants WHERE device = ? ORDER BY stream", (device,))
        return [str(stream) for (stream,) in rows]

    def keep_wraps(self, wraps: Sequence[Wrap]) -> None:
        """Keep wrapped keys; one that is known stays."""
        self._run.many(
            "INSERT INTO wraps (stream, device, epoch, wrapped) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", wraps
        )

    def wraps_for(self, stream: str, device: str) -> dict[int, bytes]:
        """Return epoch → the key wrapped to the device."""
        rows = self._run("SELECT epoch, wrapped FROM wraps WHERE stream = ? AND device = ?", (stream, device))
        return {int(epoch): bytes(wrapped) for epoch, wrapped in rows}

    def wrapped(self, stream: str) -> list[tuple[str, int]]:
        """Return (device, epoch) of every wrapped key of the stream."""
        rows = self._run("SELECT device, epoch FROM wraps WHERE stream = ?", (stream,))
        return [(str(device), int(epoch)) for device, epoch in rows]


@lru_cache(maxsize=65_536)
def _read(said: str) -> Grant:
    return read_grant(json.loads(said))


@lru_cache(maxsize=1024)
def _stands(stream: str, said: tuple[str, ...]) -> Mapping[str, Grant]:
    # Asked several times in every request, and another only after somebody came or left. By what the books say and not
    # by the stream's name: another service process, or a refused request, may have changed or taken it back.
    return MappingProxyType(standing(stream, [_read(each) for each in said]))


def _said(grant: Grant) -> str:
    return json.dumps({name: getattr(grant, name) for name in Grant.__dataclass_fields__}, sort_keys=True)
