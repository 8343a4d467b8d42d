# SPDX-License-Identifier: MIT
"""reports/letters/escalation.py: what raises the level, what was assured and what came of it, what is required now."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft
from reports.letters.escalation import SECTIONS
from tests.reports.wrexham import an_event, facts

LETTER = letter_type("escalation")
EVENTS = (
    an_event("level_early", "2018-10-08"),
    an_event("assurance_not_sustained", "2019-05", "Staff had been appointed and workloads were lower."),
    an_event("assurance", "2020-02", "More money has been found."),
    an_event("council_action", "2020-02", "An improvement board meets every month"),
    an_event("council_action", "", "A new team supports social workers"),
    an_event("level_significant", "2020-03-02", "Indicators have declined across safeguarding."),
)


def drafted(language: str = "en", **instead: object) -> Draft:
    return LETTER.draft(facts(**{"events": EVENTS, **instead}), language)


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_section_of_the_standard_is_there_in_its_order(language: str) -> None:
    assert tuple(each.code for each in drafted(language).sections) == SECTIONS


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("statement", "from early concern to significant concern, with effect from 2 March 2020."),
        ("statement", "Indicators have declined across safeguarding."),
        ("evidence", "timeliness has fallen over the year"),
        ("evidence", "Quality assurance: consistent availability of professional supervision"),
        ("evidence", "the files of 12 cases"),
        ("assurances", "May 2019: Staff had been appointed and workloads were lower. What we found since shows"),
        ("assurances", "More money has been found. We have not yet tested this."),
        ("impact", "do not consistently support children"),
        ("action", "An improvement board meets every month (February 2020)"),
        ("action", "have not verified it"),
        ("required", "Wrexham County Borough Council must now:"),
        ("consequences", "sections 150 to 152"),
    ],
)
def test_each_section_tells_what_it_must(code: str, words: str) -> None:
    assert words in text(drafted(), code)


def test_what_the_council_says_is_never_said_as_ours() -> None:
    for code in ("statement", "evidence", "impact", "required"):
        assert "improvement board" not in text(drafted(), code)


def test_the_impact_of_a_finding_is_told_before_the_conclusion() -> None:
    first, *rest = facts().findings
    harmed = replace(first, impact="Children wait too long to be seen.")
    assert text(drafted(findings=(harmed, *rest)), "impact").startswith("Children wait too long to be seen.")


def test_ministers_are_named_only_where_the_level_is_theirs() -> None:
    early = drafted(events=EVENTS[:1])
    assert "Ministers" not in text(early, "consequences")


def test_a_review_that_was_due_before_the_letter_is_not_called_to_come() -> None:
    assert "by 8 April 2019" in text(drafted(), "consequences")
    assert "review meeting" not in text(drafted(date="2020-03-09"), "consequences")


def test_what_the_record_does_not_tell_is_a_slot() -> None:
    silent = LETTER.draft(facts(events=(), findings=(), notes=(), recommendations=()))
    for code in ("statement", "evidence", "assurances", "impact", "action", "required"):
        assert text(silent, code).startswith("["), code


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_statute_and_what_is_counted_stand_in_notes(language: str) -> None:
    draft = drafted(language)
    notes = [each.text for section in draft.sections for each in section.paragraphs if each.kind == "note"]
    assert len(notes) == 2
    assert "150" not in text(draft, "consequences").replace(notes[1], "")
    assert "150" in notes[1]
