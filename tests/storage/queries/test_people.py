# SPDX-License-Identifier: MIT
"""Questions about people."""

from storage.queries.people import people_of_stream, person
from storage.store import Store
from tests.builders import FakeClock, a_person, an_authority


def test_people_come_in_the_order_they_were_recorded(clock: FakeClock, store: Store) -> None:
    authority = an_authority(store)
    made = tuple(a_person(store, authority, display_role=role) for role in ("Team manager 2", "Director", "Carer"))
    a_person(store, an_authority(store))
    assert people_of_stream(store, authority.stream_id) == made
    assert person(store, made[0].id) == made[0]
    assert person(store, "none") is None
