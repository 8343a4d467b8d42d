# SPDX-License-Identifier: MIT
"""reports/letters/focused_inspection.py: headline, priority action if any, short points, findings by theme."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.focused_inspection import SECTIONS, theme
from tests.reports.wrexham import facts

LETTER = letter_type("focused_inspection")


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def with_grade(grade: str) -> Draft:
    first, *rest = facts().findings
    return LETTER.draft(facts(findings=(replace(first, grade=grade), *rest)))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sections_are_in_their_order_and_priority_action_only_if_any(language: str) -> None:
    first, *rest = facts().findings
    calm = [each.code for each in LETTER.draft(facts(), language).sections]
    grave = LETTER.draft(facts(findings=(replace(first, immediate=True), *rest)), language)
    assert calm == [each for each in SECTIONS if each != "priority"]
    assert tuple(each.code for each in grave.sections) == SECTIONS


def test_a_priority_brings_both_days_of_the_plan_counted_in_working_days() -> None:
    said = text(with_grade("priority"), "priority")
    assert facts().findings[0].statement in said
    assert "draft action plan within 20 working days of the date of this letter: by 9 November 2018." in said
    assert "final plan is due within 70 working days: by 23 January 2019." in said


def test_a_weakness_that_is_no_priority_asks_for_no_plan() -> None:
    assert with_grade("area_for_improvement").section("priority") is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("opening", "the focused inspection of children's services in Wrexham County Borough Council"),
        ("opening", "Rhian Vaughan (practice) and Tomos Ellis (practice)"),
        ("opening", "They looked at progress since the visit of December 2017."),
        ("opening", "They worked to this framework: Improvement conference 2018."),
        ("headline", "not on a journey of improvement"),
        ("headline", "Compared with when we last looked: deteriorated."),
        ("improve", "Risk assessment, analysis and mitigation"),
        ("use", "the next inspection"),
    ],
)
def test_each_section_tells_what_it_must(code: str, words: str) -> None:
    assert words in text(LETTER.draft(facts()), code)


def test_findings_come_by_theme_and_the_headline_is_not_said_twice() -> None:
    told = text(LETTER.draft(facts()), "findings")
    order = [told.index(f"about {what}") for what in ("practice", "management", "leadership", "the workforce")]
    assert order == sorted(order)
    assert "journey of improvement" not in told


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (("QA3", "QA4"), "practice"),
        (("QA1", "QA6"), "oversight"),
        (("BL1",), "leadership"),
        (("HR1", "HR2"), "workforce"),
        (("ZZ1",), "other"),
    ],
)
def test_a_finding_goes_where_most_of_its_criteria_lead(codes: tuple[str, ...], wanted: str) -> None:
    assert theme(facts(), replace(facts().findings[0], areas=codes)) == wanted


def test_what_the_record_does_not_tell_is_a_slot() -> None:
    silent = LETTER.draft(facts(findings=(), recommendations=()))
    for code in ("headline", "improve", "findings"):
        assert text(silent, code).startswith("["), code


def test_what_a_working_day_is_stands_in_a_note_where_days_are_counted() -> None:
    first, *rest = facts().findings
    grave = (replace(first, grade="priority"), *rest)

    def kinds(date: str) -> list[str]:
        priority = LETTER.draft(facts(findings=grave, date=date)).section("priority")
        return [each.kind for each in priority.paragraphs] if priority else []

    assert kinds("2018-10-12")[-2:] == ["prose", "note"]
    assert kinds("") == ["prose", "bullet"]
