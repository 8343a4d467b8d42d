# SPDX-License-Identifier: MIT
"""reports/letters/correction_notice.py: names the signed letter it corrects; the words are the inspector's."""

from reports.catalogue import letter_type
from reports.letters.correction_notice import SECTIONS
from reports.letters.draft import Draft
from storage.model.letter import Letter
from tests.reports.wrexham import STREAM, facts

LETTER = letter_type("correction_notice")


def text(draft: Draft, code: str) -> str:
    found = draft.section(code)
    assert found is not None
    return found.text


def signed(name: str, kind: str, date: str) -> Letter:
    return Letter(id=name, stream_id=STREAM, kind=kind, date=date, re_line=f"Subject of {name}", document_id="d")


def test_the_sections_are_in_their_order_in_both_languages() -> None:
    for language in ("en", "cy"):
        assert tuple(each.code for each in LETTER.draft(facts(), language).sections) == SECTIONS


def test_the_last_signed_letter_that_is_no_notice_is_the_one_corrected() -> None:
    issued = (
        signed("one", "monitoring_visit", "2018-08-01"),
        signed("two", "improvement_conference", "2018-10-12"),
        signed("three", "correction_notice", "2018-10-20"),
    )
    draft = LETTER.draft(facts(issued=issued))
    opening = draft.section("opening")
    assert opening is not None
    assert opening.text == "This notice corrects our letter of 12 October 2018 with the subject: Subject of two."
    assert opening.paragraphs[0].sentences[0].sources == ("letter:two",)


def test_without_a_signed_letter_its_name_is_a_slot() -> None:
    assert text(LETTER.draft(facts()), "opening").startswith("[")


def test_what_is_wrong_is_left_to_the_inspector() -> None:
    assert text(LETTER.draft(facts()), "correction").count("[") == 3
