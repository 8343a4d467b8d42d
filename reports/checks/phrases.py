# SPDX-License-Identifier: MIT
"""The phrase bank and the words of the house, read from resources/checks. No checking here."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from resources import paths

SAW, HEARD, FOUND = "saw", "heard", "found"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stock phrase, and what it promises of the sources behind it."""

    words: str
    rule: str
    """saw, heard, found; empty where it promises nothing (domain (d), "Standard phrase bank")."""


@dataclass(frozen=True, slots=True)
class House:
    """The words of the house in one language."""

    phrases: tuple[Phrase, ...]
    explained: frozenset[str]
    """Abbreviations that everybody knows."""
    plain: Mapping[str, str]
    """Words → plainer ones."""
    house: Mapping[str, str]
    """Words → those of the house style."""
    length: Mapping[str, int]
    """Letter type → words above which it is long."""

    def promises(self, text: str) -> list[tuple[tuple[int, int], str]]:
        """Return where the text promises a kind of source: (place, rule) each, the longest phrase first."""
        found = []
        for phrase in sorted(self.phrases, key=lambda each: -len(each.words)):
            if phrase.rule:
                pattern = rf"(?<!\w){re.escape(phrase.words)}(?!\w)"
                found += [(each.span(), phrase.rule) for each in re.finditer(pattern, text, re.IGNORECASE)]
        return found


@lru_cache(maxsize=8)
def house(language: str) -> House:
    """Return the words of the house in a language."""
    plain = tomllib.loads(paths.checks(language).read_text("utf-8"))
    return House(
        tuple(Phrase(each["words"], each["rule"]) for each in plain["phrases"]),
        frozenset(plain["explained"]),
        plain["plain"],
        plain["house"],
        plain["length"],
    )
