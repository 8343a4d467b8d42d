# SPDX-License-Identifier: MIT
"""What a person types → what is asked of the index. Every text means something; none raises.

Words: all must match. "In quotes": in this order. `word*`, and the word being typed: by its beginning.
"""

import re
from collections.abc import Iterable, Sequence
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

    def asked(self) -> str:
        """Return the term in the index's language."""
        star = "*" if self.is_beginning else ""
        if self.is_exact or not self.forms:
            is_filed = star and not self.is_exact and len(self.words[0]) in BEGINNINGS
            return f'"{BEGINNING}{self.words[0]}"' if is_filed else f'"{" ".join(self.words)}"{star}'
        if not star:
            return _any([f'"{form}"' for form in self.forms])
        word, (formed, own, *others) = self.words[0], self.forms
        # A word is filed under its own short beginnings; longer ones, and those of its radicals, are looked up.
        begun = [f'"{BEGINNING}{word}"'] if len(word) in BEGINNINGS else [f'"{word}"*']
        if len(word) not in BEGINNINGS and is_mutable(word):
            begun.append(f'"{own}"*')
        return _any([*begun, f'"{formed}"', *(f'"{other}"*' for other in others)])


@dataclass(frozen=True)
class Question:
    """What is looked for in the words of notes."""

    terms: tuple[Term, ...] = ()

    def asked(self, filed: Iterable[Sequence[str]] = ()) -> str:
        """Return the question in the index's language; of each group of marks (index.mark) one must be there."""
        marks = (_any([f'"{mark}"' for mark in group]) if group else _NOTHING for group in filed)
        return " AND ".join((*(term.asked() for term in self.terms), *marks))


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
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"


def question(text: str) -> Question:
    """Return what a person means by the text. A word that is not followed by anything is still being typed."""
    plain = text.translate(_QUOTES)
    terms: list[Term] = []
    for part in _PARTS.finditer(plain):
        quoted, closed, loose = part.groups()
        is_last = part.end() == len(plain)
        if loose is None:
            terms += _phrase(words(quoted or ""), is_open=not closed)
        else:
            terms += _loose(words(loose), is_last or loose.endswith("*"))
        if len(terms) >= MOST_TERMS:
            break
    return Question(tuple(terms[:MOST_TERMS]))


def _phrase(found: list[str], is_open: bool) -> list[Term]:
    found = found[:MOST_TERMS]
    is_beginning = is_open and bool(found) and len(found[-1]) >= _LEAST
    return [Term(tuple(found), is_beginning, is_exact=True)] if found else []


def _loose(found: list[str], is_beginning: bool) -> list[Term]:
    made = [Term((word,)) for word in found]
    if made and is_beginning and len(found[-1]) >= _LEAST:
        made[-1] = Term((found[-1],), is_beginning=True)
    return made
