# SPDX-License-Identifier: MIT
"""The hub's books brought forward: steps of their schema, the same on SQLite and PostgreSQL. The tables: tables.py.

A step is never edited once it was published; each may be run again on books that have it already.
"""

from collections.abc import Callable

from resources.language import N_
from storage.errors import StoreTrouble
from storage.hub.tables import FIRST, SCHEMA, Run

VERSION = 3
"""Raise with each new step."""
_WORD = "schema"
"""Under which name the books keep their version; those of the first had none."""


def version_of(run: Run) -> int:
    """Return the version of some books: 0 for new ones, and for those that were made before there were versions."""
    run(FIRST)
    rows = run("SELECT value FROM hub WHERE name = ?", (_WORD,))
    return int(rows[0][0]) if rows else 0


def forward(run: Run, blob: str) -> None:
    """Bring the books to this version, within one transaction; `blob` is the database's own word for bytes.

    Raise StoreTrouble where they come from a newer one; nothing was changed then.
    """
    version = version_of(run)
    if version > VERSION:
        raise StoreTrouble(
            N_("The hub's books come from a newer version of Arolwg. Nothing was changed."),
            N_("Start the newer version; or restore the copy that was made before it began."),
        )
    if version == VERSION:
        return
    for step in _STEPS[version:]:
        step(run, blob)
    run(
        "INSERT INTO hub (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = ?",
        (_WORD, *[str(VERSION)] * 2),
    )


def _the_first_tables(run: Run, blob: str) -> None:
    for statement in SCHEMA:
        run(statement.format(blob=blob))


def _what_waits_by_device(run: Run, _blob: str) -> None:
    """The office asks for all that is held of one device: without this every held change was read."""
    run("CREATE INDEX IF NOT EXISTS held_device ON held (device, stream, seq)")


def _snapshots_for_first_syncs(run: Run, blob: str) -> None:
    """One of a stream at a time: a new one takes the old one's place."""
    run(
        "CREATE TABLE IF NOT EXISTS snapshots (stream TEXT PRIMARY KEY, bearer TEXT NOT NULL, changes BIGINT NOT NULL,"
        f" size BIGINT NOT NULL, body {blob} NOT NULL)"
    )


_STEPS: tuple[Callable[[Run, str], None], ...] = (
    _the_first_tables,
    _what_waits_by_device,
    _snapshots_for_first_syncs,
)
