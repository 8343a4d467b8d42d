# SPDX-License-Identifier: MIT
"""A letter as Word: headings, lists that count from one, languages – and a draft that comes back is understood."""

from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from reports.exports.letter_docx import as_docx
from storage.imports.challenges import comments_in, plan
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_letter as a_kept_letter
from tests.builders import a_visit
from tests.reports.pdf.letters import BODY, a_letter


def read(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def test_headings_and_lists_are_real_and_every_list_begins_with_one() -> None:
    twice = read(as_docx(a_letter((BODY[1], BODY[1]))))
    styles = [each.style.name for each in twice.paragraphs]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == 2
    assert styles.count("List Bullet") == 6
    numbered = [each for each in twice.paragraphs if each.style.name == "List Number"]
    counts = [each._p.pPr.numPr.numId.val for each in numbered]
    assert counts[0] == counts[1] != counts[2] == counts[3]


def test_each_language_is_said_in_its_own_voice() -> None:
    both = read(as_docx(a_letter(), a_letter(language="cy", re_line="Cynhadledd")))
    tags = [each.get(qn("w:val")) for each in both.element.body.iter(qn("w:lang"))]
    assert tags == sorted(tags, reverse=True)  # all of the English, then all of the Welsh
    assert set(tags) == {"en-GB", "cy-GB"}
    assert both.core_properties.language == "en-GB"


def test_what_no_word_file_can_hold_is_shown_as_such() -> None:
    paragraphs = read(as_docx(a_letter(re_line="One\x07two"))).paragraphs
    assert "One\N{REPLACEMENT CHARACTER}two" in [each.text for each in paragraphs]


def test_a_draft_that_went_out_in_word_and_comes_back_finds_its_paragraphs(store: Store) -> None:
    kept = a_kept_letter(store, a_visit(store), "Six of eight files held a current plan.")
    letter = whole_letter(store, kept.id)
    assert letter is not None
    document = read(as_docx(letter))
    paragraph = next(each for each in document.paragraphs if each.text.startswith("Six"))
    document.add_comment(paragraph.runs, "It was seven.", author="Head of service")
    back = BytesIO()
    document.save(back)
    planned = plan(store, letter, "d" * 64, comments_in(back.getvalue()))
    assert [each.paragraph_id for each in planned.new] == [letter.sections[0].paragraphs[0].paragraph.id]
