# SPDX-License-Identifier: MIT
"""Text → words as they are indexed and sought: small letters, no accents. Languages are welsh.py's and english.py's."""

import re
import unicodedata
from collections.abc import Iterator

_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
LONGEST = 64
"""Letters of a word that count; a longer one is some pasted code."""


def folded(text: str) -> str:
    """Return the text in small letters without accents: ŵ and ŷ, typed as one sign or as two, become w and y."""
    small = text.casefold()
    return small if small.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", small))


def words(text: str) -> list[str]:
    """Return the text's words, folded, in order."""
    return [word[:LONGEST] for word in _WORD.findall(folded(text))]


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word, folded, with where it begins and ends in the text as it is written."""
    for found in _WORD.finditer(text):
        word = folded(found.group())[:LONGEST]
        if word:
            yield word, found.start(), found.end()
