# SPDX-License-Identifier: MIT
"""A visit as Markdown and as plain text: sessions, marks, amendments; both tell the same."""

from pathlib import Path

from reports.exports.text import as_markdown, as_text
from reports.exports.visit import whole_visit
from resources import language
from storage import example
from storage.acts import notes
from storage.queries.notes import notes_of_visit
from storage.store import Store, scratch
from tests.builders import a_letter, a_link, a_note, a_session, a_visit, again


def test_markdown_puts_each_note_into_its_session_and_loose_ones_apart(store: Store) -> None:
    there = a_visit(store)
    session = a_session(store, there, title="File reading", with_roles=("Social worker C",))
    a_note(store, there, "In the session.", session_id=session.id)
    a_note(store, there, "In no session.")
    text = as_markdown(whole_visit(store, there.id))
    assert text.index("File reading") < text.index("In the session.") < text.index("Notes outside any session")
    assert text.index("Notes outside any session") < text.index("In no session.")


def test_markdown_names_author_strength_and_areas(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there, polarity="weakness", observed=False, verbatim=True)
    a_link(store, note, "QA1")
    text = as_markdown(whole_visit(store, there.id))
    for words in ("Practice Inspector", "weakness", "claimed", "their own words", "#QA1", "written then"):
        assert words in text


def test_the_original_wording_stands_below_the_amended_note(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there, "Six of eight.")
    notes.amend(store, note, text="Seven of eight.")
    for text in (as_markdown(whole_visit(store, there.id)), as_text(whole_visit(store, there.id))):
        assert text.index("Seven of eight.") < text.index("Original wording: Six of eight.") < text.index("Amended ")


def test_the_worked_example_says_in_every_note_that_it_is_one(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    whole = whole_visit(lead, worked.visit_id)
    expected = 1 + len(notes_of_visit(lead, worked.visit_id))
    assert as_markdown(whole).count("worked example") == expected
    assert as_text(whole).replace("\n", " ").count("worked example") == expected


def test_both_speak_the_language_in_use(store: Store) -> None:
    there = a_visit(store)
    try:
        language.use("cy")
        assert as_markdown(whole_visit(store, there.id))
        assert as_text(whole_visit(store, there.id))
    finally:
        language.use("en")


def test_a_letter_is_told_too(store: Store) -> None:
    there = a_visit(store)
    letter = a_letter(store, there, "One point.")
    assert again(store, letter)
    assert "One point." in as_markdown(whole_visit(store, there.id))


def test_plain_text_folds_long_lines_and_keeps_paragraphs(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there, "word " * 60 + "\n\nSecond paragraph.")
    lines = as_text(whole_visit(store, there.id)).splitlines()
    assert max(map(len, lines)) <= 100
    assert "    Second paragraph." in lines
