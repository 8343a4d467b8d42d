# SPDX-License-Identifier: MIT
"""What a note is filed under: its words, their stems, radicals and beginnings, and the marks of where it belongs.

Text in, text out: where it is kept is index.py's affair, what is asked of it query.py's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from storage.search import tongue
from storage.search.english import stem
from storage.search.tongue import BOTH, ENGLISH, WELSH, Told, end_of_sentence, sentences
from storage.search.welsh import radicals
from storage.search.words import words
from storage.steps import Steps

STEM, RADICAL, BEGINNING, MARK = "=", "~", "<", "#"
"""Signs before an English stem, a Welsh radical, the beginning of a word, and what a note is filed under; no word has
them."""
BEGINNINGS = 2, 3, 4
"""Lengths of the beginnings that a word is filed under: while fewer letters are typed there are most hits to gather."""
LEAST_FORMED = 3
"""Letters from which on a beginning is that of a stem or radical too."""
_FORMED = tuple(each for each in BEGINNINGS if each >= LEAST_FORMED)
MOST_SPOKEN = 50_000
"""Words that stand in the index in their order, for phrases; of a whole pasted book, those that follow stand alone."""
_MOST_FILED = 150_000
"""What one note is filed under at most: no text has so many words, only what is no text."""
PIECE = 20_000
"""Signs that are read between two rests, or filed: a few milliseconds."""
_WORDS = 3_000
_KNOWN = 65536
Read = tuple[list[str], tuple[str, ...]]
"""A sentence's words, and the languages they are read in."""


@lru_cache(maxsize=_KNOWN)
def mark(kind: str, value: str) -> str:
    """Return the sign that a note is filed under a value: a visit, a case … Hashed: a value may be any text."""
    return f"{MARK}{kind}{blake2b(value.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


def case_of(pseudonym: str) -> str:
    """Return a case's pseudonym as it is compared: “case 07” is “Case 07”."""
    return " ".join(words(pseudonym))


def document(text: str, marks: Sequence[str]) -> str:
    """Return everything that a note of the text is found by, as the index takes it."""
    spoken: list[str] = []
    also: set[str] = set()
    for found, languages in sentences(text):
        spoken += found
        also.update(*map(_FORMS[languages], {*found}))
    return " ".join((*spoken, *also, *marks))


def documenting(text: str, marks: Sequence[str]) -> Steps[str]:
    """Do what `document` does for a text of any length, in small steps."""
    told: list[Told] = []
    start = 0
    while start < len(text):
        end = end_of_sentence(text, start, PIECE)
        told += tongue.told(text[start:end])
        start = end
        yield start / (2 * len(text))
    spoken: list[str] = []
    also: set[str] = set()
    for at, some in enumerate(_pieces(tongue.in_languages(told))):
        for found, languages in some:
            room = max(0, MOST_SPOKEN - len(spoken))
            spoken += found[:room]
            if len(also) < _MOST_FILED:
                also.update(found[room:], *map(_FORMS[languages], found))
        yield 0.5 + at * PIECE / (2 * len(text))
    return " ".join((*spoken, *also, *marks))


def _pieces(read: Iterable[Read]) -> Iterator[list[Read]]:
    """Yield sentences some together, a few thousand words."""
    some: list[Read] = []
    count = 0
    for each in read:
        some.append(each)
        count += len(each[0])
        if count >= _WORDS:
            yield some
            some, count = [], 0
    yield some


@lru_cache(maxsize=_KNOWN)
def _english(word: str) -> tuple[str, ...]:
    """Return under what an English word is found, beside itself."""
    begun = _beginnings(word, BEGINNINGS)
    return (*begun, STEM + stem(word)) if word.isalpha() else begun


@lru_cache(maxsize=_KNOWN)
def _welsh(word: str) -> tuple[str, ...]:
    """Return under what a Welsh word is found, beside itself."""
    if not word.isalpha():
        return _beginnings(word, BEGINNINGS)
    known = radicals(word)
    begun = {each for radical in known for each in _beginnings(radical, _FORMED)}
    return (*begun, *_beginnings(word, BEGINNINGS), *(RADICAL + each for each in known))


@lru_cache(maxsize=_KNOWN)
def _either(word: str) -> tuple[str, ...]:
    return (*_english(word), *_welsh(word))


_FORMS: Mapping[tuple[str, ...], Callable[[str], tuple[str, ...]]] = {
    (ENGLISH,): _english,
    (WELSH,): _welsh,
    BOTH: _either,
}


def _beginnings(word: str, lengths: Sequence[int]) -> tuple[str, ...]:
    return tuple([BEGINNING + word[:length] for length in lengths if length <= len(word)])
