# SPDX-License-Identifier: MIT
"""The newest sealed snapshot of each stream, for whoever first syncs it. What is in one: storage/sync/snapshot.py."""

from collections.abc import Iterable
from dataclasses import dataclass

from storage.hub.tables import Run


@dataclass(frozen=True, slots=True)
class Kept:
    """A snapshot that the hub keeps; it can read none."""

    stream: str
    bearer: str
    """The device that handed it in."""
    changes: int
    """How many changes of the stream were here when it came."""
    body: bytes


class Snapshots:
    """Sealed snapshots, within one transaction."""

    def __init__(self, run: Run) -> None:
        """Keep how statements are run."""
        self._run = run

    def counts(self, streams: Iterable[str]) -> dict[str, int]:
        """Return of each stream that has a snapshot how many changes were here when it came."""
        wanted = list(streams)
        asked = ", ".join("?" * len(wanted))
        rows = self._run(f"SELECT stream, changes FROM snapshots WHERE stream IN ({asked})", wanted) if wanted else []
        return {str(stream): int(changes) for stream, changes in rows}

    def keep(self, snapshot: Kept) -> None:
        """Keep a snapshot in place of the stream's one before."""
        self._run(
            "INSERT INTO snapshots (stream, bearer, changes, size, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (stream) DO UPDATE SET bearer = excluded.bearer, changes = excluded.changes,"
            " size = excluded.size, body = excluded.body",
            (snapshot.stream, snapshot.bearer, snapshot.changes, len(snapshot.body), snapshot.body),
        )

    def get(self, stream: str) -> bytes | None:
        """Return the stream's sealed snapshot, or None when there is none."""
        rows = self._run("SELECT body FROM snapshots WHERE stream = ?", (stream,))
        return bytes(rows[0][0]) if rows else None
