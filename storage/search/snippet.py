# SPDX-License-Identifier: MIT
"""The words around what was found, made for the notes of one page only: the index itself holds no text."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from storage.search.english import stem
from storage.search.filing import RADICAL, STEM
from storage.search.query import Question, Term
from storage.search.welsh import radicals, relatives
from storage.search.words import aligned

_BEFORE, _LONG = 60, 240
"""Signs shown before the first hit, and in all."""
READ = 40_000
"""Signs of a note that are looked at: a pasted book is not read through while somebody types."""
_TELLING = 3
"""Letters of a needle that stands in few other words."""
_BETWEEN = re.compile(r"[\W_]+")
_word_at: Callable[[str, int], re.Match[str]] = re.compile(r"[^\W_]+").match  # type: ignore[assignment]
"""Given a letter's place, from there to the end of its word."""
_WHITE = re.compile(r"\s")
Span = tuple[int, int]
"""Where something begins and ends."""

Needle = tuple[str, bool, Term | None]
"""What every hit has in it; whether it may stand behind the beginning of the word; the phrase, where it begins one."""


class Snippet(NamedTuple):
    """A piece of a note on one line, and where the hits stand in it."""

    text: str
    hits: tuple[Span, ...] = ()
    """(start, end) in the text, in order."""


class _Known(dict[str, bool]):
    """Whether a word that was met is one of those that are sought."""

    def __init__(self, sought: list[Term]) -> None:
        self._sought = sought

    def __missing__(self, word: str) -> bool:
        self[word] = is_hit = any(_fits(word, term) for term in self._sought)
        return is_hit


class Snippets:
    """The pieces that answer one question: what it learns of a word is used for every note of the page."""

    def __init__(self, question: Question) -> None:
        """Make ready to look for the question's words."""
        sought = [term for term in question.terms if len(term.words) == 1]
        self._known = _Known(sought)
        # Few words have in them what is sought does: only these are looked at closely. Plain finding needs no pattern,
        # which for a question that is asked once would take longer to make than all of the page.
        self._needles: list[Needle] = [
            *((term.words[0], False, term) for term in question.terms if len(term.words) > 1),
            *((word, False, None) for word in {term.words[0] for term in sought if not term.forms}),
            *((*each, None) for each in {each for term in sought if term.forms for each in _needles(term.words[0])}),
        ]

    def of(self, text: str) -> Snippet:
        """Return the piece of the text around the first hit; its beginning where nothing in it is one."""
        read = text if len(text) <= READ else text[:READ]
        small, places = (read.lower(), None) if read.isascii() else aligned(read)
        found = _found(small, self._needles, self._known, _LONG if places is None else len(small))
        if not found:
            return _piece(text, 0, found)
        if places is not None:
            found = [(places[at], places[end]) for at, end in found]
        begin = found[0][0]
        start = _cut_at(text, begin - _BEFORE) if begin > _BEFORE else 0
        most = start + _LONG
        return _piece(text, start, found if found[-1][1] <= most else [each for each in found if each[1] <= most])


def _found(small: str, needles: Sequence[Needle], known: _Known, around: int) -> list[Span]:
    """Return where hits stand, in order, from the first one on to so many signs behind it."""
    found: list[Span] = []
    high = len(small)
    for needle, is_inside, phrase in needles:
        at = small.find(needle, 0, high)
        while at >= 0:
            begin, end = at, 0
            if is_inside:
                while begin and small[begin - 1].isalnum():
                    begin -= 1
            if is_inside or not at or not small[at - 1].isalnum():
                end = _word_at(small, at).end() if phrase is None else _end_of_phrase(small, at, phrase)
                if end and (phrase is not None or known[small[begin:end]]):
                    found.append((begin, end))
                    if begin + around < high:
                        high = begin + around
            at = small.find(needle, end or at + 1, high)
    return found if len(needles) == 1 else _in_order(found)


def _in_order(found: list[Span]) -> list[Span]:
    """Return what was found in order, of what overlaps the first and longest."""
    kept: list[Span] = []
    for at, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or at >= kept[-1][1]:
            kept.append((at, end))
    return kept


def _end_of_phrase(small: str, at: int, phrase: Term) -> int:
    end = at + len(phrase.words[0])
    for word in phrase.words[1:]:
        gap = _BETWEEN.match(small, end)
        if gap is None or not small.startswith(word, gap.end()):
            return 0
        end = gap.end() + len(word)
    whole = _word_at(small, end - 1).end()
    return whole if whole == end or phrase.is_beginning else 0


def _piece(text: str, start: int, found: Sequence[Span]) -> Snippet:
    """Return a piece of a text and where what was found in the text stands in the piece."""
    end, after = start + _LONG, ""
    if end < len(text):
        end, after = _end_at(text, end, found[-1][1] if found else 0), "…"
    piece = text[start:end]
    # White signs become spaces one by one, so that places stay.
    flat = _WHITE.sub(" ", piece) if _is_uneven(piece) else piece
    if not start:
        return Snippet(flat + after, tuple(found))
    shift = 1 - start
    return Snippet(f"…{flat}{after}", tuple([(first + shift, last + shift) for first, last in found]))


def _is_uneven(piece: str) -> bool:
    """Say whether there may be white signs that are no spaces; for most pieces, a look at each sign takes longer."""
    if not piece.isascii():
        return not piece.isprintable()  # only a space is both white and printable
    if "\n" in piece or "\t" in piece or "\r" in piece or "\v" in piece or "\f" in piece:
        return True
    return "\x1c" in piece or "\x1d" in piece or "\x1e" in piece or "\x1f" in piece


@lru_cache(maxsize=1024)
def _needles(word: str) -> Sequence[tuple[str, bool]]:
    """Return what every form of a word has in it, one or another, and whether it may stand behind its beginning."""
    formed = stem(word)
    begun = formed[: max(2, len(formed) - 2)]  # a stem alters two letters at most, and never the first two
    # A mutated form is another beginning with the same rest.
    others = [each for each in relatives(word) if not each.startswith(begun)]
    rest = word
    for each in others:
        while not each.endswith(rest):
            rest = rest[1:]
    inside = begun[len(word) - len(rest) :]
    if len(inside) >= _TELLING:
        return ((inside, bool(others)),)
    return (begun, False), *((each, False) for each in others)


def _fits(word: str, term: Term) -> bool:
    sought = term.words[0]
    if word == sought or (term.is_beginning and word.startswith(sought)):
        return True
    if not term.forms:
        return False
    if STEM + stem(word) in term.forms:
        return True
    beginnings = tuple(form for form in term.forms if form[0] == RADICAL)
    own = (RADICAL + each for each in radicals(word))
    return any(each.startswith(beginnings) if term.is_beginning else each in beginnings for each in own)


def _cut_at(text: str, start: int) -> int:
    """Return where to begin so that no word is cut."""
    if start <= 0:
        return 0
    space = text.find(" ", start, start + _BEFORE)
    return space + 1 if space >= 0 else start


def _end_at(text: str, end: int, least: int) -> int:
    """Return where to end so that no word is cut, behind the last hit."""
    space = text.rfind(" ", max(least, end - _BEFORE), end)
    return space if space > 0 else max(end, least)
