# SPDX-License-Identifier: MIT
"""What a person types → what is asked of the index. Every text means something; none raises.

Words: all must match. "In quotes": in this order. `word*`, and the word being typed: by its beginning.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from storage.search.english import stem
from storage.search.filing import BEGINNING, BEGINNINGS, LEAST_FORMED, RADICAL, STEM
from storage.search.welsh import is_mutable, radicals
from storage.search.words import words

MOST_TERMS = 16
"""Words that are looked at; what comes after them is not asked."""
_LEAST = 2
"""Letters before a beginning is looked for: one letter begins a tenth of all words."""
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_PARTS = re.compile(r'"([^"]*)("?)|([^\s"]+)')
Named = Callable[[str], Sequence[str] | None]
"""A beginning → the words of the index that begin so; None where it will not name them."""


def unnamed(_beginning: str) -> None:
    """Name no words: the index gathers whatever begins so by itself."""


@dataclass(frozen=True)
class Term:
    """One word, or the words of a phrase."""

    words: tuple[str, ...]
    is_beginning: bool = False
    """True when the (last) word need only begin so."""
    is_exact: bool = False
    """True in quotes: no stems, no mutations."""

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Return stem and radicals under which a single word is found too, with their signs; none for a phrase."""
        word = self.words[0]
        if self.is_exact or len(self.words) > 1 or not word.isalpha():
            return ()
        if self.is_beginning and len(word) < LEAST_FORMED:
            return ()
        return (STEM + stem(word), *(RADICAL + each for each in radicals(word)))

    def asked(self, named: Named = unnamed) -> str:
        """Return the term in the index's language."""
        word = self.words[0]
        if self.is_exact or not self.forms:
            if not self.is_beginning:
                return f'"{" ".join(self.words)}"'
            if not self.is_exact and len(word) in BEGINNINGS:
                return f'"{BEGINNING}{word}"'
            return _any(_begun(self.words, named))
        if not self.is_beginning:
            return _any([f'"{form}"' for form in self.forms])
        formed, own, *others = self.forms
        # A word is filed under its own short beginnings; longer ones, and those of its radicals, are looked up.
        begun = [f'"{BEGINNING}{word}"'] if len(word) in BEGINNINGS else _begun((word,), named)
        if len(word) not in BEGINNINGS and is_mutable(word):
            begun += _begun((own,), named)
        return _any([*begun, f'"{formed}"', *(each for other in others for each in _begun((other,), named))])


@dataclass(frozen=True)
class Question:
    """What is looked for in the words of notes."""

    terms: tuple[Term, ...] = ()
    is_cut: bool = False
    """True when more words were typed than are looked for."""

    def asked(self, filed: Iterable[Sequence[str]] = (), named: Named = unnamed) -> str:
        """Return the question in the index's language; of each group of marks (filing.mark) one must be there."""
        marks = (_any([f'"{mark}"' for mark in group]) if group else _NOTHING for group in filed)
        return " AND ".join((*(term.asked(named) for term in self.terms), *marks))


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; an empty field does not narrow."""

    text: str = ""
    """As a person typed it (question() says how it is read)."""
    visit_id: str = ""
    session_id: str = ""
    day: str = ""
    """The day of what the note tells, "2018-07-10"."""
    author: str = ""
    """PersonId."""
    source_kind: str = ""
    polarity: str = ""
    """strength, neutral or weakness."""
    case_ref: str = ""
    area: str = ""
    """The code of a criterion, or of an area for all of its criteria; of whichever rubric has it."""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked."""
        return not any(getattr(self, each.name).strip() for each in fields(self))


_NOTHING = '"#"'
"""A mark that no note has."""


def _any(alternatives: Sequence[str]) -> str:
    if len(alternatives) > 1:
        return f"({' OR '.join(alternatives)})"
    return alternatives[0] if alternatives else _NOTHING


def _begun(words: Sequence[str], named: Named) -> list[str]:
    """Return what asks for words of which the last need only begin so: by name, or left to the index."""
    *before, last = words
    whole = named(last)
    if whole is None:
        return [f'"{" ".join(words)}"*']
    return [f'"{" ".join((*before, each))}"' for each in whole]


def question(text: str) -> Question:
    """Return what a person means by the text. A word that is not followed by anything is still being typed."""
    plain = text.translate(_QUOTES)
    terms: list[Term] = []
    is_cut = False
    for part in _PARTS.finditer(plain):
        quoted, closed, loose = part.groups()
        found = words(quoted or "" if loose is None else loose)
        is_last = part.end() == len(plain)
        terms += _phrase(found, not closed) if loose is None else _loose(found, is_last or loose.endswith("*"))
        is_cut = is_cut or max(len(found), len(terms)) > MOST_TERMS
        if len(terms) > MOST_TERMS:
            break
    return Question(tuple(terms[:MOST_TERMS]), is_cut)


def _phrase(found: list[str], is_open: bool) -> list[Term]:
    found = found[:MOST_TERMS]
    is_beginning = is_open and bool(found) and len(found[-1]) >= _LEAST
    return [Term(tuple(found), is_beginning, is_exact=True)] if found else []


def _loose(found: list[str], is_beginning: bool) -> list[Term]:
    made = [Term((word,)) for word in found]
    if made and is_beginning and len(found[-1]) >= _LEAST:
        made[-1] = Term((found[-1],), is_beginning=True)
    return made
