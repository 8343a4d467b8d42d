# SPDX-License-Identifier: MIT
"""A letter in two languages: joined, followed, issued together or with a reason."""

from typing import Any

import pytest

from storage.acts import letters, pairs
from storage.errors import Refused
from storage.model.letter import Letter, WholeLetter
from storage.model.pair import BOTH, FIRST, ONLY_SECOND, SAME, UNSEEN, proposed, rearranged
from storage.model.visit import Visit
from storage.queries.letters import whole_letter
from storage.queries.pairs import both, pair_of, rows
from storage.store import Store
from tests.builders import a_letter, a_visit, again
from tests.storage.acts.test_letters import sealed


def whole(store: Store, letter: Letter) -> WholeLetter:
    found = whole_letter(store, letter.id)
    assert found is not None
    return found


@pytest.fixture
def two(store: Store) -> tuple[Letter, Letter]:
    """Give one letter in English and Welsh, joined."""
    visit = a_visit(store)
    english, welsh = a_letter(store, visit, "One."), a_welsh(store, visit, "Un.")
    pairs.join(store, whole(store, english), whole(store, welsh))
    return again(store, english), again(store, welsh)


def a_welsh(store: Store, visit: Visit, *sentences: str) -> Any:
    made = a_letter(store, visit, *sentences)
    letters.amend(store, made, language="cy")
    return again(store, made)


def test_joined_letters_know_each_other_from_both_sides(store: Store, two: tuple[Letter, Letter]) -> None:
    english, welsh = two
    assert welsh.pair_id == english.id
    assert pair_of(store, english) == welsh
    assert pair_of(store, welsh) == english
    found = both(store, welsh)
    assert found is not None
    assert found[0].letter == english
    assert [row.state for row in rows(store, english)] == [SAME]


def test_a_changed_paragraph_is_marked_until_somebody_says_that_the_other_follows(
    store: Store, two: tuple[Letter, Letter]
) -> None:
    english, _welsh = two
    [row] = rows(store, english)
    assert row.first is not None
    letters.reword(store, row.first.sentences[0], "One, amended.")
    [row] = rows(store, english)
    assert row.state == FIRST
    assert row.first is not None
    assert row.second is not None
    letters.reword(store, row.second.sentences[0], "Un, diwygiwyd.")
    [row] = rows(store, english)
    assert row.state == BOTH
    assert row.first is not None
    assert row.second is not None
    pairs.follow(store, row.first, row.second)
    assert [row.state for row in rows(store, english)] == [SAME]


def test_two_of_one_language_or_of_two_visits_are_no_pair(store: Store) -> None:
    visit = a_visit(store)
    one, same = a_letter(store, visit, "One."), a_letter(store, visit, "One.")
    with pytest.raises(Refused, match="same language"):
        pairs.join(store, whole(store, one), whole(store, same))
    with pytest.raises(Refused, match="different letters"):
        pairs.join(store, whole(store, one), whole(store, a_welsh(store, a_visit(store), "Un.")))


def test_a_letter_that_has_its_pair_takes_no_other(store: Store, two: tuple[Letter, Letter]) -> None:
    with pytest.raises(Refused, match="has its pair"):
        pairs.join(store, whole(store, two[0]), whole(store, two[1]))
    pairs.part(store, two[1])
    assert pair_of(store, two[0]) is None


def test_both_languages_are_issued_in_one_gesture(store: Store, two: tuple[Letter, Letter]) -> None:
    english, welsh = two
    sealed(store, english)
    with pytest.raises(Refused, match="not signed yet"):
        pairs.issue(store, again(store, english))
    sealed(store, welsh)
    pairs.issue(store, again(store, english))
    assert [again(store, each).status for each in two] == ["issued", "issued"]
    assert len({each.gesture for each in store.ledger.changes() if each.act == "pairs.issue"}) == 1


def test_one_goes_alone_only_with_a_reason_which_is_kept(store: Store, two: tuple[Letter, Letter]) -> None:
    english, welsh = two
    sealed(store, english)
    with pytest.raises(Refused, match="both go out at once"):
        letters.move(store, again(store, english), "issued")
    pairs.issue(store, again(store, english), "The translator is ill; the Welsh follows on Monday.")
    now = again(store, english)
    assert (now.status, now.state_reason[:14]) == ("issued", "The translator")
    sealed(store, welsh)
    pairs.issue(store, again(store, welsh))  # the other is out already: this one needs no reason
    assert again(store, welsh).status == "issued"


def test_joined_by_hand_paragraphs_go_together_as_the_rows_say_and_are_looked_at_later(store: Store) -> None:
    visit = a_visit(store)
    english, welsh = a_letter(store, visit, "One."), a_welsh(store, visit, "Rhagair.")
    section = whole(store, welsh).sections[0].section
    letters.add_paragraph(store, section, "0020", "Un.")
    arranged = rearranged(proposed(whole(store, english), whole(store, welsh)), 1, -1)
    pairs.join(store, whole(store, english), whole(store, welsh), arranged, looked=False)
    found = rows(store, again(store, english))
    assert [(row.first and row.first.text, row.second and row.second.text) for row in found] == [
        (None, "Rhagair."),
        ("One.", "Un."),
    ]
    assert found[1].state == UNSEEN
    pairs.part(store, again(store, welsh))
    pairs.join(store, whole(store, english), whole(store, welsh))
    assert [row.state for row in rows(store, again(store, english))] == [SAME, ONLY_SECOND]
