# SPDX-License-Identifier: MIT
"""Questions about meetings: an authority's."""

from storage.model.meeting import Meeting
from storage.queries.rows import present
from storage.store import Store


def meetings_of_authority(store: Store, authority_id: str) -> tuple[Meeting, ...]:
    """Return an authority's meetings, by date."""
    return present(store, Meeting, "authority_id", authority_id, "held, due, id")
