# SPDX-License-Identifier: MIT
"""Names found in running text: whole or in part, misspelt, shortened, mutated, as initials. What is known: known.py.

A word is misspelt when a few letters were dropped, doubled, swapped or changed (Damerau 1964): one for names of four
to seven letters, two for longer ones.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reports.checks.days import MONTHS
from reports.checks.known import PARTICLES, TITLES, Known
from storage.search.welsh import relatives
from storage.search.words import folded

Span = tuple[int, int]
_WORD = re.compile(r"[^\W\d_]+")
_TITLE = re.compile(rf"\b(?:{'|'.join(sorted(TITLES - {'lady', 'sir', 'st'}))})\b\.?\s+(?=[^\W\d_])", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?:;•\n][\s\"'“‘(]*|^[\"'“‘(\[]+)$")
_DOES = re.compile(r"(?:['’]s\b|\s+(?:was|is|had|has|told|said|lives|lived|moved|oedd|wrth)\b)")
"""What only somebody does: "Rose was seen" is a name, "Rose gardens" are not."""
_SHORT, _LONG = 4, 8
_NICKNAMES = (
    *("alexander alex sandy", "alexandra alex sandra", "andrew andy", "angharad angie", "anthony tony", "benjamin ben"),
    *("catherine kate cathy cath katie", "charlotte lottie charlie", "christopher chris", "daniel dan danny"),
    *("david dave davey dai dewi", "edward ed eddie ted", "elizabeth liz lizzie beth betsan eliza", "gareth gaz"),
    *("gwenllian gwen", "isabella bella izzy", "jacob jake", "james jim jimmy jamie", "jennifer jen jenny"),
    *("jessica jess", "jonathan jon jonny", "joseph joe joey", "joshua josh", "katherine kath kate katie", "lewis lew"),
    *("margaret maggie meg peggy", "matthew matt", "megan meg", "michael mike mick", "myfanwy myf", "nicholas nick"),
    *("olivia liv livvy", "patricia pat trish", "rebecca becky becca", "rhiannon rhi non", "richard rich dick rick"),
    *("robert rob bob bobby", "samantha sam", "samuel sam sammy", "stephen steve steff", "steffan steff", "susan sue"),
    *("thomas tom tommy twm", "timothy tim", "victoria vicky", "william will bill billy gwil", "zachary zac zach"),
)
_ACRONYMS = frozenset(
    [
        "CIW",
        "QA",
        "HR",
        "IT",
        "LA",
        "LAC",
        "CP",
        "CLA",
        "IRO",
        "NQSW",
        "NHS",
        "GP",
        "MP",
        "MS",
        "AM",
        "SA",
        "PLO",
        "EHE",
        "ICT",
        "PA",
        "SEN",
        "ALN",
        "UK",
        "EU",
        "TV",
        "ID",
    ]
)
"""What two or three capitals mean in every letter of the field."""

Ordinary = Callable[[str], bool]
"""Says whether a word, in small letters, is one of the dictionaries."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    plain: str
    begins: bool
    """First of a sentence, where a capital tells nothing."""

    @property
    def is_named(self) -> bool:
        return self.text[:1].isupper()


def _words(text: str) -> list[_Word]:
    return [
        _Word(
            each[0], *each.span(), folded(each[0]), bool(_BEGINS.search(text[max(0, each.start() - 6) : each.start()]))
        )
        for each in _WORD.finditer(text)
    ]


