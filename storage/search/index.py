# SPDX-License-Identifier: MIT
"""The index of notes, inside the encrypted store: derived like every folded table, in the same transaction.

It holds no text, only which words stand in which note (a contentless table). What a note is filed under: filing.py;
what is asked: query.py.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from storage.model import clock
from storage.search.filing import RADICAL, case_of, document, documenting, mark
from storage.search.tongue import end_of_sentence
from storage.steps import Steps, in_parts, whole
from storage.vault import Database

VERSION = "search 4"
"""Raise when notes are to be indexed anew."""
TABLES = ("search", "search_place", "search_owed")
_WORDS = "search_words"
"""What is filed, word by word: FTS5's own view of its index, nothing kept."""
LONG = 20_000
"""Signs of a note that are indexed with it; of a longer one the rest is owed, and follows when nobody waits."""
_IN_A_SECOND = 1 << 16
_FIRST_SIGN, _LAST_SIGN = "\x01", "\U0010ffff"
"""Before and behind every sign of a word."""
_COLUMNS = "visit_id", "session_id", "author", "source_kind", "polarity"
_MADE = (
    # The words come folded: what reads them need only part them at spaces.
    """CREATE VIRTUAL TABLE search USING fts5(
        words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=~<#'")""",
    # Where the note's row lies is a hint: one that is folded again lies elsewhere until it is indexed again.
    """CREATE TABLE search_place (
        place INTEGER PRIMARY KEY, stream_id TEXT NOT NULL, note_id TEXT NOT NULL, lies INTEGER NOT NULL)""",
    "CREATE UNIQUE INDEX search_place_note ON search_place (note_id, stream_id)",
    "CREATE TABLE search_owed (stream_id TEXT, note_id TEXT, PRIMARY KEY (stream_id, note_id)) WITHOUT ROWID",
    f"CREATE VIRTUAL TABLE {_WORDS} USING fts5vocab('search', 'instance')",
)

_SMOOTH = (
    # An encrypted page has 80 bytes less: by FTS5's own measure a little of every piece would spill into a second page.
    ("pgsz", 3960),
    # Left to itself FTS5 now and then merges for a tenth of a second, in the middle of somebody's note.
    ("automerge", 0),
    ("crisismerge", 400),
)
_PAGES, _PAGES_AT_REST = 8, 16
"""Merged with every gesture instead, and in each step when nobody waits: some milliseconds at most."""
MANY_PIECES = 12
"""From which on a question is held up by them: each piece of the index is looked into."""
_HELD, _HELD_IN_BULK = 2**20, 2**24
"""Bytes that FTS5 gathers before it writes a piece."""
_LEAST_NAMED, _MOST_NAMED = 4, 16
"""Letters of a beginning of which the words are named, and how many words: with fewer letters there are more."""
_AT_ONCE, _IN_A_STEP = 500, 100
"""Notes read and indexed together."""
Here = tuple[str, str]
"""A stream and a note."""
_Row = tuple[Any, ...]
"""What _READ gives."""
_READ = f"""SELECT note.stream_id, note.id, place, heads, text, event_at, captured_at, case_ref, {", ".join(_COLUMNS)},
    note.rowid FROM json_each(?) CROSS JOIN note ON note.stream_id = value->>0 AND note.id = value->>1
    LEFT JOIN search_place ON note_id = note.id AND search_place.stream_id = note.stream_id WHERE present"""
_OWED = """FROM search_owed AS owed JOIN search_place USING (note_id, stream_id)
    JOIN note ON id = owed.note_id AND note.stream_id = owed.stream_id WHERE present"""
_STANDS = """SELECT place, heads FROM note JOIN search_place ON note_id = id AND search_place.stream_id = note.stream_id
    WHERE note.stream_id = ? AND id = ? AND present"""
_AREAS = """SELECT DISTINCT stream_id, note_id, rubric, area
    FROM json_each(?) CROSS JOIN link ON note_id = value->>1 AND stream_id = value->>0 WHERE present"""
_LAST_PLACES = f"""SELECT value, (SELECT max(place) FROM search_place
    WHERE place >= value * {_IN_A_SECOND} AND place < (value + 1) * {_IN_A_SECOND}) FROM json_each(?)"""
