# SPDX-License-Identifier: MIT
"""The streams' keys, one for each stream and epoch, kept in the encrypted store. This device's own keys: keys.py."""

from storage.echo import Echo
from storage.model.ids import StreamId
from storage.vault import Database


class Keyring:
    """Which streams this device can read, and with what."""

    def __init__(self, db: Database, echo: Echo | None = None) -> None:
        """Keep the connection; the schema is migrations.py's. The journal hears of every key by the echo."""
        self._db, self._echo = db, echo
        self._known: dict[tuple[str, int], bytes] = {}

    def key(self, stream: str, epoch: int) -> bytes | None:
        """Return the stream's key of an epoch, or None when this device was not given it."""
        if (stream, epoch) not in self._known:
            found = self._db.execute("SELECT key FROM stream_keys WHERE stream = ? AND epoch = ?", (stream, epoch))
            row = found.fetchone()
            if row is None:
                return None
            self._known[stream, epoch] = row[0]
        return self._known[stream, epoch]

    def keys(self, stream: str) -> dict[int, bytes]:
        """Return every key of the stream known here, by epoch."""
        rows = self._db.execute("SELECT epoch, key FROM stream_keys WHERE stream = ? ORDER BY epoch", (stream,))
        return dict(rows.fetchall())

    def newest(self, stream: str) -> tuple[int, bytes] | None:
        """Return (epoch, key) that new changes of the stream are sealed with, or None when there is none here."""
        return max(self.keys(stream).items(), default=None)

    def keep(self, stream: str, epoch: int, key: bytes) -> None:
        """Keep a stream's key; one that is known stays as it is."""
        self._db.execute(
            "INSERT OR IGNORE INTO stream_keys (stream, epoch, key) VALUES (?, ?, ?)", (stream, epoch, key)
        )
        if self._echo is not None:
            self._echo.keyed(stream, epoch, key)

    def replace(self, stream: str, epoch: int, key: bytes) -> None:
        """Keep another key in place of one that opens nothing: whoever wraps keys may have wrapped a wrong one."""
        self._db.execute("DELETE FROM stream_keys WHERE stream = ? AND epoch = ?", (stream, epoch))
        self._known.pop((stream, epoch), None)
        self.keep(stream, epoch, key)

    def streams(self) -> list[StreamId]:
        """Return every stream whose key is here."""
        return [StreamId(row[0]) for row in self._db.execute("SELECT DISTINCT stream FROM stream_keys").fetchall()]

    def forget(self) -> None:
        """Drop what is held in memory: a transaction that was rolled back may have kept some."""
        self._known.clear()
