# SPDX-License-Identifier: MIT
"""reports/letters/annual_review.py: a year by the four principles, strengths before what is to be improved."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.annual_review import SECTIONS, period_of
from reports.letters.draft import Draft
from storage.model.meeting import Meeting
from storage.model.visit import Visit
from tests.reports.wrexham import STREAM, an_event, facts

LETTER = letter_type("annual_review")


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def a_visit(dates: str, **fields: str) -> Visit:
    return Visit(id=f"visit-{dates}", stream_id=STREAM, authority_id="wrexham", dates=dates, **fields)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_section_of_the_standard_is_there_in_its_order(language: str) -> None:
    assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


@pytest.mark.parametrize(
    ("dates", "first"),
    [("2018-07-10/2018-07-11", "2018-04-01"), ("2019-03-31", "2018-04-01"), ("2019-03-31/2019-04-01", "2019-04-01")],
)
def test_the_period_is_the_year_from_april_in_which_the_visit_ended(dates: str, first: str) -> None:
    year = period_of(a_visit(dates))
    assert year is not None
    assert year.first.isoformat() == first
    assert (year.last.month, year.last.day) == (3, 31)
    assert (year.holds(dates), year.holds(""), year.holds("some day"), year.holds("2017")) == (
        True,
        False,
        False,
        False,
    )


def test_a_visit_without_a_date_has_no_period() -> None:
    assert period_of(a_visit("")) is None


def test_the_title_names_the_period() -> None:
    assert text(LETTER.draft(facts()), "period") == "Local Authority Performance Review: April 2018 to March 2019."


def test_findings_stand_under_one_principle_each_with_strengths_first() -> None:
    draft = LETTER.draft(facts())
    people = text(draft, "people")
    assert (
        people.index("Staff are committed") < people.index("Areas for improvement:") < people.index("Posts stay empty")
    )
    assert "Professional supervision" in text(draft, "well_being")
    assert text(draft, "prevention").startswith("We hold no finding")
    every = [text(draft, code) for code in ("well_being", "people", "prevention", "partnership")]
    assert [sum(finding.statement in each for each in every) for finding in facts().findings] == [1] * len(
        facts().findings
    )


def test_work_that_was_not_done_is_named_and_its_reason_asked_for() -> None:
    cancelled = a_visit("2018-11-05", kind="focused_inspection", status="cancelled")
    unheld = Meeting(id="review", stream_id=STREAM, kind="review", due="2019-02-04")
    draft = LETTER.draft(facts(later=(cancelled,), meetings=(*facts().meetings, unheld)))
    caveats = text(draft, "caveats")
    assert "Focused inspection, planned for 5 November 2018" in caveats
    assert "Review meeting, due by 4 February 2019, which is not on our record as held" in caveats
    assert caveats.endswith("[Why this work was not done]")
    assert "Focused inspection" not in text(draft, "activity")


def test_what_was_done_and_what_is_planned_are_apart() -> None:
    draft = LETTER.draft(facts(later=(a_visit("2019-06-03", kind="inspection"),)))
    done, planned = text(draft, "activity").split("This is planned:")
    assert "Monitoring visit (10 and 11 July 2018)" in done
    assert "Improvement conference (8 October 2018)" in done
    assert "Inspection (3 June 2019)" in planned
    assert "December 2017" not in done, "that was the year before"


def test_a_change_of_level_is_told_only_in_its_own_year() -> None:
    steps = (an_event("level_early", "2018-10-08"), an_event("level_serious", "2019-12-02"))
    assert "from early concern" not in text(LETTER.draft(facts(events=steps)), "level")
    assert "is early concern, with effect from 8 October 2018" in text(LETTER.draft(facts(events=steps)), "level")
    assert "no change of level" in text(LETTER.draft(facts()), "level")


def test_every_recommendation_has_its_standing() -> None:
    progress = text(LETTER.draft(facts()), "progress")
    assert [f"R{number} " in progress for number in range(1, 8)] == [True] * 7
    assert text(LETTER.draft(facts(recommendations=())), "progress") == "We hold no recommendation on our record."


def test_a_visit_already_in_the_four_principles_needs_no_crosswalk() -> None:
    first, *_rest = facts().findings
    framework = facts().rubric
    assert framework is not None
    native = replace(framework, name="ciw-four-principles-2023")
    draft = LETTER.draft(facts(rubric=native, findings=(replace(first, areas=("V2",)),)))
    assert first.statement in text(draft, "prevention")
