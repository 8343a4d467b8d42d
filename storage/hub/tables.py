# SPDX-License-Identifier: MIT
"""The hub's tables, the same for SQLite and PostgreSQL, and how a statement is run. In them: its neighbours.

Statements are written with `?`; PostgreSQL's door turns these into its own marks. Nothing in these tables can be read
without a member's keys.
"""

from collections.abc import Sequence
from typing import Any, Protocol


class Run(Protocol):
    """Statements within one transaction of either database."""

    def __call__(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """Run one statement and return its rows; none for a statement without a result."""

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""


FIRST = "CREATE TABLE IF NOT EXISTS hub (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
"""What the hub keeps of itself; also the version of the others (migrations.py)."""

SCHEMA = (
    FIRST,
    "CREATE TABLE IF NOT EXISTS invitations (digest TEXT PRIMARY KEY, label TEXT NOT NULL, made TEXT NOT NULL,"
    " expires BIGINT NOT NULL, used_by TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS devices (device TEXT PRIMARY KEY, verify_key TEXT NOT NULL, box_key TEXT NOT NULL,"
    " label TEXT NOT NULL, enrolled TEXT NOT NULL, seen TEXT NOT NULL DEFAULT '', revoked TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE IF NOT EXISTS grants (stream TEXT NOT NULL, device TEXT NOT NULL, number BIGINT NOT NULL,"
    " signature TEXT NOT NULL, said TEXT NOT NULL, PRIMARY KEY (stream, device, number, signature))",
    "CREATE INDEX IF NOT EXISTS grants_device ON grants (device)",
    "CREATE TABLE IF NOT EXISTS wraps (stream TEXT NOT NULL, device TEXT NOT NULL, epoch BIGINT NOT NULL,"
    " wrapped {blob} NOT NULL, PRIMARY KEY (stream, device, epoch))",
    "CREATE TABLE IF NOT EXISTS ends (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL,"
    " digest {blob} NOT NULL, PRIMARY KEY (stream, device))",
    "CREATE TABLE IF NOT EXISTS changes (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL,"
    " epoch BIGINT NOT NULL, previous {blob} NOT NULL, commitment {blob} NOT NULL, signature {blob} NOT NULL,"
    " body {blob}, PRIMARY KEY (stream, device, seq))",
    "CREATE TABLE IF NOT EXISTS held (stream TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL,"
    " epoch BIGINT NOT NULL, previous {blob} NOT NULL, commitment {blob} NOT NULL, signature {blob} NOT NULL,"
    " body {blob}, why TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (stream, device, seq, commitment))",
    "CREATE TABLE IF NOT EXISTS documents (stream TEXT NOT NULL, name TEXT NOT NULL, size BIGINT NOT NULL,"
    " body {blob} NOT NULL, bearer TEXT NOT NULL, held INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (stream, name))",
)
"""The tables as they first were, never edited: what came later is in migrations.py. {blob}: the word for bytes."""

TABLES = ("hub", "invitations", "devices", "grants", "wraps", "ends", "changes", "held", "documents", "snapshots")
"""Their names: all that a backup has to hold."""
