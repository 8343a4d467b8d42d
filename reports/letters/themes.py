# SPDX-License-Identifier: MIT
"""A visit's findings by the areas of the four principles, whichever framework they were made in. No wording.

The crosswalk of the visit's framework says which criterion speaks to which principle (domain (e)).
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from reports.facts import Facts
from storage.model.finding import Finding
from storage.model.rubric import Rubric
from storage.rubrics import across, rubric

FOUR_PRINCIPLES = "ciw-four-principles-2023"
"""The edition that annual reviews and focused inspections are ordered by."""


def by_area(facts: Facts) -> Mapping[str, tuple[Finding, ...]]:
    """Return area of the four principles → findings, each in one area only: that of most of its criteria.

    A finding whose criteria lead nowhere is in no area.
    """
    areas: dict[str, list[Finding]] = {area.code: [] for area in _framework().areas}
    for finding in facts.findings:
        if codes := principles(facts, finding):
            areas[next(iter(codes))].append(finding)
    return {code: tuple(found) for code, found in areas.items()}


def principles(facts: Facts, finding: Finding) -> Mapping[str, int]:
    """Return area of the four principles → how many of the finding's criteria speak to it, most first."""
    there = [_framework().area_of(code) for code in criteria(facts, finding)]
    return dict(Counter(area.code for area in there if area).most_common())


def criteria(facts: Facts, finding: Finding) -> tuple[str, ...]:
    """Return the finding's criteria in the four principles: its own codes, or where the crosswalk leads from them."""
    if facts.rubric is None or facts.rubric.name == FOUR_PRINCIPLES:
        return finding.areas
    return tuple(other for code in finding.areas for other in across(facts.rubric, FOUR_PRINCIPLES, code))


@cache
def _framework() -> Rubric:
    return rubric(FOUR_PRINCIPLES)
