# SPDX-License-Identifier: MIT
"""The lines of a visit's sheets, by when they were said."""

from storage.queries.points import point, points_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_point, a_visit


def test_a_visits_lines_come_in_the_order_they_were_said(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    one, two = a_point(store, visit, "One."), a_point(store, visit, "Two.", day=2)
    a_point(store, a_visit(store), "Elsewhere.")
    assert points_of_visit(store, visit.id) == (one, two)
    assert point(store, one.id) == one
    assert point(store, "none") is None
