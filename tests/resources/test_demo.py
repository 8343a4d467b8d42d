# SPDX-License-Identifier: MIT
"""resources/demo: the worked example is whole, plausible, and names nobody it must not name."""

import re
from collections import Counter
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest

from resources import paths
from storage.model.clock import read_stamp, span_of
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.session import Session
from storage.rubrics import rubric
from tests.reports.wrexham import FILES, NOUNS, notice, records, tables

NOTES = records(Note)
SESSIONS = {each.id: each for each in records(Session)}
REFERENCES = (
    "authority_id",
    "visit_id",
    "session_id",
    "author",
    "previous",
    "supports",
    "contradicts",
    "recurs",
)


def test_the_notice_says_what_the_example_is() -> None:
    assert notice() == (
        "worked example: invented for illustration from public sources, "
        "not a record or letter of Care Inspectorate Wales"
    )


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.entity)
def test_every_field_is_one_of_its_dataclass(noun: Any) -> None:
    known = {each.name for each in fields(noun)} - {"id", "stream_id", "present", "seen"} | {"key"}
    for row in tables()[noun.entity]:
        assert set(row) <= known | ({"areas"} if noun is Note else set()), row["key"]


def test_every_key_is_unique_and_every_reference_leads_somewhere() -> None:
    keys = Counter(row["key"] for noun in NOUNS for row in tables()[noun.entity])
    assert [key for key, count in keys.items() if count > 1] == []
    for row in (row for noun in NOUNS for row in tables()[noun.entity]):
        for name in REFERENCES:
            value = row.get(name, [])
            assert set(value if isinstance(value, list) else [value]) <= set(keys), (row["key"], name)


def test_there_are_two_days_with_notes_by_both_inspectors() -> None:
    assert len(NOTES) >= 44
    assert {each.day for each in SESSIONS.values()} == {1, 2}
    assert {(each.author, SESSIONS[each.session_id].day) for each in NOTES} == {
        ("rhian", 1),
        ("rhian", 2),
        ("tomos", 1),
        ("tomos", 2),
    }
    assert {each.source_kind for each in NOTES} == {
        "file",
        "interview",
        "focus_group",
        "observation",
        "meeting",
        "data",
        "document",
    }
    assert {each.polarity for each in NOTES} == {"strength", "neutral", "weakness"}


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)
def test_a_note_is_short_and_within_its_session(note: Note) -> None:
    assert 25 <= len(note.text.split()) <= 90
    session = SESSIONS[note.session_id]
    local = read_stamp(note.event_at) + timedelta(hours=1)  # British Summer Time
    assert local.date() == span_of("2018-07-10").earliest + timedelta(session.day - 1)
    assert session.starts <= f"{local:%H:%M}" <= session.ends
    assert note.captured_at >= note.event_at
    assert note.source_role
    if note.source_kind == "file":
        assert re.fullmatch(r"Case \d\d", note.case_ref)


def test_every_criterion_of_the_conference_and_of_december_has_evidence() -> None:
    framework = rubric("improvement-conference-2018")
    wanted = {each.code for area in framework.areas if area.code not in ("BL", "OV") for each in area.criteria}
    linked = {code for row in tables()["note"] for code in row["areas"]}
    assert wanted | {"OV1", "OV2", "OV5"} <= linked
    assert all(framework.criterion(code) for code in linked)
    assert all(1 <= len(row["areas"]) <= 3 for row in tables()["note"])


def test_every_finding_stands_on_more_than_one_kind_of_source() -> None:
    kinds = {each.id: each.source_kind for each in NOTES}
    for finding in records(Finding):
        # A figure may come from one report; what is concluded may not.
        if finding.role != "indicators":
            assert len({kinds[note] for note in finding.supports}) >= 2, finding.id


def test_the_notes_name_no_person_and_give_no_date_of_birth() -> None:
    people = ("Walton", "Poole", "Bancroft", "Jones", "Atkinson", "Bushell", "Vaughan", "Ellis")
    for note in NOTES:
        assert not any(name in note.text + note.source_role for name in people), note.id
        assert not re.search(r"\b(born|d\.?o\.?b\.?|\d{1,2}/\d{1,2}/\d{2,4})\b", note.text, re.IGNORECASE), note.id
        assert not re.search(r"\baged? \d|\d+[- ]years?[- ]old\b", note.text), note.id


def test_nothing_after_the_conference_letter_is_in_the_data() -> None:
    for name in FILES:
        text = paths.demo(name).read_text(encoding="utf-8")
        data = "\n".join(line.partition(" #")[0] for line in text.splitlines() if not line.startswith("#"))
        assert not re.search(r"\b20(19|2\d)\b", data.replace("ciw-four-principles-2023", "")), name
