# SPDX-License-Identifier: MIT
"""What a visit has seen is counted by note, not by link; what is withdrawn does not count."""

from storage.acts import links, notes
from storage.queries.coverage import Holding, coverage, holdings
from storage.store import Store
from tests.builders import RUBRIC, a_letter, a_link, a_note, a_visit, again


def test_a_note_linked_twice_to_a_criterion_counts_once(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit, "No supervision since March.", polarity="weakness")
    a_link(store, note)
    a_link(store, note, span=(0, 14))
    a_link(store, a_note(store, visit, polarity="strength"))
    assert coverage(store, visit.id) == {(RUBRIC, "QA1"): (1, 0, 1)}


def test_withdrawn_notes_and_links_do_not_count(store: Store) -> None:
    visit = a_visit(store)
    note, other = a_note(store, visit), a_note(store, visit)
    a_link(store, note)
    links.unlink(store, a_link(store, other, "HR1"))
    notes.withdraw(store, again(store, note))
    assert coverage(store, visit.id) == {}
    assert holdings(store) == {visit.id: Holding(notes=1)}


def test_a_visits_letters_are_counted_with_its_notes(store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    a_letter(store, visit, "Thank you.")
    assert holdings(store)[visit.id] == Holding(1, 1, ("drafting",))
