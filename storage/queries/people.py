# SPDX-License-Identifier: MIT
"""Questions about people: inspectors and those of the authority, by role."""

from storage.model.person import Person
from storage.queries.rows import one, present
from storage.store import Store


def person(store: Store, person_id: str) -> Person | None:
    """Return one person, or None."""
    return one(store, Person, person_id)


def people_of_stream(store: Store, stream_id: str) -> tuple[Person, ...]:
    """Return the people recorded in a stream, in the order they were recorded."""
    return present(store, Person, "stream_id", stream_id)
