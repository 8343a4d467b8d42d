# SPDX-License-Identifier: MIT
"""Questions about links."""

from storage.queries.links import link, links_of_note, links_of_rubric, links_of_visit
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_visit


def test_links_come_by_rubric_and_criterion(store: Store) -> None:
    visit = a_visit(store)
    one, two = a_note(store, visit), a_note(store, visit)
    second, first, third = a_link(store, one, "QA1"), a_link(store, two, "HR1"), a_link(store, one, "QA2")
    assert links_of_visit(store, visit.id) == (first, second, third)
    assert links_of_note(store, one.id) == (second, third)
    assert link(store, first.id) == first
    assert link(store, "none") is None


def test_links_to_an_edition_come_page_by_page(store: Store) -> None:
    note = a_note(store, a_visit(store))
    known = sorted(a_link(store, note, code).id for code in ("QA1", "QA2", "HR1"))
    first = links_of_rubric(store, note.visit_id, RUBRIC, "", 2)
    assert [each.id for each in first] == known[:2]
    assert [each.id for each in links_of_rubric(store, note.visit_id, RUBRIC, known[1], 2)] == known[2:]
    assert links_of_rubric(store, note.visit_id, "another", "", 2) == ()
