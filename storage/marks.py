# SPDX-License-Identifier: MIT
"""What a store remembers of itself: its settings and marks, and what was set aside at the door. No records."""

import json
from typing import Any

from storage.echo import Echo
from storage.envelope import Sealed
from storage.model import clock
from storage.vault import Database


class Marks:
    """Small things by name, and the quarantine."""

    def __init__(self, db: Database, echo: Echo | None = None) -> None:
        """Keep the connection; the schema is migrations.py's. The journal hears of everything by the echo."""
        self._db, self._echo = db, echo

    def get(self, name: str, default: Any = None) -> Any:
        """Return what is kept under the name (JSON), or the default."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default

    def keep(self, name: str, value: Any) -> None:
        """Keep a value under the name in place of the one before."""
        self._db.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value)),
        )
        if self._echo is not None:
            self._echo.marked(name, value)

    def set_aside(self, sealed: Sealed, reason: str) -> None:
        """Keep a received change that failed a check, with the reason: shown, never folded, never lost."""
        head = sealed.header
        row = (head.stream, head.device, head.seq, sealed.digest, head.canonical(), sealed.signature, sealed.body)
        self._db.execute(
            "INSERT OR IGNORE INTO quarantine (stream, device, seq, digest, header, signature, body, reason, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, reason, clock.stamp()),
        )
        if self._echo is not None:
            self._echo.set_aside(sealed, reason)

    def all_set_aside(self) -> list[tuple[str, str, int, str]]:
        """Return (stream, device, number, reason) of everything that was set aside at the door."""
        rows = self._db.execute("SELECT stream, device, seq, reason FROM quarantine ORDER BY at, device, seq")
        return [tuple(row) for row in rows.fetchall()]
