# SPDX-License-Identifier: MIT
"""Recording a change (sealed, signed, chained, folded, encrypted) against a bare sqlite3 commit of the same words."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.acts import members, notes
from storage.store import create
from tests.bench._timing import Row, alternating, row
from tests.builders import PASSPHRASE, a_visit

WORDS = "Looked for supervision over the last twelve months: two records, fourteen and twenty-two weeks apart. " * 3


def rows() -> Iterator[Row]:
    """Measure 300 notes each way, in turns, on the same disk."""
    with TemporaryDirectory() as folder:
        store, _ = create(Path(folder) / "store", PASSPHRASE)
        members.introduce(store, "Bench")
        there = a_visit(store)
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        numbers = count()
        ours, floor = alternating(
            lambda: notes.write(store, there, f"{next(numbers)} {WORDS}"),
            lambda: bare.execute("INSERT INTO note (text) VALUES (?)", (f"{next(numbers)} {WORDS}",)),
            300,
        )
        store.close()
        bare.close()
    yield row("recording one note", ours, floor, "bare sqlite3 commit")
