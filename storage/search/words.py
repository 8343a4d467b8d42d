# SPDX-License-Identifier: MIT
"""Text → words as they are indexed and sought: small letters, no accents. Languages are welsh.py's and english.py's."""

import re
import unicodedata
from collections.abc import Sequence

_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_PLAIN = re.compile("[a-z0-9]+")
"""The same for a text that is ASCII, three times as quick."""
LONGEST = 64
"""Letters of a word that count; a longer one is some pasted code."""


def folded(text: str) -> str:
    """Return the text in small letters without accents: ŵ and ŷ, typed as one sign or as two, become w and y."""
    small = text.casefold()
    return small if small.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", small))


def words(text: str) -> list[str]:
    """Return the text's words, folded, in order."""
    small = folded(text)
    found: list[str] = (_PLAIN if small.isascii() else _WORD).findall(small)
    return found if max(map(len, found), default=0) <= LONGEST else [word[:LONGEST] for word in found]


def aligned(text: str) -> tuple[str, Sequence[int] | None]:
    """Return the text folded, and where each of its signs stands in the text; None where all stand as they did."""
    if text.isascii():
        return text.lower(), None
    small = folded(text)
    if len(small) == len(text) == len(text.casefold()) and not _ACCENTS.search(text):
        return small, None
    signs = [(sign, at) for at, each in enumerate(text) for sign in folded(each)]
    return "".join(sign for sign, _ in signs), [*(at for _, at in signs), len(text)]
