# SPDX-License-Identifier: MIT
"""Each visit's stream holds the wordings of its own letters, though another visit has the very same."""

from reports import acts
from reports.facts import facts_of
from storage.queries.letters import letters_of_visit
from storage.queries.wordings import is_in, wordings_of_visit
from storage.store import Store
from tests.builders import a_visit


def test_each_visit_holds_the_wordings_of_its_own_letters(store: Store) -> None:
    first, second = a_visit(store), a_visit(store)
    for there in (first, first, second):
        acts.draft(store, facts_of(store, there.id, "2018-10-12"), "correction_notice")
    (one, _again), (other,) = letters_of_visit(store, first.id), letters_of_visit(store, second.id)
    assert one.wording_id == other.wording_id
    assert is_in(store, first.stream_id, one.wording_id)
    assert is_in(store, second.stream_id, one.wording_id)
    assert [each.id for each in wordings_of_visit(store, first.id)] == [one.wording_id]


def test_a_visit_without_letters_has_none(store: Store) -> None:
    assert wordings_of_visit(store, a_visit(store).id) == ()
