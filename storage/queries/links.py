# SPDX-License-Identifier: MIT
"""Questions about links: which notes speak to which criterion."""

from storage.model.link import Link
from storage.queries.rows import one, present, records
from storage.store import Store


def link(store: Store, link_id: str) -> Link | None:
    """Return one link, withdrawn or not, or None."""
    return one(store, Link, link_id)


def links_of_visit(store: Store, visit_id: str) -> tuple[Link, ...]:
    """Return a visit's links, by rubric and criterion."""
    return present(store, Link, "visit_id", visit_id, "rubric, area, id")


def links_of_rubric(store: Store, visit_id: str, rubric: str, after: str, most: int) -> tuple[Link, ...]:
    """Return at most so many of a visit's links to an edition, by identifier, those after one."""
    where = "present AND visit_id = ? AND rubric = ? AND id > ?"
    return records(store, Link, where, (visit_id, rubric, after), f"id LIMIT {int(most)}")


def links_of_note(store: Store, note_id: str) -> tuple[Link, ...]:
    """Return a note's links, by rubric and criterion."""
    return present(store, Link, "note_id", note_id, "rubric, area, id")
