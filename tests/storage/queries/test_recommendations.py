# SPDX-License-Identifier: MIT
"""Questions about recommendations."""

from storage.queries.recommendations import recommendations_of_authority
from storage.store import Store
from tests.builders import a_recommendation, an_authority


def test_recommendations_come_by_number(store: Store) -> None:
    authority = an_authority(store)
    second, first = a_recommendation(store, authority, number="R2"), a_recommendation(store, authority, number="R1")
    a_recommendation(store, an_authority(store))
    assert recommendations_of_authority(store, authority.id) == (first, second)
