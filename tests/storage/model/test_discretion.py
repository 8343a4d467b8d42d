# SPDX-License-Identifier: MIT
"""What may tell who a child is, is hinted at; roles, places and the days of a case are not."""

from datetime import date

import pytest

from storage.model.discretion import slips

TODAY = date(2018, 7, 10)
WORDS = {"looked", "after", "child", "protection", "plans", "were"}


def hinted(text: str, *allowed: str) -> list[tuple[str, str]]:
    return [(each.kind, each.words) for each in slips(text, TODAY, allowed, lambda word: word in WORDS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ethan Practice said so.", "Ethan Practice"),
        ("I met Siân ap Rhys.", "Siân ap Rhys"),
        ("The mother, Mrs Evans, agreed.", "Mrs Evans"),
        ("Team Manager Ethan Practice", "Ethan Practice"),
    ],
)
def test_what_looks_like_a_name_is_hinted_at(text: str, found: str) -> None:
    assert hinted(text) == [("name", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Social Worker A said so.",
        "Looked After children",
        "Child Protection Plans",
        "Case 07",
        "See #QA1 Plans Were",
        "",
    ],
)
def test_roles_and_ordinary_words_are_not(text: str) -> None:
    assert hinted(text) == []


def test_places_that_were_named_may_stand() -> None:
    assert hinted("Read at Plas Madoc.") == [("name", "Plas Madoc")]
    assert hinted("Read at Plas Madoc.", "plas") == []


@pytest.mark.parametrize("text", ["DOB 12/03/2018", "ganwyd 3 Mai 2018", "on 12/03/2009", "on 3 May 2010", "12.3.09"])
def test_what_may_be_a_date_of_birth_is_hinted_at(text: str) -> None:
    assert [kind for kind, _ in hinted(text)] == ["birth"]


@pytest.mark.parametrize(
    "text", ["reviewed 12/06/2018", "since 3 May 2018", "in 2009", "signed 12/03/1950", "6/8 files"]
)
def test_the_days_of_a_case_are_not(text: str) -> None:
    assert hinted(text) == []
