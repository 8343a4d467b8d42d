# SPDX-License-Identifier: MIT
"""Questions about events."""

from storage.acts import standing
from storage.queries.events import events_of_authority
from storage.store import Store
from tests.builders import an_authority, an_event


def test_events_come_by_date_and_each_with_its_own_authority(store: Store) -> None:
    authority = an_authority(store)
    late = an_event(store, authority, date="2018-02")
    early = an_event(store, authority, date="2017-11")
    an_event(store, an_authority(store))
    assert events_of_authority(store, authority.id) == (early, late)


def test_a_withdrawn_event_is_not_listed(store: Store) -> None:
    authority = an_authority(store)
    standing.amend(store, an_event(store, authority), present=False)
    assert events_of_authority(store, authority.id) == ()
