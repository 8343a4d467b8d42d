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
    rows = _rows(store, asked.asked(_marks(store, sought)), before, most + 1)
    more = rows[most - 1][0] if len(rows) > most else 0
    snippets = Snippets(asked)
    return Found(tuple(_hit(row, snippets) for row in rows[:most]), more)


_COLUMNS = "event_at, event_part, source_kind, source_role, case_ref, polarity, confidential, illustration"
_PAGE = f"""SELECT hit, note_id, visit_id, iif(octet_length(text) > {READ}, substr(text, 1, {READ}), text), {_COLUMNS}
    FROM (%s) CROSS JOIN search_place ON place = hit
    CROSS JOIN note ON note.id = note_id AND note.stream_id = search_place.stream_id ORDER BY hit DESC"""
"""Nothing is read of notes that are not on the page."""
_NEWEST = "SELECT place AS hit FROM search_place WHERE place < ? ORDER BY place DESC LIMIT ?"
_MATCHING = "SELECT rowid AS hit FROM search WHERE rowid < ? AND search MATCH ? ORDER BY rowid DESC LIMIT ?"


def _rows(store: Store, asked: str, before: int, most: int) -> list[tuple[Any, ...]]:
    until = before or (1 << 62)
    how, values = (_MATCHING, (until, asked, most)) if asked else (_NEWEST, (until, most))
    with world(store.folder):
        return list(store.db.execute(_PAGE % how, values).fetchall())


def _hit(row: Sequence[Any], snippets: Snippets) -> Hit:
    _, note_id, visit_id, text, at, part, kind, role, case, polarity, confidential, illustration = row
    shown = (at, part, kind, role, case, polarity)
    return Hit(note_id, visit_id, snippets.of(text), *shown, bool(confidential), bool(illustration))


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
