# SPDX-License-Identifier: MIT
"""Questions about findings: a visit's."""

from storage.model.finding import Finding
from storage.queries.rows import one, present
from storage.store import Store


def finding(store: Store, finding_id: str) -> Finding | None:
    """Return one finding, or None."""
    return one(store, Finding, finding_id)


def findings_of_visit(store: Store, visit_id: str) -> tuple[Finding, ...]:
    """Return a visit's findings, in the order they were recorded."""
    return present(store, Finding, "visit_id", visit_id)
