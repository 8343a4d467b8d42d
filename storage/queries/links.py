# SPDX-License-Identifier: MIT
"""Questions about links: which notes speak to which criterion."""

from storage.model.link import Link
from storage.queries.rows import one, present
from storage.store import Store


def link(store: Store, link_id: str) -> Link | None:
    """Return one link, withdrawn or not, or None."""
    return one(store, Link, link_id)


def links_of_visit(store: Store, visit_id: str) -> tuple[Link, ...]:
    """Return a visit's links, by rubric and criterion."""
    return present(store, Link, "visit_id", visit_id, "rubric, area, id")


def links_of_note(store: Store, note_id: str) -> tuple[Link, ...]:
    """Return a note's links, by rubric and criterion."""
    return present(store, Link, "note_id", note_id, "rubric, area, id")
