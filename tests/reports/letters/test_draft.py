# SPDX-License-Identifier: MIT
"""reports/letters/draft.py: a draft reads in order and finds its sections."""

from reports.catalogue import letter_type
from reports.letters.draft import DraftParagraph, DraftSection, DraftSentence
from tests.reports.wrexham import facts


def test_paragraphs_and_sections_read_in_order() -> None:
    one, two = DraftSentence("One.", ("note:n01",)), DraftSentence("Two.", standard=True)
    part = DraftSection("x", "", (DraftParagraph("prose", (one, two)), DraftParagraph("bullet", (two,))))
    assert part.text == "One. Two.\nTwo."


def test_a_draft_yields_every_sentence_and_finds_a_section() -> None:
    draft = letter_type("improvement_conference").draft(facts())
    assert " ".join(each.text for each in draft.sentences()) == " ".join(
        each.text for section in draft.sections for each in section.paragraphs
    )
    assert draft.section("purpose") is draft.sections[1]
    assert draft.section("nowhere") is None
