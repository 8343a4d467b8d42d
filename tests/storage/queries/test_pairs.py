# SPDX-License-Identifier: MIT
"""Asking for a letter's pair, where there is none."""

from storage.acts import letters, pairs
from storage.queries.letters import whole_letter
from storage.queries.pairs import both, joinable, pair_of, rows
from storage.store import Store
from tests.builders import a_letter, a_visit, again


def test_a_letter_that_stands_alone_has_no_pair_and_no_rows(store: Store) -> None:
    alone = a_letter(store, a_visit(store), "One.")
    assert pair_of(store, alone) is both(store, alone) is None
    assert rows(store, alone) == ()


def test_a_letter_drafted_apart_in_the_other_language_can_be_joined_until_it_is(store: Store) -> None:
    visit = a_visit(store)
    english, welsh, _other = (a_letter(store, visit, words) for words in ("One.", "Un.", "Two."))
    assert joinable(store, english) == ()
    letters.amend(store, welsh, language="cy")
    assert [each.id for each in joinable(store, english)] == [welsh.id]
    whole = whole_letter(store, english.id), whole_letter(store, welsh.id)
    assert whole[0] is not None
    assert whole[1] is not None
    pairs.join(store, whole[0], whole[1])
    assert joinable(store, again(store, english)) == joinable(store, again(store, welsh)) == ()
