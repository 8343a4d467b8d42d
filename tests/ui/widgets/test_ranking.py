# SPDX-License-Identifier: MIT
"""A few letters find what is meant, best first, with or without accents."""

import pytest

from ui.widgets.ranking import Entry, Ranking, plain

ENTRIES = [
    Entry("New note", "Notes"),
    Entry("New visit", "Visits"),
    Entry("Link to an area", "Notes"),
    Entry("Sign the letter", "Letters"),
    Entry("Ŵyr Llŷr", "Notes"),
    Entry("QA1 Supervision is regular", "Area"),
]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("new n", "New note"),
        ("nv", "New visit"),
        ("visit", "New visit"),
        ("sign", "Sign the letter"),
        ("wyr", "Ŵyr Llŷr"),
        ("qa1", "QA1 Supervision is regular"),
        ("letter sign", "Sign the letter"),
        ("spvsn", "QA1 Supervision is regular"),
    ],
)
def test_a_few_letters_find_what_is_meant(query: str, title: str) -> None:
    assert Ranking(ENTRIES).best(query)[0].title == title


def test_every_word_must_be_found_somewhere() -> None:
    assert Ranking(ENTRIES).best("note zebra") == []


def test_nothing_typed_shows_the_first_in_their_order() -> None:
    assert Ranking(ENTRIES).best("  ", most=2) == ENTRIES[:2]


def test_of_equal_answers_the_earlier_comes_first() -> None:
    twins = [Entry("Note", "1"), Entry("Note", "2")]
    assert Ranking(twins).best("note") == twins


def test_capitals_and_accents_do_not_matter() -> None:
    assert plain("ŴŶÂïß") == "wyaiss"
