# SPDX-License-Identifier: MIT
"""Search as you type: our first page (encrypted, Welsh, notes and snippets) against bare FTS5 on plain SQLite.

Notes are laid into the folded table by hand: recording them is recording.py's affair. `MILLION=1` adds a million notes.
Questions are answered out of memory, in a millisecond: by the thread's own time, what else the machine does is no part.
"""

import os
import random
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from storage import example, indexing
from storage.acts import members
from storage.job import run_now
from storage.model.visit import Visit
from storage.queries.found import found
from storage.search.index import Index
from storage.search.query import Sought
from storage.steps import in_parts
from storage.store import Store, create
from tests.bench._timing import Row, alternating, row
from tests.builders import PASSPHRASE, a_note, a_visit

TYPED = ("su", "supervis", "supervision ", "supervision plan", "the social worker visi", '"care plan', "gweithiwr ")
"""As the field asks for it, letter by letter: a word under way has no space after it."""
_BARE = "SELECT rowid, snippet(notes, 0, '[', ']', '…', 32) FROM notes WHERE notes MATCH ? ORDER BY rowid DESC LIMIT 20"


def rows() -> Iterator[Row]:
    """Build both with the same notes, ask the same in turns, keep the median of 40."""
    for count in (100_000, *((1_000_000,) if os.environ.get("MILLION") else ())):
        with TemporaryDirectory() as folder:
            store, bare, made = _both(Path(folder), count)
            yield row(f"all indexed anew, {count:,} notes", *made, "bare FTS5")
            times = []
            for typed in TYPED:
                times.append(alternating(*_Asking(store, bare, typed), 40, thread_time))
                yield row(f"first page, {count:,} notes: {typed!r}", *times[-1], "bare FTS5")
            ours, floor = (sum(each) for each in zip(*times, strict=True))
            yield row(f"all of these, {count:,} notes", ours, floor, "bare FTS5")
            store.close()
            bare.close()


class _Asking:
    """Both ways to ask, as two callables."""

    def __init__(self, store: Store, bare: sqlite3.Connection, typed: str) -> None:
        self._store, self._bare, self._typed = store, bare, typed
        words = typed.strip('" ')
        self._words = f'"{words}"*' if '"' in typed else words + ("" if typed.endswith(" ") else "*")

    def __iter__(self) -> Iterator[object]:
        return iter((self.ours, self.floor))

    def ours(self) -> None:
        found(self._store, Sought(self._typed))

    def floor(self) -> None:
        self._bare.execute(_BARE, (self._words,)).fetchall()


def _both(folder: Path, count: int) -> tuple[Store, sqlite3.Connection, tuple[float, float]]:
    """Return both with the same notes, and how long each was indexed; ours then lives a while, and rests."""
    store, _ = create(folder / "store", PASSPHRASE)
    members.introduce(store, "Bench")
    visit = a_visit(store)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA cache_size = -65536")
    bare.execute(
        "CREATE VIRTUAL TABLE notes USING fts5(text, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2')"
    )
    _fill(store, visit, count)
    start = perf_counter()
    with store.transaction():
        Index(store.db).rebuild()
    ours = perf_counter() - start
    texts = store.db.execute("SELECT text FROM note ORDER BY event_at").fetchall()
    start = perf_counter()
    bare.execute("BEGIN")
    bare.executemany("INSERT INTO notes (text) VALUES (?)", texts)
    bare.execute("COMMIT")
    bares = perf_counter() - start
    _lived_in(store)
    return store, bare, (ours, bares)


def _lived_in(store: Store) -> None:
    """Index some notes again, as if amended, and let the window rest: no index stays as it was when it was made."""
    noted = store.db.execute("SELECT stream_id, id FROM note").fetchall()
    for some in in_parts(random.Random(7).sample(noted, 500), 1):
        with store.transaction():
            Index(store.db).follow(some)
    run_now(indexing.job(), store)


def _fill(store: Store, visit: Visit, count: int) -> None:
    pattern = a_note(store, visit)
    values = store.db.execute("SELECT * FROM note WHERE id = ?", (pattern.id,)).fetchone()
    row = dict(zip(_columns(store), values, strict=True))
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    with store.transaction():
        store.db.conn.executemany(f"INSERT INTO note ({names}) VALUES ({marks})", _notes(row, count))


def _columns(store: Store) -> list[str]:
    return [each[1] for each in store.db.execute("PRAGMA table_info(note)").fetchall()]


def _notes(row: dict[str, object], count: int) -> Iterator[dict[str, object]]:
    """Yield notes of some 360 signs in the words of the worked example, common ones often; one in ten in Welsh."""
    chance = random.Random(7)
    english = re.findall(r"[\w']+", " ".join(each["text"] for each in example.load().tables["note"]))
    welsh = WELSH.split()
    for number in range(count):
        words = welsh if number % 10 == 0 else english
        text = " ".join(chance.choices(words, k=60))
        at = f"20{18 + number * 8 // count}-{1 + number % 12:02}-{1 + number % 28:02}T10:00:{number % 60:02}.000Z"
        yield {**row, "id": f"{number:032x}.bench", "text": text, "event_at": at}


WELSH = (
    "Dywedodd y gweithiwr cymdeithasol fod y cynllun gofal wedi ei adolygu ac roedd y plentyn yn cael gofal da gan ei"
    " theulu maeth ond nid oedd tystiolaeth o oruchwyliaeth reolaidd i weithwyr a rheolwyr yn y gwasanaeth hwn"
)
