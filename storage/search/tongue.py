# SPDX-License-Identifier: MIT
"""Which language a sentence is in, English or Welsh, by its small words and the looks of the others. A guess, not law.

A sentence that shows nothing is taken as the rest of its note is; a note that shows nothing, as both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from storage.search.words import words

ENGLISH, WELSH = "en", "cy"
BOTH = (ENGLISH, WELSH)

_SENTENCE = re.compile(r"[.!?;:]\s+|\n+")
_SMALL_ENGLISH = frozenset(
    words(
        "the of and to was were is are in for with that had has have not on by be been this from at as an it its their"
        " they she he her his which but or who there when would could should did does than about after before said all"
        " one two we our us you no only also each every some any"
    )
)
_SMALL_WELSH = frozenset(
    words(
        "yr y yn mae maen maent oedd roedd roeddent bod fod wedi ac nid nad na ei eu ein eich fy dy gan gyda hefyd ond"
        " neu fel hyn hynny hwn hon sydd sy yw ydy dim ddim pan wrth dros drwy trwy rhwng iddo iddi iddynt nhw pob holl"
        " cael gael gwneud bydd byddai ers heb mewn yno yna sut beth pwy ble er ar un dau dwy bob dylai rhaid"
    )
)
_LOOKS_ENGLISH = re.compile(r"[kqvxz]|(?:tion|ing|ed|ly|ness|ment|ies|ous|ity|ght)$")
_LOOKS_WELSH = re.compile(r"^(?:dd|ng|mh|nh|ll|gw|cyf|cyn|ymd|chw)|(?:aeth|iad|edig|iau|wyd|ydd|aidd|wyr|wch)$")


def sentences(text: str) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Yield each sentence's words, folded, with the languages it is to be read in."""
    every = told(text)
    whole = languages(sum(lean for _, lean in every))
    for found, lean in every:
        yield found, languages(lean, whole)


def told(text: str) -> list[tuple[list[str], int]]:
    """Return each sentence's words, and how much more Welsh than English they are; below nought for English."""
    return [(found, sum(map(_lean_of, found))) for part in _SENTENCE.split(text) if (found := words(part))]


def languages(lean: int, otherwise: tuple[str, ...] = BOTH) -> tuple[str, ...]:
    """Return in which languages words are read that lean so; otherwise where they lean to neither."""
    return (WELSH,) if lean > 0 else (ENGLISH,) if lean < 0 else otherwise


def end_of_sentence(text: str, start: int, most: int) -> int:
    """Return where to part a text at most so many signs further on: behind a sentence or a word, if it can be."""
    end = start + most
    if end >= len(text):
        return len(text)
    ends = max(text.rfind("\n", start, end), text.rfind(". ", start, end))
    if ends <= start:
        ends = text.rfind(" ", start, end)
    return ends + 1 if ends > start else end


@lru_cache(maxsize=65536)
def _lean_of(word: str) -> int:
    if word in _SMALL_WELSH:
        return 2
    if word in _SMALL_ENGLISH:
        return -2
    return bool(_LOOKS_WELSH.search(word)) - bool(_LOOKS_ENGLISH.search(word))
