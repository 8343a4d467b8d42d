# SPDX-License-Identifier: MIT
"""Questions about matters of concern: those of a visit, those still open anywhere, those whose outcome is wanted."""

from storage.model.concern import Concern
from storage.model.visit import Visit
from storage.queries.rows import one, present, records
from storage.store import Store


def concern(store: Store, concern_id: str) -> Concern | None:
    """Return one matter of concern, or None."""
    return one(store, Concern, concern_id)


def concerns_of_visit(store: Store, visit_id: str) -> tuple[Concern, ...]:
    """Return a visit's matters of concern, oldest first."""
    return present(store, Concern, "visit_id", visit_id, "raised_at, id")


def open_concerns(store: Store) -> tuple[Concern, ...]:
    """Return every matter of concern of any visit that nobody in the authority has acknowledged, oldest first."""
    return records(store, Concern, "present AND acknowledged_at = '' AND outcome_at = ''", (), "raised_at, id")


def outcomes_wanted(store: Store, visit: Visit) -> tuple[Concern, ...]:
    """Return the matters of earlier visits to the same authority whose outcome nobody has recorded, oldest first.

    Earlier: raised at another visit. It is asked for at the next one, whichever that is (domain (b), peers row C).
    """
    where = "present AND authority_id = ? AND visit_id != ? AND outcome_at = ''"
    return records(store, Concern, where, (visit.authority_id, visit.id), "raised_at, id")
