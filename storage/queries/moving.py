# SPDX-License-Identifier: MIT
"""What moving a visit to another edition of a rubric would do: which links are carried over, which stay. Act: rubrics.

A link goes on under the codes that take its own code's place (storage/rubrics.py, carried); one without stays as it is.
"""

from collections import Counter
from dataclasses import dataclass

from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.rubrics import carried
from storage.store import Store
from storage.vault import world


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one code and its links."""

    code: str
    becomes: tuple[str, ...]
    """Codes of the new edition; none where it cannot be carried over."""
    links: int
    """How many present links of the visit lead to it."""

    @property
    def is_same(self) -> bool:
        """Say whether it goes on under its own code."""
        return self.becomes == (self.code,)


def fates(store: Store, visit: Visit, old: Rubric, new: Rubric) -> tuple[Fate, ...]:
    """Return what becomes of every code of the old edition that is linked, or is no longer what it was.

    What cannot be carried over comes first, then what has another code, then the rest; each in the old edition's order.
    """
    ways = carried(old, new)
    counts = _linked(store, visit.id, old.name)
    known = old.codes()
    codes = [*known, *sorted(set(counts) - set(known))]
    found = [Fate(code, ways.get(code, ()), counts[code]) for code in codes]
    told = [each for each in found if each.links or not each.is_same]
    return tuple(sorted(told, key=lambda each: (bool(each.becomes), each.is_same)))


def _linked(store: Store, visit_id: str, rubric: str) -> Counter[str]:
    """Return code → how many present links lead to it. They are counted by the database: a visit has thousands."""
    with world(store.folder):
        rows = store.db.execute(
            "SELECT area, COUNT(*) FROM link WHERE present AND visit_id = ? AND rubric = ? GROUP BY area",
            (visit_id, rubric),
        ).fetchall()
    return Counter({str(area): int(count) for area, count in rows})
