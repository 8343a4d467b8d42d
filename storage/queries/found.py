# SPDX-License-Identifier: MIT
"""What a search finds: a page of notes, newest first, each with the words around what was sought.

How words are made findable, and what a text means as a question, is storage/search/.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from storage.job import Job, Tick
from storage.model import clock
from storage.model.visit import Visit
from storage.queries.editions import rubrics_here
from storage.search.filing import case_of, mark
from storage.search.index import Index
from storage.search.query import Sought, question
from storage.search.snippet import READ, Snippet, Snippets
from storage.store import Store, looker
from storage.vault import world

MOST = 20
"""Notes in a page."""


class Hit(NamedTuple):
    """One note that was found: what a list shows of it."""

    note_id: str
    visit_id: str
    snippet: Snippet
    event_at: str
    event_part: str
    source_kind: str
    source_role: str
    case_ref: str
    polarity: str
    confidential: bool
    illustration: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what was found."""

    found: tuple[Hit, ...] = field(default=())
    before: int = 0
    """Where the next page begins; 0 when there is none."""


def found(store: Store, sought: Sought, before: int = 0, most: int = MOST) -> Found:
    """Return present notes that match, newest first, before a place (0: from the newest). Raise StoreTrouble."""
    asked = question(sought.text)
    if sought.text.strip() and not asked.terms:
        return Found()
    with world(store.folder):
        rows = _rows(store, asked.asked(_marks(store, sought), Index(store.db).named), before, most + 1)
    more = rows[most - 1][0] if len(rows) > most else 0
    snippets = Snippets(asked)
    return Found(tuple([_hit(row, snippets) for row in rows[:most]]), more)


_COLUMNS = "event_at, event_part, source_kind, source_role, case_ref, polarity, confidential, illustration"
_ROW = f"place, note.id, visit_id, iif(octet_length(text) > {READ}, substr(text, 1, {READ}), text), {_COLUMNS}"
"""Nothing is read of notes that are not on the page."""
_NEWEST = f"SELECT {_ROW} FROM search_place %s WHERE place < ? ORDER BY place DESC LIMIT ?"
_MATCHING = f"""SELECT {_ROW} FROM search CROSS JOIN search_place ON place = search.rowid %s
    WHERE search.rowid < ? AND search MATCH ? ORDER BY search.rowid DESC LIMIT ?"""
_WHERE_IT_LAY = "LEFT JOIN note ON note.rowid = lies AND note.id = note_id AND note.stream_id = search_place.stream_id"
_BY_NAME = "CROSS JOIN note ON note.id = note_id AND note.stream_id = search_place.stream_id"


def _rows(store: Store, asked: str, before: int, most: int) -> list[tuple[Any, ...]]:
    until = before or (1 << 62)
    page, values = (_MATCHING, (until, asked, most)) if asked else (_NEWEST, (until, most))
    rows: list[tuple[Any, ...]] = store.db.execute(page % _WHERE_IT_LAY, values).fetchall()
    # A note that was folded again lies elsewhere until it is indexed: by name it is found all the same, not as quickly.
    return rows if all(row[1] for row in rows) else store.db.execute(page % _BY_NAME, values).fetchall()


def _hit(row: Sequence[Any], snippets: Snippets) -> Hit:
    _, note_id, visit_id, text, at, part, kind, role, case, polarity, confidential, illustration = row
    piece, is_confidential, is_illustration = snippets.of(text), confidential == 1, illustration == 1
    return Hit(note_id, visit_id, piece, at, part, kind, role, case, polarity, is_confidential, is_illustration)


_MARKED = ("visit_id", "session_id", "author", "source_kind", "polarity")


def _marks(store: Store, sought: Sought) -> list[list[str]]:
    groups = [[mark(name[:2], getattr(sought, name))] for name in _MARKED if getattr(sought, name)]
    if sought.case_ref.strip():
        groups.append([mark("ca", case_of(sought.case_ref))])
    if sought.day:
        groups.append([mark("da", sought.day)])
    if sought.area:
        groups.append([mark("ar", each) for each in _criteria(store, sought.area)])
    return groups


def _criteria(store: Store, code: str) -> list[str]:
    """Return "rubric:code" of the criterion, and of every criterion of the area, in whichever rubric has them."""
    named = []
    for rubric in rubrics_here(store):
        area = rubric.area_of(code)
        if area is not None:
            codes = [each.code for each in area.criteria] if area.code == code else [code]
            named += [f"{rubric.name}:{each}" for each in codes]
    return named


def looking(sought: Sought, before: int = 0) -> Job[Store, "_Way", Found, Found]:
    """Return the same as a job: a common beginning among a million notes is not for the screen's thread."""
    return Job(_way, partial(_looked, sought, before), _as_it_is)


_Way = Callable[[], Store]


def _way(store: Store) -> _Way:
    way = looker(store)
    assert way is not None, "a store in memory has one thread: ask found()"
    return way


def _looked(sought: Sought, before: int, way: _Way, _tick: Tick) -> Found:
    store = way()
    try:
        return found(store, sought, before)
    finally:
        store.close()


def _as_it_is(_store: Store, page: Found) -> Found:
    return page


def cases_of_visit(store: Store, visit_id: str) -> tuple[str, ...]:
    """Return the pseudonyms of the cases that a visit's notes speak of."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT DISTINCT case_ref FROM note WHERE visit_id = ? AND present AND case_ref <> '' ORDER BY 1",
            (visit_id,),
        )
        return tuple(row[0] for row in rows.fetchall())


def days_of(visit: Visit) -> tuple[str, ...]:
    """Return the days of a visit ("2018-07-10"); none where its dates are no days, a month at most."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return ()
    count = (span.latest - span.earliest).days
    return tuple((span.earliest + timedelta(days=n)).isoformat() for n in range(count + 1)) if count <= 31 else ()
