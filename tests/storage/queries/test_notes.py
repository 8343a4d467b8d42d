# SPDX-License-Identifier: MIT
"""Questions about notes."""

from storage.queries.notes import note, notes_of_visit
from storage.store import Store
from tests.builders import a_note, a_visit


def test_notes_come_by_the_time_of_what_they_tell(store: Store) -> None:
    visit = a_visit(store)
    late = a_note(store, visit, event_at="2018-07-11T09:00:00.000Z")
    early = a_note(store, visit, event_at="2018-07-10T09:00:00.000Z")
    a_note(store, a_visit(store))
    assert notes_of_visit(store, visit.id) == (early, late)
    assert note(store, late.id) == late
    assert note(store, "none") is None
