# SPDX-License-Identifier: MIT
"""Questions about sessions."""

from storage.queries.sessions import session, sessions_of_visit
from storage.store import Store
from tests.builders import a_session, a_visit


def test_sessions_come_by_day_and_time(store: Store) -> None:
    visit = a_visit(store)
    third = a_session(store, visit, day=2, starts="09:00")
    second = a_session(store, visit, day=1, starts="13:30")
    first = a_session(store, visit, day=1, starts="09:30")
    a_session(store, a_visit(store))
    assert sessions_of_visit(store, visit.id) == (first, second, third)
    assert session(store, third.id) == third
    assert session(store, "none") is None
