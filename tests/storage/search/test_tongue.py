# SPDX-License-Identifier: MIT
"""Sentences told apart: English, Welsh, and what shows nothing."""

import pytest

from storage import example
from storage.search.tongue import BOTH, ENGLISH, WELSH, sentences


def _languages(text: str) -> list[tuple[str, ...]]:
    return [languages for _, languages in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mae'r plant yn cael gofal da.",
        "Dywedodd y gweithiwr cymdeithasol fod y cynllun wedi ei adolygu.",
        "Nid oes tystiolaeth o oruchwyliaeth reolaidd.",
        "Roedd ei phlant hi yn yr ysgol",
        "Gwasanaethau plant Wrecsam",
    ],
)
def test_welsh_is_known_as_welsh(text: str) -> None:
    assert _languages(text) == [(WELSH,)]


@pytest.mark.parametrize(
    "text",
    [
        "Six of eight files held a current plan.",
        "The young person said that nobody had asked her.",
        "Supervision was irregular",
        "Good recording",
    ],
)
def test_english_is_known_as_english(text: str) -> None:
    assert _languages(text) == [(ENGLISH,)]


def test_each_sentence_of_a_mixed_note_is_read_in_its_own_language() -> None:
    text = "The child said this in Welsh. Dw i ddim yn hoffi mynd yno.\nHer words were noted."
    assert _languages(text) == [(ENGLISH,), (WELSH,), (ENGLISH,)]


def test_a_sentence_that_shows_nothing_is_read_as_its_note_is() -> None:
    assert _languages("Mae'r cynllun yn gyfredol. Llofnod: Ann.") == [(WELSH,)] * 3
    assert _languages("Plant") == [BOTH]


def test_the_worked_example_is_read_as_english() -> None:
    notes = example.load().tables["note"]
    told = [language for note in notes for language in _languages(note["text"])]
    assert len(told) > 80
    assert sum(each == (ENGLISH,) for each in told) / len(told) > 0.97


def test_nothing_at_all_has_no_sentences() -> None:
    assert _languages("") == _languages(" \n.;!") == []
