# SPDX-License-Identifier: MIT
"""A visit as a tagged PDF: read in order by a screen reader, whatever characters are in the notes."""

from io import BytesIO
from pathlib import Path

import pikepdf

from reports.exports.pdf import as_pdf
from reports.exports.visit import whole_visit
from storage import example
from storage.store import Store, scratch
from tests.builders import a_note, a_session, a_visit
from tests.reports.pdf.readout import readout


def test_headings_marks_and_words_are_heard_in_order(store: Store) -> None:
    there = a_visit(store)
    session = a_session(store, there)
    a_note(store, there, "Six of eight.\nSecond line.", session_id=session.id)
    heard = readout(as_pdf(whole_visit(store, there.id)))
    assert heard.problems == []
    assert heard.texts("H3") == ["S01 · Day 1, 09:30–11:00: File reading"]
    said = heard.texts("P")
    assert said.index("Six of eight.") + 1 == said.index("Second line.")
    assert any("not encrypted" in each for each in said)


def test_a_character_without_a_glyph_does_not_keep_the_visit_in(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, "She drew 😀 and wrote 猫.")
    assert "She drew ? and wrote ?." in readout(as_pdf(whole_visit(store, there.id))).texts("P")


def test_a_visit_with_nothing_in_it_is_a_pdf_too(store: Store) -> None:
    assert readout(as_pdf(whole_visit(store, a_visit(store).id))).problems == []


def test_the_worked_example_says_on_every_page_that_it_is_one(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    data = as_pdf(whole_visit(lead, worked.visit_id))
    heard = readout(data)
    assert heard.problems == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) > 5
    assert all("orked example" in page or "invented" in page.lower() for page in heard.artifacts[1:])
