# SPDX-License-Identifier: MIT
"""Questions about events: an authority's standing record."""

from storage.model.event import Event
from storage.queries.rows import present
from storage.store import Store


def events_of_authority(store: Store, authority_id: str) -> tuple[Event, ...]:
    """Return an authority's events, by date; undated ones first."""
    return present(store, Event, "authority_id", authority_id, "date, id")
