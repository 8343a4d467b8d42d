# SPDX-License-Identifier: MIT
"""Questions about meetings."""

from storage.queries.meetings import meetings_of_authority
from storage.store import Store
from tests.builders import a_meeting, an_authority


def test_meetings_come_by_date(store: Store) -> None:
    authority = an_authority(store)
    late, early = a_meeting(store, authority, held="2018-10-08"), a_meeting(store, authority, held="2018-01-15")
    a_meeting(store, an_authority(store))
    assert meetings_of_authority(store, authority.id) == (early, late)
