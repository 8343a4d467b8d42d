# SPDX-License-Identifier: MIT
"""Is a word spelt as English or Welsh spell it? Offline, by the dictionaries in resources. Underlining is ui's.

Loading takes a second or two and touches no store: any thread may do it. A Speller belongs to one thread. The words
that a person added are kept by acts/habits.py.
"""

import io
import lzma
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from resources.paths import dictionary
from storage.search.tongue import BOTH, ENGLISH, WELSH, sentences

_WORD = re.compile(r"(?<![\w#@/.])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/]|\.\w)")
_CLITIC = re.compile(r"(?<=\w)'(?:r|n|i|u|w|m|th|ch)$")
_LETTERS = "abcdefghijklmnopqrstuvwxyzâêîôûŵŷ'-"
_READ = 20_000
"""Characters from which a note's language is guessed."""
_REMEMBERED = 50_000
_AT_ONCE = 2_000
"""Entries of a dictionary that are objects at one time, while it is read."""


@dataclass(frozen=True)
class Lexicon:
    """What both languages' dictionaries hold; a language that is missing is never found wrong."""

    english: Any = field(default=None, repr=False)
    """A Hunspell dictionary."""
    welsh: bytes = field(default=b"", repr=False)
    """Every form, one a line, sorted."""


def load() -> Lexicon:
    """Read the dictionaries. Slow; any thread."""
    english, welsh = dictionary("en_GB.dic"), dictionary("cy.txt.xz")
    return Lexicon(
        _hunspell(english) if english.is_file() else None,
        lzma.decompress(welsh.read_bytes()) if welsh.is_file() else b"",
    )


def _hunspell(words: Path) -> Any:
    from spylls.hunspell import Dictionary, readers
    from spylls.hunspell.readers import FileReader

    class Closed(FileReader):  # type: ignore[misc]  # the library's own reader leaves its files open
        def _open(self, path: Path, encoding: str) -> io.StringIO:
            return io.StringIO(path.read_text(encoding, "surrogateescape"))

    rules, context = readers.read_aff(Closed(words.with_suffix(".aff")))
    entries, packed = iter(Closed(words, context.encoding)), _Packed(rules.casing)
    while some := list(islice(entries, _AT_ONCE)):
        packed.add(readers.read_dic(some, aff=rules, context=context).words)
    return Dictionary(rules, packed)


@dataclass(frozen=True)
class _Word:
    stem: str
    flags: frozenset[str]
    captype: Any


class _Packed:
    """The words of a dictionary as text, unpacked as each is asked for; stands where spylls has an object a word.

    Half a million objects are what Python's collector looks through in the middle of somebody's note, a third of a
    second each time. A dict of text it passes over.
    """

    words = ()  # from which spylls would make suggestions; ours are made below

    def __init__(self, casing: Any) -> None:
        self._casing = casing
        self._flags: dict[str, str] = {}
        self._stems: dict[str, str] = {}

    def add(self, words: Iterable[Any]) -> None:
        for word in words:
            flags, before = "\t".join(word.flags), self._flags.get(word.stem)
            self._flags[word.stem] = flags if before is None else f"{before}\n{flags}"
            if before is None and word.stem != word.stem.lower():
                for lower in self._casing.lower(word.stem):
                    self._stems[lower] = f"{self._stems[lower]}\n{word.stem}" if lower in self._stems else word.stem

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[_Word]:
        if ignorecase:
            return [each for one in self._stems.get(stem, "").split("\n") for each in self.homonyms(one)]
        if (packed := self._flags.get(stem)) is None:
            return []
        captype = self._casing.guess(stem)
        return [_Word(stem, _parted(flags), captype) for flags in packed.split("\n")]

    def has_flag(self, stem: str, flag: str, *, for_all: bool = False) -> bool:
        held = [flag in each.flags for each in self.homonyms(stem)]
        return bool(held) and (all(held) if for_all else any(held))


def _parted(flags: str) -> frozenset[str]:
    return frozenset(flags.split("\t")) if flags else frozenset()


class Speller:
    """Knows words, and remembers what it found out."""

    def __init__(self, lexicon: Lexicon, own: Collection[str] = ()) -> None:
        """Check by a lexicon and the person's own words."""
        self._lexicon = lexicon
        self._own = {word.casefold() for word in own}
        self._known: dict[tuple[str, tuple[str, ...]], bool] = {}

    def remembers(self, word: str, languages: tuple[str, ...] = BOTH) -> bool | None:
        """Say what was found out of a word before: known, not known, or None for never asked."""
        return self._known.get((word, languages))

    def is_known(self, word: str, languages: tuple[str, ...] = BOTH) -> bool:
        """Say whether a word is right in any of the languages, or is one of the person's own."""
        key = (word, languages)
        if key not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[key] = self._look_up(word.replace("’", "'"), languages)
        return self._known[key]

    def learn(self, word: str) -> None:
        """Take a word for right from now on."""
        self._own.add(word.casefold().replace("’", "'"))
        self._known.clear()

    def suggestions(self, word: str, languages: tuple[str, ...] = BOTH, most: int = 5) -> tuple[str, ...]:
        """Return words one slip of the finger away, in the order of the slips; none where there is none."""
        found: dict[str, None] = {}
        for each in _slips(word.casefold()):
            if len(found) == most:
                break
            if self._look_up(each, languages):
                found[each.capitalize() if word[:1].isupper() else each] = None
        return tuple(found)

    def _look_up(self, word: str, languages: tuple[str, ...]) -> bool:
        if len(word) < 2 or word.isupper() or word.casefold() in self._own:
            return True
        if self._is_right(word, languages):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) < 2 or self._is_right(part, languages) for part in parts)

    def _is_right(self, word: str, languages: tuple[str, ...]) -> bool:
        english, welsh = self._lexicon.english, self._lexicon.welsh
        if ENGLISH in languages and (english is None or english.lookup(word)):
            return True
        if WELSH not in languages:
            return False
        bare = _CLITIC.sub("", word)  # wedi'i, mae'r: a word and what leans on it
        return not welsh or any(_holds(welsh, each) for each in {word, word.lower(), bare, bare.lower()})


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word that can be spelt right or wrong, with its place: not codes, numbers, addresses."""
    for match in _WORD.finditer(text):
        yield match.start(), match.group()


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages a note is written in, guessed: one when nearly every sentence leans to it, else both."""
    count = dict.fromkeys(BOTH, 0)
    for found, languages in sentences(text[:_READ]):
        for each in languages:
            count[each] += len(found)
    most = max(count.values())
    return tuple(each for each in BOTH if count[each] * 5 > most) if most else BOTH


def _holds(lines: bytes, word: str) -> bool:
    """Search sorted lines for one."""
    wanted, low, high = word.encode(), 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start, end = lines.rfind(b"\n", 0, middle) + 1, lines.find(b"\n", middle)
        line = lines[start:end]
        if line == wanted:
            return True
        low, high = (end + 1, high) if line < wanted else (low, start)
    return False


def _slips(word: str) -> Iterator[str]:
    """Yield what a word may have been before one slip: two letters changed places, one too many, wrong or missing."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS)
    yield from (left + letter + right for left, right in cuts for letter in _LETTERS)
