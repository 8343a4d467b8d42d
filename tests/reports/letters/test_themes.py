# SPDX-License-Identifier: MIT
"""reports/letters/themes.py: findings by the four principles, through the crosswalk of the visit's framework."""

from dataclasses import replace

from reports.letters.themes import FOUR_PRINCIPLES, by_area, criteria, principles
from tests.reports.wrexham import facts


def test_every_finding_of_the_example_is_in_one_area() -> None:
    found = by_area(facts())
    assert list(found) == ["P", "V", "I", "W"]
    assert sorted(each.id for several in found.values() for each in several) == sorted(f.id for f in facts().findings)


def test_the_crosswalk_leads_to_the_principles() -> None:
    supervision = next(each for each in facts().findings if "QA1" in each.areas)
    assert set(criteria(facts(), supervision)) == {"W5"}
    assert principles(facts(), supervision) == {"W": 4}


def test_a_finding_whose_codes_lead_nowhere_is_in_no_area() -> None:
    stray = replace(facts().findings[0], areas=("ZZ9",))
    assert not any(by_area(facts(findings=(stray,))).values())


def test_without_a_framework_codes_are_taken_as_the_principles_own() -> None:
    own = replace(facts().findings[0], areas=("I1",))
    assert by_area(facts(rubric=None, findings=(own,)))["I"] == (own,)
    assert FOUR_PRINCIPLES.startswith("ciw-four-principles")
