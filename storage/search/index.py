# SPDX-License-Identifier: MIT
"""The index of notes, inside the encrypted store: derived like every folded table, in the same transaction.

It holds no text, only which words stand in which note (a contentless table). What is asked: query.py.
"""

from collections.abc import Collection, Sequence
from hashlib import blake2b
from typing import Any

from storage.model import clock
from storage.search.english import stem
from storage.search.tongue import ENGLISH, WELSH, sentences
from storage.search.welsh import radicals
from storage.search.words import words
from storage.vault import Database

VERSION = "search 2"
"""Raise when notes are to be indexed anew."""
STEM, RADICAL, MARK = "=", "~", "#"
"""Signs before an English stem, a Welsh radical, and what a note is filed under; no word has them."""
TABLES = ("search", "search_place")
_IN_A_SECOND = 1 << 16
_COLUMNS = "visit_id", "session_id", "author", "source_kind", "polarity"
_MADE = (
    """CREATE VIRTUAL TABLE search USING fts5(
        words, content = '', contentless_delete = 1, prefix = '2 3',
        tokenize = "unicode61 remove_diacritics 2 tokenchars '=~#'")""",
    "CREATE TABLE search_place (place INTEGER PRIMARY KEY, stream_id TEXT NOT NULL, note_id TEXT NOT NULL)",
    "CREATE UNIQUE INDEX search_place_note ON search_place (note_id, stream_id)",
)

_SMOOTH = (("automerge", 0), ("crisismerge", 400))
"""Left to itself FTS5 now and then merges for a tenth of a second, in the middle of somebody's note."""
_PAGES = 4
"""Merged with every gesture instead: some milliseconds at most."""


def mark(kind: str, value: str) -> str:
    """Return the sign that a note is filed under a value: a visit, a case … Hashed: a value may be any text."""
    return f"{MARK}{kind}{blake2b(value.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


def case_of(pseudonym: str) -> str:
    """Return a case's pseudonym as it is compared: “case 07” is “Case 07”."""
    return " ".join(words(pseudonym))


def forms(found: Sequence[str], languages: Sequence[str]) -> set[str]:
    """Return under which stems and radicals a sentence's words are found."""
    made: set[str] = set()
    spelt = {word for word in found if word.isalpha()}
    if ENGLISH in languages:
        made.update(STEM + stem(word) for word in spelt)
    if WELSH in languages:
        made.update(RADICAL + each for word in spelt for each in radicals(word))
    return made


class Index:
    """Which words stand in which note."""

    def __init__(self, db: Database) -> None:
        """Keep the connection."""
        self._db = db

    def rebuild(self) -> None:
        """Make the index anew from the folded notes and links. Call in a transaction."""
        for name in TABLES:
            self._db.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _MADE:
            self._db.execute(statement)
        notes = self._db.execute("SELECT stream_id, id FROM note WHERE present ORDER BY event_at, id").fetchall()
        for stream, note_id in notes:
            self._follow(stream, note_id)
        for setting in _SMOOTH:
            self._db.execute("INSERT INTO search (search, rank) VALUES (?, ?)", setting)

    def follow(self, notes: Collection[tuple[str, str]]) -> None:
        """Index these notes (stream, note) as they stand now; withdrawn ones are not found any more."""
        for stream, note_id in notes:
            self._follow(stream, note_id)
        if notes:
            self._db.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_PAGES,))

    def _follow(self, stream: str, note_id: str) -> None:
        here = (stream, note_id)
        row = self._db.execute(
            f"SELECT text, event_at, captured_at, case_ref, {', '.join(_COLUMNS)} FROM note"
            " WHERE stream_id = ? AND id = ? AND present",
            here,
        ).fetchone()
        old = self._db.execute("SELECT place FROM search_place WHERE stream_id = ? AND note_id = ?", here).fetchone()
        if row is None:
            self._drop(old)
            return
        second = _second(row[1] or row[2])
        place = old[0] if old else None
        if place is None or place // _IN_A_SECOND != second:
            self._drop(old)
            place = self._free_place(second)
            self._db.execute("INSERT INTO search_place VALUES (?, ?, ?)", (place, *here))
        marks = [mark(name[:2], value) for name, value in zip(_COLUMNS, row[4:], strict=True) if value]
        marks += [mark("da", row[1][:10]), mark("ca", case_of(row[3])), *self._areas(stream, note_id)]
        self._db.execute(
            "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)", (place, _document(row[0], marks))
        )

    def _areas(self, stream: str, note_id: str) -> list[str]:
        found = self._db.execute(
            "SELECT DISTINCT rubric, area FROM link WHERE note_id = ? AND stream_id = ? AND present", (note_id, stream)
        )
        return [mark("ar", f"{rubric}:{area}") for rubric, area in found.fetchall()]

    def _drop(self, old: Sequence[Any] | None) -> None:
        if old is not None:
            self._db.execute("DELETE FROM search WHERE rowid = ?", (old[0],))
            self._db.execute("DELETE FROM search_place WHERE place = ?", (old[0],))

    def _free_place(self, second: int) -> int:
        """Places are in the order of time: the newest notes are the last, and are read first."""
        while True:
            first = second * _IN_A_SECOND
            last = self._db.execute(
                "SELECT max(place) FROM search_place WHERE place >= ? AND place < ?", (first, first + _IN_A_SECOND)
            ).fetchone()[0]
            if last is None or last + 1 < first + _IN_A_SECOND:
                return first if last is None else int(last) + 1
            second += 1


def _document(text: str, marks: Sequence[str]) -> str:
    spoken: list[str] = []
    also: set[str] = set()
    for found, languages in sentences(text):
        spoken += found
        also |= forms(found, languages)
    return " ".join((*spoken, *sorted(also), *marks))


def _second(stamp: str) -> int:
    """Return the second of a moment; of none, the first there is."""
    try:
        return max(int(clock.read_stamp(stamp).timestamp()), 0)
    except (ValueError, OverflowError):
        return 0
