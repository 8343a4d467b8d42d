# SPDX-License-Identifier: MIT
"""Criteria as places that can be picked: code and words, where they belong, and their words in other languages."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources import language
from storage.model.rubric import Area, Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that can be picked."""

    key: str
    """What tells it from others: "rubric:code"."""
    title: str
    """What it is called, in the language in use."""
    where: str
    """Where it belongs."""
    other: str = ""
    """What else it is found by: its words in other languages."""


def places_of(rubrics: Sequence[Rubric]) -> list[Place]:
    """Return every criterion of the rubrics, in their order."""
    found = []
    for rubric in rubrics:
        for area in rubric.areas:
            for each in area.criteria:
                own = words_of(each)
                where = f"{words_of(area)} · {words_of(rubric) if len(rubrics) > 1 else ''}"
                other = " ".join(words for words in each.title.values() if words != own)
                found.append(Place(f"{rubric.name}:{each.code}", f"{each.code} {own}", where.rstrip(" ·"), other))
    return found


def words_of(place: Area | Criterion | Rubric) -> str:
    """Return the words of an area, criterion or rubric in the language in use."""
    return place.title.get(language.current()) or place.title.get("en") or ""
