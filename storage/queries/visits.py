# SPDX-License-Identifier: MIT
"""Questions about visits: those on this laptop, an authority's, one by its identifier."""

from storage.model.visit import Visit
from storage.queries.rows import one, present, records
from storage.store import Store


def visit(store: Store, visit_id: str) -> Visit | None:
    """Return one visit, or None."""
    return one(store, Visit, visit_id)


def visits(store: Store) -> tuple[Visit, ...]:
    """Return every visit, past ones of the standing records included, by date."""
    return records(store, Visit, "present", (), "dates, id")


def visits_of_authority(store: Store, authority_id: str) -> tuple[Visit, ...]:
    """Return an authority's visits, by date."""
    return present(store, Visit, "authority_id", authority_id, "dates, id")
