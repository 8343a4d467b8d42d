# SPDX-License-Identifier: MIT
"""Questions about findings."""

from storage.queries.findings import finding, findings_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_finding, a_visit


def test_findings_come_in_the_order_they_were_recorded(clock: FakeClock, store: Store) -> None:
    visit = a_visit(store)
    made = tuple(a_finding(store, visit, text) for text in ("Zeal.", "Apathy.", "Middling."))
    a_finding(store, a_visit(store))
    assert findings_of_visit(store, visit.id) == made
    assert finding(store, made[1].id) == made[1]
    assert finding(store, "none") is None
