# SPDX-License-Identifier: MIT
"""A whole visit outside: nothing present is missing, nothing withdrawn is there, invented things say so."""

import json
from pathlib import Path

import pytest

from reports.exports.visit import FORMAT, ILLUSTRATION, as_json, as_markdown, whole_visit
from resources import language
from storage import example
from storage.acts import notes
from storage.errors import Refused
from storage.queries.notes import notes_of_visit
from storage.store import Store, scratch
from tests.builders import a_finding, a_letter, a_link, a_note, a_session, a_visit, again


def test_json_holds_every_present_record_and_no_withdrawn_one(store: Store) -> None:
    there = a_visit(store)
    session = a_session(store, there)
    kept = a_note(store, there, "Seen by her: ŵyn a gŵydd.", session_id=session.id)
    gone = a_note(store, there, "Written by mistake.")
    notes.withdraw(store, gone)
    a_link(store, kept, "QA1")
    finding = a_finding(store, there, supports=(kept.id,))
    a_letter(store, there, "We came.", "We saw.")
    plain = json.loads(as_json(whole_visit(store, there.id)))
    assert plain["format"] == FORMAT
    assert [each["text"] for each in plain["notes"]] == ["Seen by her: ŵyn a gŵydd."]
    assert [each["area"] for each in plain["links"]] == ["QA1"]
    assert plain["findings"][0]["supports"] == [kept.id]
    assert plain["findings"][0]["id"] == finding.id
    sentences = plain["letters"][0]["sections"][0]["paragraphs"][0]["sentences"]
    assert [each["text"] for each in sentences] == ["We came.", "We saw."]
    assert "mistake" not in as_json(whole_visit(store, there.id))


def test_the_same_visit_gives_the_same_bytes(store: Store) -> None:
    there = a_visit(store)
    a_note(store, there)
    assert as_json(whole_visit(store, there.id)) == as_json(whole_visit(store, there.id))


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
    for words in ("Practice Inspector", "weakness", "claimed", "their own words", "#QA1"):
        assert words in text


def test_the_worked_example_says_in_every_export_that_it_is_one(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    whole = whole_visit(lead, worked.visit_id)
    plain = json.loads(as_json(whole))
    assert plain["notice"] == ILLUSTRATION
    assert all(each["notice"] == ILLUSTRATION for each in plain["notes"])
    assert as_markdown(whole).count("worked example") == 1 + len(notes_of_visit(lead, worked.visit_id))


def test_markdown_speaks_the_language_in_use(store: Store) -> None:
    there = a_visit(store)
    try:
        language.use("cy")
        assert as_markdown(whole_visit(store, there.id))
    finally:
        language.use("en")


def test_a_visit_that_is_not_here_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="no such visit"):
        whole_visit(store, "nothing")


def test_a_letter_in_markdown_keeps_its_lists(store: Store) -> None:
    there = a_visit(store)
    letter = a_letter(store, there, "One point.")
    assert again(store, letter)
    assert "One point." in as_markdown(whole_visit(store, there.id))
