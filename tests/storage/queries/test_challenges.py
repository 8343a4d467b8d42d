# SPDX-License-Identifier: MIT
"""Asking for the factual-accuracy round."""

from dataclasses import replace

from storage.acts import challenges
from storage.queries.challenges import challenges_of_letter, challenges_of_visit, reply_due
from storage.store import Store
from tests.builders import a_letter, a_visit


def test_a_letters_comments_are_its_own_and_its_visits(store: Store) -> None:
    visit = a_visit(store)
    one, other = a_letter(store, visit, "One."), a_letter(store, visit, "Two.")
    challenges.write(store, one, "First.", received="2018-10-02")
    challenges.write(store, one, "Earlier.", received="2018-10-01")
    challenges.write(store, other, "Elsewhere.")
    assert [each.text for each in challenges_of_letter(store, one.id)] == ["Earlier.", "First."]
    assert len(challenges_of_visit(store, visit.id)) == 3


def test_a_letter_that_never_went_out_or_bears_nonsense_has_no_reply_due(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.")
    assert reply_due(shell) is None
    assert reply_due(replace(shell, accuracy_from="soon", accuracy_days=10)) is None
