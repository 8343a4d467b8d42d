# SPDX-License-Identifier: MIT
"""How well planted identifiers are found: recall, false alarms a page, and what was missed. No tests here."""

from collections import Counter
from dataclasses import dataclass, field

from reports.checks.hit import Hit, Line
from reports.checks.identifiers import Finder
from storage.spelling import Speller
from tests.reports.checks.planted import PlantedLetter, letters


@dataclass
class Figures:
    """Of a number of letters."""

    letters: int = 0
    pages: float = 0.0
    planted: int = 0
    false: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    """Check and way of writing → how often it was missed."""

    @property
    def recall(self) -> float:
        """Return the part that was found, 0 to 1."""
        return 1 - self.missed.total() / self.planted

    @property
    def false_a_page(self) -> float:
        """Return the false alarms a page of 400 words."""
        return self.false / self.pages

    def __str__(self) -> str:
        """Say the figures in a line."""
        return (
            f"leak guard: {self.letters} letters, {self.pages:.0f} pages, {self.planted} planted,"
            f" {self.recall:.2%} found, {self.false_a_page:.3f} false alarms a page; missed: {dict(self.missed)}"
        )


def figures(count: int, seed: int, speller: Speller) -> Figures:
    """Return the figures of so many letters."""
    known, every = letters(count, seed)
    finder, found = Finder(known, speller.is_known), Figures(count)
    for letter in every:
        _count(letter, finder, found)
    return found


def _count(letter: PlantedLetter, finder: Finder, found: Figures) -> None:
    found.pages += letter.pages
    found.planted += len(letter.planted)
    for at, text in enumerate(letter.sentences):
        hits = finder.hits(Line(str(at), text))
        here = [(start, end, plant) for place, start, end, plant in letter.planted if place == at]
        found.missed.update(
            f"{plant.check}, {plant.how}"
            for start, end, plant in here
            if not any(_meet(each, start, end) for each in hits)
        )
        found.false += sum(not any(_meet(each, start, end) for start, end, _plant in here) for each in hits)


def _meet(hit: Hit, start: int, end: int) -> bool:
    return hit.start < end and hit.end > start
