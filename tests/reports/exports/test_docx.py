# SPDX-License-Identifier: MIT
"""A visit as a Word document, read back by the same library: headings, notes, notice, language."""

from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn

from reports.exports.docx import as_docx
from reports.exports.records import ILLUSTRATION
from reports.exports.visit import whole_visit
from storage import example
from storage.acts import notes
from storage.store import Store, scratch
from tests.builders import a_note, a_session, a_visit


def test_notes_stand_under_their_session_with_their_marks(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there, "Six of eight.\nSecond line.", session_id=a_session(store, there).id)
    notes.amend(store, note, text="Seven.\nSecond line.")
    document = docx.Document(BytesIO(as_docx(whole_visit(store, there.id))))
    told = [(each.style.name if each.style else "", each.text) for each in document.paragraphs]
    assert ("Title", "Practice Borough Council: children's services, 2018-07-10/2018-07-11") in told
    assert ("Heading 2", "S01 · Day 1, 09:30–11:00: File reading") in told
    assert ("Normal", "Seven.\nSecond line.") in told
    assert any(style == "About a note" and "written then" in text for style, text in told)
    assert ("Quote", "Original wording: Six of eight.\nSecond line.") in told
    assert document.core_properties.author == "Practice Inspector"
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"


def test_characters_that_no_xml_may_hold_do_not_keep_the_visit_in(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, "Pasted\x0b from \x00somewhere.")
    document = docx.Document(BytesIO(as_docx(whole_visit(store, there.id))))
    assert any("from" in each.text and "somewhere" in each.text for each in document.paragraphs)


def test_the_worked_example_says_that_it_is_one(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    document = docx.Document(BytesIO(as_docx(whole_visit(lead, worked.visit_id))))
    assert ILLUSTRATION in [each.text for each in document.paragraphs]
