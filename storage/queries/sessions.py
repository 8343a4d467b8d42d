# SPDX-License-Identifier: MIT
"""Questions about sessions: a visit's timetable."""

from storage.model.session import Session
from storage.queries.rows import one, present
from storage.store import Store


def session(store: Store, session_id: str) -> Session | None:
    """Return one session, or None."""
    return one(store, Session, session_id)


def sessions_of_visit(store: Store, visit_id: str) -> tuple[Session, ...]:
    """Return a visit's sessions, by day and time."""
    return present(store, Session, "visit_id", visit_id, "day, starts, id")
