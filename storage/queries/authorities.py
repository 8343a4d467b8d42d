# SPDX-License-Identifier: MIT
"""Questions about authorities: which there are, and one by its identifier."""

from storage.model.authority import Authority
from storage.queries.rows import one, records
from storage.store import Store


def authority(store: Store, authority_id: str) -> Authority | None:
    """Return one authority, or None."""
    return one(store, Authority, authority_id)


def authorities(store: Store) -> tuple[Authority, ...]:
    """Return every authority, by name."""
    return records(store, Authority, "present", (), "name, id")
