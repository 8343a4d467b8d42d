# SPDX-License-Identifier: MIT
"""A visit's notes in pages, newest record first, with their links: thousands are shown without a pause.

Whole answers, for letters and exports, are in notes.py and links.py.
"""

from collections.abc import Collection
from dataclasses import dataclass

from storage.model.link import Link
from storage.model.note import Note
from storage.queries.rows import records
from storage.store import Store
from storage.vault import world

MOST = 100
"""Notes in a page: some 3 ms to read."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some notes and the links that lead from them."""

    notes: tuple[Note, ...]
    links: tuple[Link, ...]
    before: int
    """Where the next page begins; 0 when there is none."""


def page_of_visit(store: Store, visit_id: str, before: int = 0, most: int = MOST) -> Page:
    """Return the present notes among the `most` recorded last before a place (0: the end), and where to go on."""
    found, further = "visit_id = ?", [visit_id]
    with world(store.folder):
        rows = store.db.execute(
            f"SELECT rowid FROM note WHERE {found} AND (? = 0 OR rowid < ?) ORDER BY rowid DESC LIMIT ?",
            (*further, before, before, most),
        ).fetchall()
    if not rows:
        return Page((), (), 0)
    first, last = rows[-1][0], rows[0][0]
    notes = records(
        store, Note, f"present AND {found} AND rowid BETWEEN ? AND ?", (visit_id, first, last), "rowid DESC"
    )
    return Page(notes, _links(store, [note.id for note in notes]), first if len(rows) == most else 0)


def notes_named(store: Store, note_ids: Collection[str]) -> Page:
    """Return these notes, withdrawn ones too, and their links; call it with some hundreds at most."""
    if not note_ids:
        return Page((), (), 0)
    named = tuple(note_ids)
    return Page(records(store, Note, f"id IN ({_marks(named)})", named), _links(store, named), 0)


def notes_speaking_to(store: Store, visit_id: str, codes: Collection[str], most: int = 500) -> tuple[Note, ...]:
    """Return the visit's notes, at most so many, newest first: those linked to one of the codes before the others."""
    named = tuple(codes)
    # Asked once, not for every note: the visit is named in it, and not taken from the row outside.
    speaking = f"id IN (SELECT note_id FROM link WHERE present AND visit_id = ? AND area IN ({_marks(named)}))"
    order = f"({speaking}) DESC, event_at DESC, id DESC LIMIT {most:d}"
    with world(store.folder):
        rows = store.db.execute(
            f"SELECT id FROM note WHERE present AND visit_id = ? ORDER BY {order}", (visit_id, visit_id, *named)
        ).fetchall()
    # Read whole only now: sorting thousands would carry every word along.
    found = {note.id: note for note in records(store, Note, f"id IN ({_marks(rows)})", tuple(row[0] for row in rows))}
    return tuple(found[row[0]] for row in rows if row[0] in found)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a list of thousands shows of a note."""

    id: str
    text: str
    """Its first words."""
    source_role: str


def beginnings(store: Store, visit_id: str, most: int, letters: int) -> tuple[Beginning, ...]:
    """Return how the visit's notes begin, at most so many and with so many letters each, newest first."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT id, substr(text, 1, ?), source_role FROM note WHERE present AND visit_id = ?"
            " ORDER BY event_at DESC, id DESC LIMIT ?",
            (letters, visit_id, most),
        ).fetchall()
    return tuple(Beginning(*row) for row in rows)


def withdrawn_of_visit(store: Store, visit_id: str, most: int = 500) -> tuple[Note, ...]:
    """Return the visit's withdrawn notes, at most so many, newest first."""
    return records(store, Note, "NOT present AND visit_id = ?", (visit_id,), f"event_at DESC, id DESC LIMIT {most:d}")


def _links(store: Store, note_ids: Collection[str]) -> tuple[Link, ...]:
    if not note_ids:
        return ()
    return records(store, Link, f"present AND note_id IN ({_marks(note_ids)})", tuple(note_ids), "area, span, id")


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
