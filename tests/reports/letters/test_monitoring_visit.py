# SPDX-License-Identifier: MIT
"""reports/letters/monitoring_visit.py: composed from the same facts as the conference letter, in its own order."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.draft import Draft, DraftSection
from reports.letters.monitoring_visit import SECTIONS
from tests.reports.wrexham import NOUNS, facts, records

LETTER = letter_type("monitoring_visit")


def part(draft: Draft, code: str) -> DraftSection:
    found = draft.section(code)
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_sections_are_in_their_order(language: str) -> None:
    assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_sentence_not_standard_names_records_that_exist(language: str) -> None:
    known = {f"{noun.entity}:{each.id}" for noun in NOUNS for each in records(noun)}
    for sentence in LETTER.draft(facts(), language).sentences():
        assert sentence.standard == (not sentence.sources), sentence.text
        assert set(sentence.sources) <= known, sentence.text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("opening", "Wrexham County Borough Council (10 and 11 July 2018)"),
        ("opening", "visit number three in the series"),
        ("opening", "two senior managers spent two days on site"),
        ("opening", "Rhian Vaughan (practice) and Tomos Ellis (practice)"),
        ("why", "January and February 2017"),
        ("why", "return visit by Care Inspectorate Wales (CIW) in early December 2017"),
        ("why", "a third party in autumn 2017"),
        ("why", "early concern"),
        ("looked_at", "the files of 12 cases"),
        ("looked_at", "Student social worker E"),
        ("headline", "not on a journey of improvement"),
        ("strengths", "committed to the children"),
        ("not_improved", "R4 Risk assessment, analysis and mitigation: deteriorated."),
        ("judgement", "inadequate"),
        ("next", "An improvement conference was held on Monday 8 October 2018."),
    ],
)
def test_each_section_tells_what_it_must(code: str, words: str) -> None:
    assert words in part(LETTER.draft(facts()), code).text


def test_every_earlier_recommendation_has_a_direction() -> None:
    text = part(LETTER.draft(facts()), "not_improved").text
    assert [f"R{number} " in text for number in range(1, 8)] == [True] * 7


def test_a_recommendation_nobody_tested_says_so() -> None:
    untested = tuple(replace(each, direction="") for each in facts().recommendations)
    assert part(LETTER.draft(facts(recommendations=untested)), "not_improved").text.count("not looked at") == 7


def test_priorities_are_numbered_and_a_repeated_one_comes_once() -> None:
    numbered = [each for each in part(LETTER.draft(facts()), "priorities").paragraphs if each.kind == "numbered"]
    assert [each.sentences[0].sources for each in numbered] == [
        (f"recommendation:{key}",) for key in ("r1", "r4", "r5", "r6", "r7")
    ]


def test_what_improved_is_no_priority() -> None:
    better = tuple(replace(each, direction="improved") for each in facts().recommendations)
    assert LETTER.draft(facts(recommendations=better)).section("priorities") is None


def test_a_conference_still_to_come_is_not_called_held() -> None:
    draft = LETTER.draft(facts(date="2018-09-14"))
    assert part(draft, "next").text == "An improvement conference is to be held on Monday 8 October 2018."


def test_gaps_are_shown_where_the_record_is_silent() -> None:
    silent = facts(findings=(), meetings=(), visit=replace(facts().visit, conclusion=""))
    draft = LETTER.draft(silent)
    for code in ("headline", "strengths", "judgement", "next"):
        assert part(draft, code).text.startswith("["), code
