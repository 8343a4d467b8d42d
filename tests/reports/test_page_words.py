# SPDX-License-Identifier: MIT
"""The words of pages: the same in every language, none empty, with the same places to fill."""

from string import Formatter

import pytest

from reports.page_words import words
from resources.language import LANGUAGES


def _places(text: str) -> set[str]:
    return {name for _words, name, _form, _how in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_word(code: str) -> None:
    english, theirs = words("en"), words(code)
    assert theirs.keys() == english.keys()
    assert all(each.strip() for each in theirs.values())
    assert {name: _places(each) for name, each in theirs.items()} == {
        name: _places(each) for name, each in english.items()
    }
