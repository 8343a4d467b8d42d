# SPDX-License-Identifier: MIT
"""Counts, made by the database: what a visit has seen of its rubrics, and how much each visit holds. No records."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.store import Store
from storage.vault import world

POLARITIES = ("strength", "neutral", "weakness")


def coverage(store: Store, visit_id: str) -> Mapping[tuple[str, str], tuple[int, int, int]]:
    """Return (rubric, code) → how many present notes of strength, neutral and weakness are linked to it."""
    found: dict[tuple[str, str], list[int]] = {}
    with world(store.folder):
        rows = store.db.execute(
            "SELECT link.rubric, link.area, note.polarity, COUNT(DISTINCT note.id)"
            " FROM link JOIN note ON note.id = link.note_id AND note.stream_id = link.stream_id"
            " WHERE link.visit_id = ? AND link.present AND note.present GROUP BY 1, 2, 3",
            (visit_id,),
        ).fetchall()
    for rubric, code, polarity, count in rows:
        counts = found.setdefault((rubric, code), [0, 0, 0])
        counts[POLARITIES.index(polarity) if polarity in POLARITIES else 1] += count
    return {where: (counts[0], counts[1], counts[2]) for where, counts in found.items()}


@dataclass(frozen=True, slots=True)
class Holding:
    """How much a visit holds."""

    notes: int = 0
    letters: int = 0
    stages: tuple[str, ...] = ()
    """The states that its letters are in, each once."""


def holdings(store: Store) -> Mapping[str, Holding]:
    """Return visit → how many present notes and letters it holds; visits that hold none are left out."""
    with world(store.folder):
        notes, letters = (
            dict(store.db.execute(f"SELECT visit_id, COUNT(*) FROM {noun} WHERE present GROUP BY visit_id").fetchall())
            for noun in ("note", "letter")
        )
        rows = store.db.execute("SELECT DISTINCT visit_id, status FROM letter WHERE present ORDER BY id").fetchall()
    stages: dict[str, tuple[str, ...]] = {}
    for visit, status in rows:
        stages[visit] = (*stages.get(visit, ()), status)
    return {
        visit: Holding(notes.get(visit, 0), letters.get(visit, 0), stages.get(visit, ()))
        for visit in {*notes, *letters}
    }
