# SPDX-License-Identifier: MIT
"""Questions about areas: the notes that speak to them, what was claimed beside what was seen (triangulation.py)."""

from collections.abc import Collection
from dataclasses import dataclass

from storage.model.link import Link
from storage.model.note import Note
from storage.model.triangulation import Pair, Strength, pairs, strength
from storage.queries.rows import records
from storage.store import Store

MOST = 300
"""Notes looked at for one question, newest first: a person reads no more, and the answer takes a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is on some areas."""

    notes: tuple[Note, ...]
    pairs: tuple[Pair, ...]

    @property
    def strength(self) -> Strength:
        """Return how strong it is, taken as one: whether the notes agree is not asked."""
        return strength(self.notes)


def ground(store: Store, visit_id: str, codes: Collection[str], named: Collection[str] = ()) -> Ground:
    """Return the visit's notes linked to any of the codes, and those named, with claims beside what was seen."""
    codes, named = tuple(codes), tuple(named)
    linked = f"id IN (SELECT note_id FROM link WHERE present AND visit_id = ? AND area IN ({_marks(codes)}))"
    where = f"present AND visit_id = ? AND ({linked} OR id IN ({_marks(named)}))"
    order = f"event_at DESC, id DESC LIMIT {MOST:d}"
    notes = records(store, Note, where, (visit_id, visit_id, *codes, *named), order)
    areas: dict[str, set[str]] = {}
    for link in _links(store, visit_id, [note.id for note in notes]):
        if not codes or link.area in codes:
            areas.setdefault(link.note_id, set()).add(link.area)
    return Ground(notes, pairs(notes, areas))


def _links(store: Store, visit_id: str, note_ids: Collection[str]) -> tuple[Link, ...]:
    where = f"present AND visit_id = ? AND note_id IN ({_marks(note_ids)})"
    return records(store, Link, where, (visit_id, *note_ids)) if note_ids else ()


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
