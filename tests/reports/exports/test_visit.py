# SPDX-License-Identifier: MIT
"""A whole visit outside: nothing present is missing, nothing withdrawn is there, invented things say so."""

import json
from base64 import b64decode
from pathlib import Path

import pytest

from reports.exports.records import ILLUSTRATION
from reports.exports.visit import as_json, whole_visit
from storage import documents, example
from storage.acts import findings, notes, ratings
from storage.errors import Refused
from storage.imports.plain import VISIT_FORMAT
from storage.store import Store, scratch
from tests.builders import RUBRIC, a_finding, a_letter, a_link, a_note, a_session, a_visit


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
    assert plain["format"] == VISIT_FORMAT
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


def test_the_worked_example_says_in_every_export_that_it_is_one(tmp_path: Path) -> None:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path)
    whole = whole_visit(lead, worked.visit_id)
    plain = json.loads(as_json(whole))
    assert plain["notice"] == ILLUSTRATION
    assert all(each["notice"] == ILLUSTRATION for each in plain["notes"])


def test_a_visit_that_is_not_here_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="no such visit"):
        whole_visit(store, "nothing")


def test_every_note_carries_its_amendments_and_how_it_came_to_be(store: Store) -> None:
    there = a_visit(store)
    note = a_note(store, there, "Six of eight.")
    notes.amend(store, note, text="Seven of eight.")
    (told,) = json.loads(as_json(whole_visit(store, there.id)))["notes"]
    assert told["provenance"] == ["written_then"]
    (amendment,) = told["amendments"]
    assert (amendment["before"], amendment["after"]) == ("Six of eight.", "Seven of eight.")
    assert amendment["by"] == "Practice Inspector"


def test_attachments_are_in_the_json_with_their_bytes(store: Store) -> None:
    there = a_visit(store)
    documents.keep(store, there.stream_id, b"%PDF-1.7 words", subject=there.id, title="Rota")
    (told,) = json.loads(as_json(whole_visit(store, there.id)))["documents"]
    assert (told["title"], b64decode(told["data"])) == ("Rota", b"%PDF-1.7 words")


def test_an_attachment_that_is_not_here_is_named_without_bytes(store: Store) -> None:
    there = a_visit(store)
    documents.keep(store, there.stream_id, b"words", subject=there.id)
    store.shelf = type(store.shelf)(None)
    (told,) = json.loads(as_json(whole_visit(store, there.id)))["documents"]
    assert told["data"] is None


def test_yeses_go_out_and_a_locked_rating_says_nothing(store: Store) -> None:
    there = a_visit(store)
    findings.agree(store, a_finding(store, there, "Supervision is irregular.", state="proposed"))
    ratings.lock(store, there, (RUBRIC, "QA"), "priority", "Words that only she knows.")
    told = as_json(whole_visit(store, there.id))
    plain = json.loads(told)
    assert [each["statement"] for each in plain["agreements"]] == ["Supervision is irregular."]
    assert [(each["area"], each["value"], each["salt"]) for each in plain["ratings"]] == [("QA", "", "")]
    assert len(plain["ratings"][0]["commitment"]) == 64
    assert "only she knows" not in told
    assert plain["resolutions"] == []
