# SPDX-License-Identifier: MIT
"""Linking a note, or some of its words, to a criterion."""

import pytest

from storage.acts import links, notes
from storage.errors import Refused
from storage.queries.links import link as link_by_id
from storage.queries.links import links_of_note, links_of_visit
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_store, a_visit, again, hand_over, join


def test_linking_twice_is_once(store: Store) -> None:
    visit = a_visit(store)
    note = a_note(store, visit)
    assert a_link(store, note) == a_link(store, note)
    assert len(links_of_visit(store, visit.id)) == 1


def test_a_span_keeps_its_words_and_the_version_it_was_made_on(store: Store) -> None:
    note = a_note(store, a_visit(store), text="Six of eight files held a plan.")
    link = a_link(store, note, "QA1", (0, 12))
    assert link.quoted == "Six of eight"
    [head] = note.seen["text"]
    assert link.span == f"0-12@{head.device}.{head.seq}"
    notes.amend(store, note, text="Seven of eight files held a plan.")
    other = a_link(store, again(store, note), "QA1", (0, 14))
    assert again(store, link).quoted == "Six of eight"
    assert other.id != link.id


def test_a_withdrawn_link_comes_back_when_linked_again(store: Store) -> None:
    note = a_note(store, a_visit(store))
    link = a_link(store, note)
    links.unlink(store, link)
    assert links_of_note(store, note.id) == ()
    assert link_by_id(store, link.id) is not None
    assert a_link(store, note) == link
    assert len(links_of_note(store, note.id)) == 1


def test_a_withdrawn_note_is_not_linked(store: Store) -> None:
    note = a_note(store, a_visit(store))
    notes.withdraw(store, note)
    with pytest.raises(Refused, match="withdrawn"):
        links.link(store, again(store, note), RUBRIC, "QA1")


def test_the_same_link_made_on_two_devices_is_one(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    join(store, visit.stream_id, other)
    a_link(store, note)
    a_link(other, again(other, note))
    hand_over(other, store, visit.stream_id)
    hand_over(store, other, visit.stream_id)
    for each in (store, other):
        assert len(links_of_note(each, note.id)) == 1


def test_an_unlinking_does_not_hide_a_linking_it_did_not_see(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    note = a_note(store, visit)
    join(store, visit.stream_id, other)
    mine = a_link(store, note)
    a_link(other, again(other, note))
    links.unlink(store, mine)
    hand_over(other, store, visit.stream_id)
    assert len(links_of_note(store, note.id)) == 1
