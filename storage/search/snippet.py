# SPDX-License-Identifier: MIT
"""The words around what was found, made for the notes of one page only: the index itself holds no text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from storage.search.english import stem
from storage.search.index import RADICAL, STEM
from storage.search.query import Question, Term
from storage.search.welsh import radicals
from storage.search.words import placed

_BEFORE, _LONG = 60, 240
"""Signs shown before the first hit, and in all."""
_READ = 40_000
"""Signs of a note that are looked at: a pasted book is not read through while somebody types."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a note on one line, and where the hits stand in it."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()
    """(start, end) in the text, in order."""


def snippet(text: str, question: Question) -> Snippet:
    """Return the piece of the text around the first hit; its beginning where nothing in it is one."""
    found = _hits(text[:_READ], question)
    start = _cut_at(text, found[0][0] - _BEFORE) if found else 0
    end = min(start + _LONG, len(text))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    # Line by line would break the piece up: every white sign is shown as a space, so that places stay.
    flat = "".join(" " if sign.isspace() else sign for sign in text[start:end])
    hits = tuple((first + shift, last + shift) for first, last in found if start <= first and last <= end)
    return Snippet(f"{before}{flat}{after}", hits)


def _cut_at(text: str, start: int) -> int:
    """Return where to begin so that no word is cut."""
    if start <= 0:
        return 0
    space = text.find(" ", start, start + _BEFORE)
    return space + 1 if space >= 0 else start


def _hits(text: str, question: Question) -> list[tuple[int, int]]:
    there = list(placed(text))
    words = [word for word, _, _ in there]
    marked: set[int] = set()
    for term in question.terms:
        fits = _fitting(term)
        known = {word: fits(word) for word in set(words)} if len(term.words) == 1 else {}
        if known:
            marked.update(at for at, word in enumerate(words) if known[word])
        else:
            marked.update(_phrases(words, term))
    return [there[at][1:] for at in sorted(marked)]


def _fitting(term: Term) -> Callable[[str], bool]:
    sought, forms = term.words[0], set(term.forms)
    beginnings = tuple(form[1:] for form in forms if form[0] == RADICAL) if term.is_beginning else ()

    def fits(word: str) -> bool:
        if word == sought or (term.is_beginning and word.startswith(sought)):
            return True
        if not forms:
            return False
        if STEM + stem(word) in forms:
            return True
        own = radicals(word)
        return any(RADICAL + each in forms or (beginnings and each.startswith(beginnings)) for each in own)

    return fits


def _phrases(words: Sequence[str], term: Term) -> set[int]:
    count, found = len(term.words), set[int]()
    for at in range(len(words) - count + 1):
        piece = tuple(words[at : at + count])
        ends_so = term.is_beginning and piece[-1].startswith(term.words[-1])
        if piece[:-1] == term.words[:-1] and (piece[-1] == term.words[-1] or ends_so):
            found.update(range(at, at + count))
    return found