class Names:
    """Finds the names of one list."""

    def __init__(self, known: Known, ordinary: Ordinary) -> None:
        """Make the index of every form that a name's words can take."""
        self._known, self._ordinary = known, ordinary
        self._pairs: dict[tuple[str, str], None] = {}
        self._joined: set[str] = set()
        self._exact: set[str] = set()
        self._near: dict[str, set[str]] = {}
        self._initials: set[str] = set()
        for name in known.names:
            self._learn(name)

    def spans(self, text: str) -> list[Span]:
        """Return where names stand."""
        every = _words(text)
        found = [(each.start, each.end) for each in every if each.plain in self._joined]
        found += self._whole(every)
        sure = {start for start, _end in found}
        found += [
            (each.start, each.end)
            for at, each in enumerate(every)
            if each.start not in sure and self._is_part(text, every, at)
        ]
        return _bridged(text, [*found, *self._titled(text)])

    def initials(self, text: str) -> list[Span]:
        """Return where initials of a whole name stand: M.P., M. P., M P; MP where that is no abbreviation known."""
        found = []
        for each in re.finditer(r"(?<![\w.])[A-Z](?:\.?[ -]?[A-Z]){1,3}(?![\w])\.?", text):
            letters = "".join(sign for sign in each[0] if sign.isalpha())
            plain = len(letters) == len(each[0]) and (letters in _ACRONYMS or f"({letters})" in text)
            if letters in self._initials and not plain and folded(letters) not in self._known.vocabulary:
                found.append(each.span())
        return found

    def _learn(self, name: Sequence[str]) -> None:
        for one, other in [*pairwise(name), (name[0], name[-1])]:
            self._pairs[one, other] = self._pairs[other, one] = None
        self._joined.update({"".join(name), "".join(reversed(name))} if len(name) > 1 else ())
        if len(name) > 1:
            self._initials.update({"".join(each[0] for each in name).upper(), (name[0][0] + name[-1][0]).upper()})
        for part in name:
            self._exact.update(_forms(part))
            if part in self._known.allowed:
                continue
            for short in _slips(part):
                self._near.setdefault(short, set()).add(part)

    def _whole(self, every: Sequence[_Word]) -> list[Span]:
        """Return two words of one name side by side, whatever their case."""
        said = [each for each in every if each.plain not in PARTICLES and len(each.plain) > 1]
        found = []
        for one, other in pairwise(said):
            if other.start - one.end < 12 and self._are_a_name(one.plain, other.plain):
                found += [(one.start, one.end), (other.start, other.end)]
        return found

    def _are_a_name(self, one: str, other: str) -> bool:
        return any((a, b) in self._pairs for a in self._meant(one) for b in self._meant(other))

    def _meant(self, word: str) -> set[str]:
        close = {part for slip in _slips(word) for part in self._near.get(slip, ()) if _is_near(part, word)}
        return {word, *relatives(word), *close}

    def _is_part(self, text: str, every: Sequence[_Word], at: int) -> bool:
        """Say whether one word alone is a name's: as it is written, or misspelt."""
        word = every[at]
        if len(word.plain) < 2 or (word.plain in self._known.allowed and self._is_public(every, at)):
            return False
        if word.plain in self._exact:
            if not word.is_named:
                return len(word.plain) > 2 and not self._is_plain(word.plain)
            return not self._reads_as_word(text, word)
        if not word.is_named or len(word.plain) < _SHORT or word.plain in self._known.vocabulary:
            return False
        if not any(_is_near(part, word.plain) for part in self._candidates(word.plain)):
            return False
        return not self._is_plain(word.plain) or not (word.begins or self._has_company(every, at))

    def _candidates(self, word: str) -> set[str]:
        return {part for slip in _slips(word) for part in self._near.get(slip, ())}

    def _reads_as_word(self, text: str, word: _Word) -> bool:
        """Say whether a capital word that is a name as well is likelier the other: Rose at a beginning, May 2018."""
        if word.begins and self._is_plain(word.plain):
            return not word.text.isupper() and not _DOES.match(text, word.end)
        if word.plain in MONTHS:
            before, after = text[max(0, word.start - 12) : word.start], text[word.end : word.end + 6]
            return bool(
                re.search(r"(?:\d|\b(?:in|early|mid|late|since|from|until|to|by|of|ym))\W*$", before, re.I)
                or re.match(r"\W*\d", after)
            )
        return word.plain in self._known.vocabulary

    def _is_public(self, every: Sequence[_Word], at: int) -> bool:
        """Say whether a word that a public name shares with one of the list is the public one's here."""
        beside = [*every[max(0, at - 1) : at], *every[at + 1 : at + 2]]
        return any(each.plain in self._known.allowed for each in beside)

    def _has_company(self, every: Sequence[_Word], at: int) -> bool:
        """Say whether a capital word stands among others: Head of Service, Care Inspectorate."""
        beside = [*every[max(0, at - 1) : at], *every[at + 1 : at + 2]]
        return any(each.is_named and not each.begins for each in beside)

    def _is_plain(self, word: str) -> bool:
        return word in self._known.vocabulary or self._ordinary(word)

    def _titled(self, text: str) -> Iterator[Span]:
        """Yield who is named by title, though on no list: Mrs Hughes."""
        for title in _TITLE.finditer(text):
            name = _WORD.match(text, title.end())
            if name and name[0][0].isupper() and title[0][0].isupper() and folded(name[0]) not in self._known.allowed:
                yield name.span()


def _forms(part: str) -> set[str]:
    mutated = relatives(part) if len(part) >= _SHORT else frozenset((part,))
    short = {each for row in _NICKNAMES if row.split()[0] == part for each in row.split()[1:]}
    return {part, *mutated, *short}


@lru_cache(maxsize=65536)
def _slips(word: str) -> frozenset[str]:
    """Return the word and what is left of it without one letter, or two of a long one: slips share one of these."""
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    made = {word, *once}
    if len(word) >= _LONG - 2:
        made |= {each[:at] + each[at + 1 :] for each in once for at in range(len(each))}
    return frozenset(made)


def _is_near(part: str, word: str) -> bool:
    if len(part) < _SHORT or abs(len(part) - len(word)) > 2:
        return False
    most = 2 if len(part) >= _LONG and part[0] == word[0] else 1
    if len(part) == _SHORT and part[0] != word[0] and sorted(part) != sorted(word):
        return False
    return distance(part, word) <= most


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> int:
    """Return how many letters were dropped, added, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, letter in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (sign != letter))
            if at > 1 and to > 1 and sign == other[to - 2] and one[at - 2] == letter:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
    return row[-1]


def _bridged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans with those of one name made one: nothing but spaces, hyphens and particles between them."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if (
            joined
            and start >= joined[-1][1]
            and re.fullmatch(
                rf"[\s,'’-]+(?:(?:{'|'.join(sorted(PARTICLES))}|[A-Z]\.?)[\s'’-]+)?", text[joined[-1][1] : start], re.I
            )
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
