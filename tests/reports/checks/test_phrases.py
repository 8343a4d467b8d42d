# SPDX-License-Identifier: MIT
"""The phrase bank: both languages have phrases of every rule, found where they stand."""

import pytest

from reports.catalogue import LETTER_TYPES
from reports.checks.phrases import FOUND, HEARD, SAW, house
from resources.language import LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_phrases_of_every_rule_and_known_lengths(language: str) -> None:
    rules = house(language)
    assert {SAW, HEARD, FOUND} <= {each.rule for each in rules.phrases} <= {SAW, HEARD, FOUND, ""}
    assert set(rules.length) - {each.name for each in LETTER_TYPES} == {"other"}


def test_a_promise_is_found_whole_and_in_any_case() -> None:
    assert house("en").promises("There we saw, and we sawed.") == [((6, 12), SAW)]
    assert house("cy").promises("Clywsom gan staff.") == [((0, 7), HEARD)]
