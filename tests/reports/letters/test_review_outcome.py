# SPDX-License-Identifier: MIT
"""reports/letters/review_outcome.py: what a review meeting came to, as people recorded it."""

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.review_outcome import SECTIONS
from storage.model.meeting import Meeting
from tests.reports.wrexham import STREAM, an_event, facts

LETTER = letter_type("review_outcome")
REVIEW = Meeting(
    id="review",
    stream_id=STREAM,
    kind="review",
    held="2019-04-08",
    attendees=("officers of the council", "inspectors"),
    agreed_actions=("report each month on supervision",),
)


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def reviewed(*kinds: str) -> Draft:
    events = tuple(an_event(each, "2019-04-08", "Because of what the files show.") for each in kinds)
    return LETTER.draft(facts(meetings=(*facts().meetings, REVIEW), events=events))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sections_are_in_their_order(language: str) -> None:
    assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


def test_the_meeting_its_conference_and_who_was_there_are_named() -> None:
    said = text(reviewed(), "opening")
    assert "on Monday 8 April 2019." in said
    assert "followed the improvement conference of Monday 8 October 2018." in said
    assert "officers of the council and inspectors" in said
    assert text(reviewed(), "agreed").endswith("Report each month on supervision")


@pytest.mark.parametrize(
    ("kind", "outcome", "then"),
    [
        ("review_sufficient", "is sufficient", "our usual programme"),
        ("review_insufficient", "is not sufficient", "focused inspection"),
        ("review_deteriorated", "have deteriorated", "the level of concern"),
    ],
)
def test_each_outcome_has_its_consequence_and_reasons(kind: str, outcome: str, then: str) -> None:
    draft = reviewed(kind)
    assert outcome in text(draft, "outcome")
    assert text(draft, "outcome").endswith("Because of what the files show.")
    assert then in text(draft, "next")


def test_nothing_is_worked_out_where_nobody_recorded_an_outcome() -> None:
    for code in ("outcome", "next"):
        assert text(reviewed(), code).startswith("["), code


def test_a_conference_is_not_taken_for_a_review() -> None:
    assert text(LETTER.draft(facts()), "opening").startswith("[When")