_NEXT_WORD = f"SELECT term FROM {_WORDS} WHERE term >= ? AND term < ? LIMIT 1"
_KEEP_PLACE = """INSERT INTO search_place VALUES (?, ?, ?, ?)
    ON CONFLICT (place) DO UPDATE SET lies = excluded.lies WHERE lies <> excluded.lies"""
_KEEP_WORDS = "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Owed:
    """A very long note of which only the beginning is indexed."""

    here: Here
    place: int
    heads: str
    """What stood when it was read."""
    text: str = field(repr=False)
    marks: tuple[str, ...] = ()


class Index:
    """Which words stand in which note."""

    def __init__(self, db: Database) -> None:
        """Keep the connection."""
        self._db = db

    def rebuild(self) -> None:
        """Make the index anew from the folded notes and links. Call in a transaction."""
        whole(self.rebuilding())

    def rebuilding(self) -> Steps[None]:
        """Do what `rebuild` does in small steps of one transaction."""
        for name in (_WORDS, *TABLES):
            self._db.execute(f"DROP TABLE IF EXISTS {name}")
            yield 0.0
        for statement in _MADE:
            self._db.execute(statement)
        for setting in (*_SMOOTH, ("hashsize", _HELD_IN_BULK)):
            self._set(*setting)
        every = list(self._in_order())
        for at, some in enumerate(in_parts(every, _IN_A_STEP)):
            self._follow(some)
            yield at * _IN_A_STEP / len(every)
        self.catch_up()
        yield 1.0
        self._set("hashsize", _HELD)
        self._db.execute("INSERT INTO search (search) VALUES ('optimize')")

    def follow(self, notes: Collection[Here]) -> None:
        """Index these notes as they stand now; withdrawn ones are not found any more. Call in a transaction."""
        for some in in_parts(sorted(notes), _AT_ONCE):
            self._follow(some)
        if notes:
            self._set("merge", _PAGES)

    def count_owed(self) -> int:
        """Return of how many notes only the beginning is indexed."""
        return int(self._db.execute(f"SELECT count(*) {_OWED}").fetchone()[0])

    def owed(self) -> Owed | None:
        """Return one of the notes of which only the beginning is indexed; None when there is none."""
        for here in self._db.execute(f"SELECT owed.stream_id, owed.note_id {_OWED} LIMIT 1").fetchall():
            for row in self._read([here]):
                return Owed(here, row[2], row[3], row[4], _marks(row, self._areas([here])))
        return None

    def pay(self, owed: Owed, document: str) -> None:
        """Index a note by its whole document, unless it was altered meanwhile. Call in a transaction."""
        if self._db.execute(_STANDS, owed.here).fetchone() == (owed.place, owed.heads):
            self._db.execute(_KEEP_WORDS, (owed.place, document))
            self._forgive(owed.here)

    def catch_up(self) -> None:
        """Index whatever is owed, now. Call in a transaction."""
        while (owed := self.owed()) is not None:
            self.pay(owed, whole(documenting(owed.text, owed.marks)))

    def named(self, beginning: str) -> list[str] | None:
        """Return the words filed that begin so (one with a radical's sign: the radicals); None where they are many.

        Asked by the beginning itself, FTS5 gathers every note that has one of them before it knows the newest.
        """
        if len(beginning) - beginning.startswith(RADICAL) < _LEAST_NAMED:
            return None
        found: list[str] = []
        low, high = beginning, beginning + _LAST_SIGN
        while len(found) <= _MOST_NAMED:
            row = self._db.execute(_NEXT_WORD, (low, high)).fetchone()
            if row is None:
                return found
            found.append(row[0])
            low = row[0] + _FIRST_SIGN
        return None

    def pieces(self) -> int:
        """Return in how many pieces the index lies."""
        return int(self._db.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0])

    def tidy(self) -> bool:
        """Merge a little; return whether there was anything to merge. Call in a transaction."""
        before = self._db.conn.total_changes
        self._set("merge", _PAGES_AT_REST)
        return bool(self._db.conn.total_changes - before > 1)  # FTS5 says so in this way

    def _set(self, what: str, value: int) -> None:
        self._db.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (what, value))

    def _in_order(self) -> list[Here]:
        """Return every present note, in the order of their places."""
        noted = self._db.execute("SELECT event_at, captured_at, id, stream_id FROM note WHERE present").fetchall()
        timed = sorted((_second(at or kept), at, name, stream) for at, kept, name, stream in noted)
        return [(stream, name) for _, _, name, stream in timed]

    def _read(self, some: Sequence[Here]) -> list[_Row]:
        return list(self._db.execute(_READ, (json.dumps(some),)).fetchall())

    def _areas(self, some: Sequence[Here]) -> dict[Here, list[str]]:
        """Return the marks of the areas that notes are linked to."""
        found: dict[Here, list[str]] = {}
        for stream, note_id, rubric, area in self._db.execute(_AREAS, (json.dumps(some),)).fetchall():
            found.setdefault((stream, note_id), []).append(mark("ar", f"{rubric}:{area}"))
        return found

    def _follow(self, some: Sequence[Here]) -> None:
        rows, areas = self._read(some), self._areas(some)
        self._drop({*some} - {row[:2] for row in rows})
        owing = set(self._db.execute("SELECT stream_id, note_id FROM search_owed").fetchall())
        filed = []
        for place, row in self._placed(rows):
            text = row[4]
            if len(text) > LONG:
                text = text[: end_of_sentence(text, 0, LONG)]
                self._db.execute("INSERT OR REPLACE INTO search_owed VALUES (?, ?)", row[:2])
            elif row[:2] in owing:
                self._forgive(row[:2])
            filed.append((place, document(text, _marks(row, areas))))
        # In order: FTS5 writes a piece to the disk wherever a place comes before the last one.
        self._db.conn.executemany(_KEEP_WORDS, sorted(filed))

    def _placed(self, rows: Sequence[_Row]) -> list[tuple[int, _Row]]:
        """Return the notes with their places: in the order of time, as the newest are read first."""
        timed = [(_second(row[5] or row[6]), row) for row in rows]
        made = [(row[2], row) for second, row in timed if row[2] is not None and row[2] // _IN_A_SECOND == second]
        move = [(second, row) for second, row in timed if row[2] is None or row[2] // _IN_A_SECOND != second]
        self._drop([row[:2] for _, row in move if row[2] is not None])
        last: dict[int, int | None] = {}
        self._look_up({second for second, _ in move}, last)
        made += [(self._free_place(second, last), row) for second, row in move]
        self._db.conn.executemany(_KEEP_PLACE, [(place, *row[:2], row[-1]) for place, row in made])
        return made

    def _look_up(self, seconds: Collection[int], last: dict[int, int | None]) -> None:
        last.update(self._db.execute(_LAST_PLACES, (json.dumps([*seconds]),)).fetchall())

    def _free_place(self, second: int, last: dict[int, int | None]) -> int:
        """Return the next place of a second, or of the first one after it that is not full."""
        while True:
            if second not in last:
                self._look_up([second], last)
            newest = last[second]
            place = second * _IN_A_SECOND if newest is None else newest + 1
            if place < (second + 1) * _IN_A_SECOND:
                last[second] = place
                return place
            second += 1

    def _drop(self, some: Collection[Here]) -> None:
        """Let notes not be found any more."""
        for stream, note_id in some:
            of = (stream, note_id)
            row = self._db.execute("SELECT place FROM search_place WHERE stream_id = ? AND note_id = ?", of).fetchone()
            if row is not None:
                self._db.execute("DELETE FROM search WHERE rowid = ?", row)
                self._db.execute("DELETE FROM search_place WHERE place = ?", row)
                self._forgive(of)

    def _forgive(self, here: Here) -> None:
        self._db.execute("DELETE FROM search_owed WHERE stream_id = ? AND note_id = ?", here)


def _marks(row: _Row, areas: Mapping[Here, Sequence[str]]) -> tuple[str, ...]:
    """Return what a note as it was read is filed under beside its words."""
    marks = [mark(name[:2], value) for name, value in zip(_COLUMNS, row[8:-1], strict=True) if value]
    return (*marks, mark("da", row[5][:10]), mark("ca", case_of(row[7])), *areas.get(row[:2], ()))


def _second(stamp: str) -> int:
    """Return the second of a moment; of none, the first there is."""
    try:
        return max(int(clock.read_stamp(stamp).timestamp()), 0)
    except (ValueError, OverflowError):
        return 0
