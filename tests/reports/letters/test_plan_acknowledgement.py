# SPDX-License-Identifier: MIT
"""reports/letters/plan_acknowledgement.py: two answers to a plan; the program never chooses between them."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.plan_acknowledgement import SECTIONS
from tests.reports.wrexham import an_event, facts

REFLECTS, FALLS_SHORT = letter_type("plan_reflects"), letter_type("plan_falls_short")
RECEIVED = (*facts().events, an_event("plan_received", "2018-11-02"))


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", ["plan_reflects", "plan_falls_short"])
def test_both_have_the_same_sections_in_the_same_order(kind: str, language: str) -> None:
    assert tuple(each.code for each in letter_type(kind).draft(facts(), language).sections) == SECTIONS


@pytest.mark.parametrize("kind", [REFLECTS, FALLS_SHORT])
def test_receipt_stands_beside_the_day_it_was_due(kind: object) -> None:
    said = text(kind.draft(facts(events=RECEIVED)), "receipt")  # type: ignore[attr-defined]
    assert "improvement plan of Wrexham County Borough Council (2 November 2018)" in said
    assert "within four weeks of the conference: by 5 November 2018." in said


def test_a_plan_older_than_the_conference_is_not_taken_for_its_answer() -> None:
    assert text(REFLECTS.draft(facts()), "receipt").startswith("[Which plan")
    assert "(2017)" in text(REFLECTS.draft(facts(meetings=())), "receipt")


def test_a_good_plan_names_what_it_takes_up_and_a_poor_one_what_it_leaves() -> None:
    first, *rest = facts().recommendations
    mixed = facts(recommendations=(replace(first, status="in_plan"), *rest))
    assert text(REFLECTS.draft(mixed), "answer").endswith("It takes up these recommendations:\nR1 Quality assurance")
    left = text(FALLS_SHORT.draft(mixed), "answer")
    assert "R1 " not in left
    assert "R4 Risk assessment, analysis and mitigation" in left


def test_only_the_poor_plan_is_asked_for_again() -> None:
    assert "send it to us again" in text(FALLS_SHORT.draft(facts()), "next")
    assert "send it" not in text(REFLECTS.draft(facts()), "next")
    assert "That a plan is sound does not show that it has worked." in text(REFLECTS.draft(facts()), "next")


def test_what_the_record_does_not_tell_is_a_slot() -> None:
    for kind in (REFLECTS, FALLS_SHORT):
        answer = text(kind.draft(facts(recommendations=())), "answer")
        assert answer.split("\n")[-1].startswith("[")
