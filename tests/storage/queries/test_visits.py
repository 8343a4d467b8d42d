# SPDX-License-Identifier: MIT
"""Questions about visits."""

from storage.queries.visits import visit, visits, visits_of_authority
from storage.store import Store
from tests.builders import a_visit, an_authority


def test_visits_come_by_date_everywhere_and_of_one_authority(store: Store) -> None:
    authority = an_authority(store)
    late, early = a_visit(store, authority, dates="2018-07-10"), a_visit(store, authority, dates="2017-01")
    other = a_visit(store, dates="2017-06")
    assert visits(store) == (early, other, late)
    assert visits_of_authority(store, authority.id) == (early, late)
    assert visit(store, other.id) == other
    assert visit(store, "none") is None
