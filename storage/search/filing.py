# SPDX-License-Identifier: MIT
"""What a note is filed under: its words, their stems, radicals and beginnings, and the marks of where it belongs.

Text in, text out: where it is kept is index.py's affair, what is asked of it query.py's.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

from storage.search import tongue
from storage.search.english import stem
from storage.search.tongue import BOTH, ENGLISH, WELSH, end_of_sentence, languages, sentences
from storage.search.welsh import radicals
from storage.search.words import words
from storage.steps import Steps, in_parts

STEM, RADICAL, BEGINNING, MARK = "=", "~", "<", "#"
"""Signs before an English stem, a Welsh radical, the beginning of a word, and what a note is filed under; no word has
them."""
BEGINNINGS = 2, 3, 4
"""Lengths of the beginnings that a word is filed under: while fewer letters are typed there are most hits to gather."""
LEAST_FORMED = 3
"""Letters from which on a beginning is that of a stem or radical too."""
_FORMED = tuple(each for each in BEGINNINGS if each >= LEAST_FORMED)
MOST_SPOKEN = 40_000
"""Words that stand in the index in their order, for phrases; of a whole pasted book, those that follow stand alone."""
_MOST_FILED = 40_000
"""Different words and forms that a note is filed under at most, some 30 ms of FTS5's: a novel has fewer."""
PIECE = 20_000
"""Signs that are read between two rests: a few milliseconds."""
_WORDS = 400
"""Different words filed between two rests."""
_KNOWN = 65536


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
    for found, read_in in sentences(text):
        spoken += found
        also.update(*map(_FORMS[read_in], {*found}))
    return " ".join((*spoken, *also, *marks))


def documenting(text: str, marks: Sequence[str]) -> Steps[str]:
    """Do what `document` does for a text of any length, in small steps."""
    spoken: list[str] = []
    leaning: dict[int, set[str]] = {-1: set(), 0: set(), 1: set()}
    lean_of_all = start = 0
    while start < len(text):
        end = end_of_sentence(text, start, PIECE)
        for found, lean in tongue.told(text[start:end]):
            lean_of_all += lean
            spoken += found[: max(0, MOST_SPOKEN - len(spoken))]
            known = leaning[(lean > 0) - (lean < 0)]
            if len(known) < _MOST_FILED:
                known.update(found)
        start = end
        yield 0.9 * start / len(text)
    also: set[str] = set()
    for lean, known in leaning.items():
        made = _FORMS[languages(lean or lean_of_all)]
        for some in in_parts([*known], _WORDS):
            if len(also) < _MOST_FILED:
                also.update(*map(made, some))
            yield 0.95
    known = {*spoken}
    every = set().union(*leaning.values()) - known
    yield 0.97
    others = [*islice(_by_weight(every, also), max(0, _MOST_FILED - len(known)))]
    yield 0.98
    return " ".join((*spoken, *others, *marks))


def _by_weight(every: Iterable[str], also: Collection[str]) -> Iterator[str]:
    """Yield words, then their stems and radicals, then their beginnings: the last are missed least."""
    yield from every
    yield from (each for each in also if each[0] != BEGINNING)
    yield from (each for each in also if each[0] == BEGINNING)


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
