# SPDX-License-Identifier: MIT
"""The words around what was found, made for the notes of one page only: the index itself holds no text."""

import re
from collections.abc import Iterator, Sequence
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
_WORD, _BETWEEN = re.compile(r"[^\W_]+"), re.compile(r"[\W_]+")
_WHITE = re.compile(r"\s")
Span = tuple[int, int]
"""Where something begins and ends."""

Start = tuple[str, Term | None]
"""How a hit may begin; a phrase, where it must go on as one."""


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
        # Few words begin as what is sought does: only these are looked at closely. Plain finding needs no pattern,
        # which for a question that is asked once would take longer to make than all of the page.
        self._starts: list[Start] = [
            *((term.words[0], term) for term in question.terms if len(term.words) > 1),
            *((start, None) for start in {each for term in sought for each in _starts(term)}),
        ]

    def of(self, text: str) -> Snippet:
        """Return the piece of the text around the first hit; its beginning where nothing in it is one."""
        small, places = aligned(text if len(text) <= READ else text[:READ])
        there = [each for each in self._starts if each[0] in small]  # of many beginnings a note has one or two
        first = _first(small, there, self._known)
        if first is None:
            return _piece(text, 0, [])
        begin = first[0] if places is None else places[first[0]]
        start = _cut_at(text, begin - _BEFORE) if begin > _BEFORE else 0
        most = start + _LONG
        found = [first, *_others(small, there, self._known, first[1], most if places is None else len(small))]
        if places is not None:
            found = [(places[at], places[end]) for at, end in found]
        return _piece(text, start, [each for each in found if each[1] <= most])


def _first(small: str, starts: Sequence[Start], known: _Known) -> Span | None:
    """Return where the first hit stands."""
    found, high = None, len(small)
    for start, phrase in starts:
        at = small.find(start, 0, high + len(start) - 1)
        while at >= 0:
            if not (at and small[at - 1].isalnum()) and (end := _end(small, at, phrase, known)):
                found, high = (at, end), at
                break
            at = small.find(start, at + 1, high + len(start) - 1)
    return found


def _others(small: str, starts: Sequence[Start], known: _Known, low: int, high: int) -> list[Span]:
    """Return where hits stand that begin between two places, in order."""
    found: list[Span] = []
    for start, phrase in starts:
        at = small.find(start, low, high)
        while at >= 0:
            end = 0 if small[at - 1].isalnum() else _end(small, at, phrase, known)
            if end:
                found.append((at, end))
            at = small.find(start, max(end, at + 1), high)
    return found if len(starts) == 1 else _in_order(found)


def _end(small: str, at: int, phrase: Term | None, known: _Known) -> int:
    """Return where the hit ends that begins at a place, which is the beginning of a word; 0 if there is none."""
    if phrase is not None:
        return _end_of_phrase(small, at, phrase)
    end = _end_of_word(small, at)
    return end if known[small[at:end]] else 0


def _in_order(found: list[Span]) -> list[Span]:
    """Return what was found in order, of what overlaps the first and longest."""
    kept: list[Span] = []
    for at, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or at >= kept[-1][1]:
            kept.append((at, end))
    return kept


def _end_of_word(small: str, at: int) -> int:
    return _WORD.match(small, at).end()  # type: ignore[union-attr]  # where a word begins stands a letter at least


def _end_of_phrase(small: str, at: int, phrase: Term) -> int:
    end = at + len(phrase.words[0])
    for word in phrase.words[1:]:
        gap = _BETWEEN.match(small, end)
        if gap is None or not small.startswith(word, gap.end()):
            return 0
        end = gap.end() + len(word)
    whole = _end_of_word(small, end - 1)
    return whole if whole == end or phrase.is_beginning else 0


def _piece(text: str, start: int, found: list[Span]) -> Snippet:
    """Return a piece of a text and where what was found in the text stands in the piece."""
    end = _end_at(text, start + _LONG, found[-1][1] if found else 0)
    piece = text[start:end]
    # White signs become spaces one by one, so that places stay. Only a space is both white and printable.
    flat = piece if piece.isprintable() else _WHITE.sub(" ", piece)
    after = "…" if end < len(text) else ""
    if not start:
        return Snippet(flat + after, tuple(found))
    shift = 1 - start
    return Snippet(f"…{flat}{after}", tuple([(first + shift, last + shift) for first, last in found]))


def _starts(term: Term) -> Iterator[str]:
    """Yield how words may begin that answer a term of one word."""
    word = term.words[0]
    if not term.forms:
        yield word
        return
    formed = stem(word)
    begun = formed[: max(2, len(formed) - 2)]  # a stem alters two letters at most, and never the first two
    yield begun
    # A mutated form is another beginning with the same rest.
    yield from (each for each in relatives(word) if not each.startswith(begun))


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
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", max(least, end - _BEFORE), end)
    return space if space > 0 else max(end, least)
