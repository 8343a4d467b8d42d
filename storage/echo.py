# SPDX-License-Identifier: MIT
"""Ink twice, on its way there: what the ledger has committed is handed to the journal. The way back: twice.py.

Nothing is handed over before its COMMIT, and nothing of what was rolled back.
"""

import json
from collections.abc import Sequence
from typing import Any

from storage.envelope import Sealed
from storage.journal import Journal
from storage.sync.wire import frame, pack
from storage.vault import Database

CHANGES, KEY, MARK, ASIDE = b"c", b"k", b"m", b"a"
"""Kinds of the journal's records beside pencil: a run of sealed changes, a stream's key, a mark, one set aside."""
CLOSED = "journal"
"""The mark that names the checkpoint both files were closed with; empty while they are in use."""
OWN = frozenset({CLOSED, "fingerprint", "ahead"})
"""Marks that speak of the store's file alone."""


class Echo:
    """Remembers what a transaction writes, and hands it to the journal when it is committed."""

    def __init__(self, db: Database, key: bytes) -> None:
        """Hold nothing, and hand over to nobody until there is a journal; the key is the journal's."""
        self._db, self.key = db, key
        self.journal: Journal | None = None
        self._said: list[tuple[bytes, bytes]] = []
        self._sealed: list[Sealed] = []
        self._is_in_use = False

    def changed(self, sealed: Sealed) -> None:
        """A sealed change was appended."""
        if self.journal is not None:
            self._sealed.append(sealed)

    def keyed(self, stream: str, epoch: int, key: bytes) -> None:
        """A stream's key was kept."""
        self._say(KEY, said_key(stream, epoch, key))

    def marked(self, name: str, value: Any) -> None:
        """A mark was kept."""
        if name not in OWN:
            self._say(MARK, said_mark(name, value))

    def set_aside(self, sealed: Sealed, reason: str) -> None:
        """A received change was set aside."""
        self._say(ASIDE, frame(b"why ", reason.encode()) + frame(b"chgs", pack([sealed])))

    def begun(self) -> None:
        """A transaction has begun: the store's file is no longer as it was closed."""
        if self.journal is not None and not self._is_in_use:
            self._db.execute("UPDATE meta SET value = '\"\"' WHERE name = ?", (CLOSED,))

    def committed(self) -> None:
        """All that was said since is the ledger's: hand it over."""
        if self.journal is not None:
            self._is_in_use = True
            for kind, data in self._said:
                self.journal.add(kind, data)
            if self._sealed:
                self.journal.add(CHANGES, pack(in_runs(self._sealed)))
        self._said, self._sealed = [], []

    def forget(self) -> None:
        """Drop what was said: it was rolled back, or the journal knows it."""
        self._said, self._sealed = [], []

    def _say(self, kind: bytes, data: bytes) -> None:
        if self.journal is None:
            return
        self._said.append((kind, data))
        if not self._db.conn.in_transaction:
            self.begun()
            self.committed()


def in_runs(sealed: Sequence[Sealed]) -> list[Sealed]:
    """Return the changes as `pack` wants them: each device's of a stream together and in order."""
    return sorted(sealed, key=lambda each: (each.header.stream, each.header.device, each.header.seq))


def said_key(stream: str, epoch: int, key: bytes) -> bytes:
    """Return the record of a stream's key."""
    return json.dumps([stream, epoch, key.hex()]).encode()


def said_mark(name: str, value: Any) -> bytes:
    """Return the record of a mark."""
    return json.dumps([name, value]).encode()
