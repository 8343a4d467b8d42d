# SPDX-License-Identifier: MIT
"""An authority's record as the page shows it, read and put into words on any thread. What is shown of it: page.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reports.titles import TITLES
from resources.language import _
from storage.queries.authorities import authorities
from storage.queries.due import Due, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from ui.authority.details import Telling
from ui.authority.parts import SHAPES
from ui.authority.rows import Keyed, due_key, due_row, level_rows, rows_of
from ui.authority.time_scale import Scene, scene


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the page shows of one authority."""

    councils: tuple[tuple[str, str], ...]
    """(AuthorityId, name) of every authority, by name."""
    known: StandingRecord | None = None
    due: tuple[Due, ...] = ()
    telling: Telling | None = None
    scene: Scene | None = None
    rows: Mapping[str, list[Keyed]] = field(default_factory=dict)
    """Part → its rows; "due" and "levels" are the overview's."""


def shown_of(store: Store, authority_id: str, today: date) -> Shown:
    """Return what is shown of an authority, or of the first where it is not here. Raise StoreTrouble for a damage."""
    councils = tuple((each.id, each.name) for each in authorities(store))
    ids = [each for each, _name in councils]
    chosen = authority_id if authority_id in ids else next(iter(ids), "")
    known = standing_record(store, chosen) if chosen else None
    if known is None:
        return Shown(councils)
    due = due_of(known, today)
    rows = {shape.code: rows_of(shape.code, known, due) for shape in SHAPES}
    rows |= {"due": [(due_key(each), due_row(each)) for each in due], "levels": level_rows(known)}
    return Shown(councils, known, due, Telling(known, due), scene(known, due, today, _letter_name), rows)


def _letter_name(kind: str) -> str:
    return _(TITLES.get(kind, kind))
