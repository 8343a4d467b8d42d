# SPDX-License-Identifier: MIT
"""The words around what was found, made for the notes of one page only: the index itself holds no text."""

import re
from collections.abc import Iterator
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

from storage.search.english import stem
from storage.search.index import RADICAL, STEM
from storage.search.query import Question, Term
from storage.search.welsh import radicals, relatives
from storage.search.words import aligned

_BEFORE, _LONG = 60, 240
"""Signs shown before the first hit, and in all."""
READ = 40_000
"""Signs of a note that are looked at: a pasted book is not read through while somebody types."""
_LETTER, _BETWEEN = r"[^\W_]", r"[\W_]+"
_WORD = re.compile(f"{_LETTER}+")
_WHITE = re.compile(r"\s")


class Snippet(NamedTuple):
    """A piece of a note on one line, and where the hits stand in it."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()
    """(start, end) in the text, in order."""


class Snippets:
    """The pieces that answer one question: what it learns of a word is used for every note of the page."""

    def __init__(self, question: Question) -> None:
        """Make ready to look for the question's words."""
        self._phrases = [term for term in question.terms if len(term.words) > 1]
        self._words = [term for term in question.terms if len(term.words) == 1]
        self._known: dict[str, bool] = {}
        # Few words begin as what is sought does: only these are looked at closely.
        self._starts = sorted({start for term in self._words for start in _starts(term)})
        # Plain finding is ten times as quick as a pattern: only phrases need one.
        self._pattern = self._of_phrases() if self._phrases else None

    def of(self, text: str) -> Snippet:
        """Return the piece of the text around the first hit; its beginning where nothing in it is one."""
        start, found = 0, list[tuple[int, int]]()
        for first, last in self._hits(text[:READ]):
            if not found:
                start = _cut_at(text, first - _BEFORE)
            if last > start + _LONG:
                break
            found.append((first, last))
        end = _end_at(text, start + _LONG, found[-1][1] if found else 0)
        before, after = "…" if start else "", "…" if end < len(text) else ""
        shift = len(before) - start
        piece = text[start:end]
        # White signs become spaces one by one, so that places stay. Only a space is both white and printable.
        flat = piece if piece.isprintable() else _WHITE.sub(" ", piece)
        return Snippet(f"{before}{flat}{after}", tuple([(first + shift, last + shift) for first, last in found]))

    def _of_phrases(self) -> re.Pattern[str]:
        loose = [f"(?:{'|'.join(map(re.escape, self._starts))}){_LETTER}*"] if self._starts else []
        return re.compile("|".join((*map(_pattern, self._phrases), *loose)))

    def _hits(self, text: str) -> Iterator[tuple[int, int]]:
        small, places = aligned(text)
        found = self._matched(small) if self._pattern else self._begun(small)
        return found if places is None else ((places[start], places[end]) for start, end in found)

    def _matched(self, small: str) -> Iterator[tuple[int, int]]:
        """Yield where a phrase, or a word that is sought, stands."""
        assert self._pattern is not None
        for found in self._pattern.finditer(small):
            start, end = found.span()
            if not (start and small[start - 1].isalnum()) and self._is_hit(found.group()):
                yield start, end

    def _begun(self, small: str) -> Iterator[tuple[int, int]]:
        """Yield where a word that is sought stands: of those that begin as one does, in order."""
        nearest = [(at, each) for each in self._starts if (at := small.find(each)) >= 0]
        heapify(nearest)
        over = 0
        while nearest:
            at, each = nearest[0]
            if at >= over and not (at and small[at - 1].isalnum()):
                over = _WORD.match(small, at).end()  # type: ignore[union-attr]  # a start is a letter at least
                if self._is_hit(small[at:over]):
                    yield at, over
            after = small.find(each, max(over, at + 1))
            heapreplace(nearest, (after, each)) if after >= 0 else heappop(nearest)

    def _is_hit(self, words: str) -> bool:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = not words.isalnum() or any(_fits(words, term) for term in self._words)
        return known


def _starts(term: Term) -> Iterator[str]:
    """Yield how words may begin that answer a term of one word: a stem never alters the first two letters."""
    word = term.words[0]
    yield word[:2] if term.forms else word
    if term.forms:  # a mutated form is another beginning with the same rest
        yield from (each for each in relatives(word) if not each.startswith(word[:2]))


def _pattern(term: Term) -> str:
    return _BETWEEN.join(term.words) + (f"{_LETTER}*" if term.is_beginning else f"(?!{_LETTER})")


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
