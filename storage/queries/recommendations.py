# SPDX-License-Identifier: MIT
"""Questions about recommendations: an authority's."""

from storage.model.recommendation import Recommendation
from storage.queries.rows import present
from storage.store import Store


def recommendations_of_authority(store: Store, authority_id: str) -> tuple[Recommendation, ...]:
    """Return what an authority was asked to do, by number."""
    return present(store, Recommendation, "authority_id", authority_id, "number, id")
