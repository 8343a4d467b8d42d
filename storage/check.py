# SPDX-License-Identifier: MIT
"""Is the store whole? Every page, every signature and chain, every document; tables against a fresh fold; journal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resources.language import Phrase, phrase, phrases
from storage import ahead
from storage.envelope import START, is_signed
from storage.keys import new_stream_key
from storage.marks import Marks
from storage.migrations import ledger as schema
from storage.queries.documents import documents_of_stream
from storage.store import Store
from storage.tables import NOUNS, Tables
from storage.twice import differences
from storage.vault import Database, in_memory, world


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    streams: int
    changes: int
    things: int
    documents: int
    problems: tuple[Phrase, ...]
    """Plain sentences without content."""


def check(store: Store) -> Checked:
    """Read everything back and compare. Change nothing. Raise StoreTrouble when the file cannot even be read."""
    problems: list[Phrase] = []
    with world(store.folder):
        problems += _pages(store.db)
        changes = 0
        for stream in store.keyring.streams():
            for problem in _chains(store, stream):
                problems.append(problem)
            changes += sum(store.ledger.vector(stream).values())
        things, different = _folded_again(store)
        problems += differences(store)
    problems += [phrase("The table {name} differs from the log.", name=name) for name in different]
    documents, missing = _documents(store)
    if missing:
        problems.append(
            phrases("{count} document is missing or damaged.", "{count} documents are missing or damaged.", missing)
        )
    return Checked(len(store.keyring.streams()), changes, things, documents, tuple(problems))


def _pages(db: Database) -> Iterator[Phrase]:
    for (said,) in db.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield phrase("The file itself is damaged ({said}).", said=said)


def _chains(store: Store, stream: str) -> Iterator[Phrase]:
    """Check that each device's chain in the stream is unbroken and signed."""
    keys = {device: bytes.fromhex(seat.verify_key) for device, seat in store.tables.roster(stream).items()}
    ends: dict[str, tuple[int, bytes]] = {}
    for sealed in store.ledger.sealed(stream, {}):
        head = sealed.header
        seq, digest = ends.get(head.device, (0, START))
        if (head.seq, head.previous) != (seq + 1, digest) or not is_signed(sealed, keys.get(head.device, b"")):
            yield phrase("The chain of a device is broken at its change {seq}.", seq=head.seq)
            return
        if sealed.body is not None and store.ledger.open(sealed) is None:
            yield phrase("Change {seq} of a device does not open.", seq=head.seq)
        ends[head.device] = (head.seq, sealed.digest)


def _folded_again(store: Store) -> tuple[int, list[str]]:
    """Fold the whole log into a fresh encrypted database in memory; return its number of rows, and what differs."""
    fresh = in_memory(new_stream_key())
    schema.apply(fresh)
    Tables(fresh, store.ledger, Marks(fresh)).refold()
    apart = ahead.streams(store)  # a first sync was cut off there: its rows stand ahead of their log, on purpose
    different = [name for name in (*NOUNS, "set_aside") if _rows(fresh, name, apart) != _rows(store.db, name, apart)]
    later = store.tables.later.every()
    found, wanted = _searchable(store.db, apart), _searchable(fresh, apart)
    different += ["search"] if wanted - later != found - later else []
    things = sum(len(_rows(fresh, name)) for name in NOUNS)
    fresh.close()
    return things, different


def _rows(db: Database, name: str, apart: Sequence[str] = ()) -> list[tuple[Any, ...]]:
    stream = "stream" if name == "set_aside" else "stream_id"
    asked = f'SELECT * FROM "{name}" WHERE {stream} NOT IN ({", ".join("?" * len(apart))})'
    return sorted(db.execute(asked, tuple(apart)).fetchall(), key=repr)


def _searchable(db: Database, apart: Sequence[str]) -> set[tuple[Any, ...]]:
    rows = db.execute("SELECT stream_id, note_id FROM search_place WHERE place IN (SELECT rowid FROM search)")
    return {tuple(row) for row in rows.fetchall() if row[0] not in apart}


def _documents(store: Store) -> tuple[int, int]:
    every = [each for stream in store.keyring.streams() for each in documents_of_stream(store, stream)]
    return len(every), sum(1 for each in every if store.shelf.get(each.sealed) is None)
