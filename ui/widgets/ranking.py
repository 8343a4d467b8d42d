# SPDX-License-Identifier: MIT
"""Type-to-find: which entries answer a few typed letters, best first. No Qt and no nouns here."""

import heapq
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found and done."""

    title: str
    """What it is, translated: "New note"."""
    subtitle: str = ""
    """Where it belongs: "Notes", "HR1", "Tuesday"."""
    keys: str = ""
    """Its keys, "Ctrl+N", or "" for none."""
    do: Callable[[], object] = field(default=lambda: None, compare=False)
    """Called when it is chosen."""


def plain(text: str) -> str:
    """Return the text without accents and capitals, so that "wyr" finds "Ŵyr"."""
    if text.isascii():
        return text.casefold()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


class Ranking:
    """Entries made ready once, asked at every key."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Fold the words of every entry."""
        self._ready = [(plain(entry.title), plain(entry.subtitle), entry) for entry in entries]

    def best(self, query: str, most: int = 50) -> Sequence[Entry]:
        """Return the entries that answer every word of the query, best first; all in their order for no query."""
        words = plain(query).split()
        if not words:
            return [entry for _title, _subtitle, entry in self._ready[:most]]
        scored = (
            (score, -at)
            for at, (title, subtitle, _entry) in enumerate(self._ready)
            if (score := _score(words, title, subtitle))
        )
        return [self._ready[-at][2] for _found, at in heapq.nlargest(most, scored)]


def _score(words: Sequence[str], title: str, subtitle: str) -> float:
    """Return how well an entry answers, 0 for not at all: each word must be found somewhere."""
    total = 0.0
    for word in words:
        found = max(4 * _found(word, title), _found(word, subtitle))
        if not found:
            return 0.0
        total += found
    return total + 1 / (1 + len(title))  # of two equal answers the shorter is meant


def _found(word: str, text: str) -> float:
    at = text.find(word)
    if at == 0:
        return 4.0
    if at > 0:
        return 3.0 if f" {word}" in text else 2.0
    return 1.0 if _initials(word, text) else 0.5 if len(word) > 2 and _scattered(word, text) else 0.0


def _initials(word: str, text: str) -> bool:
    return "".join(part[0] for part in text.split()).startswith(word)


def _scattered(word: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in word)
