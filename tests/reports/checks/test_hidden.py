# SPDX-License-Identifier: MIT
"""Signs that nobody can see: found, read over, cleaned; what Welsh and English need stays."""

import pytest

from reports.checks.hidden import cleaned, hits, seen
from reports.checks.hit import Line


@pytest.mark.parametrize(
    "sign", ["\u200b", "\u200d", "\u00ad", "\u202e", "\u2066", "\ufeff", "\u2060", "\U000e0041", "\u0007"], ids=ascii
)
def test_a_sign_that_nobody_sees_is_found_and_cleaned(sign: str) -> None:
    text = f"Six of{sign} eight files."
    assert [each.start for each in hits(Line("s", text))] == [6]
    assert cleaned(text) == "Six of eight files."
    assert hits(Line("s", cleaned(text))) == []


def test_letters_of_another_alphabet_within_a_word_are_found_and_made_ours() -> None:
    (hit,) = hits(Line("s", "The pl\u0430n held."))
    assert hit.fragment == "pl\u0430n"
    assert cleaned("The pl\u0430n held.") == "The plan held."


def test_words_of_our_languages_are_let_be() -> None:
    text = "Mae’r tŷ’n “ŵyl” – café, 5\u00a0%, naïve; e\u0302."
    assert hits(Line("s", text)) == []
    assert cleaned(text) == text


def test_what_is_read_over_keeps_its_places() -> None:
    text, places = seen("a\u200bb")
    assert (text, list(places)) == ("ab", [0, 2])
