# SPDX-License-Identifier: MIT
"""Questions about the lines of a day's sheets: a visit's."""

from storage.model.point import Point
from storage.queries.rows import one, present
from storage.store import Store


def point(store: Store, point_id: str) -> Point | None:
    """Return one line, withdrawn or not, or None."""
    return one(store, Point, point_id)


def points_of_visit(store: Store, visit_id: str) -> tuple[Point, ...]:
    """Return what was typed for a visit's sheets, by when it was said."""
    return present(store, Point, "visit_id", visit_id, "said_at, id")
