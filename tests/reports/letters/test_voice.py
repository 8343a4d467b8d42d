# SPDX-License-Identifier: MIT
"""reports/letters/voice.py: slots, sources, lists; what is not known is left out."""

from dataclasses import replace

import pytest

from reports.catalogue import letter_type
from reports.letters.voice import Voice, items, lists, note, paragraph, section, source
from storage.model.rubric import Area, Criterion, Rubric
from tests.reports.wrexham import facts


@pytest.fixture
def voice() -> Voice:
    return Voice(facts(), letter_type("improvement_conference").wording("en"))


@pytest.fixture
def llais() -> Voice:
    return Voice(facts(), letter_type("improvement_conference").wording("cy"))


def test_a_sentence_from_records_names_each_once(voice: Voice) -> None:
    visit = facts().visit
    said = voice.said("return_methods", [visit, visit], methods="read case files")
    assert said is not None
    assert said.text == "On our return we read case files."
    assert said.sources == (source(visit),) == ("visit:v3",)


def test_nothing_is_said_without_the_record_or_the_value(voice: Voice) -> None:
    assert voice.said("return_methods", [None], methods="read case files") is None
    assert voice.said("return_methods", [], methods="read case files") is None
    assert voice.said("return_methods", [facts().visit], methods="") is None


def test_lists_read_as_people_write_them(voice: Voice, llais: Voice) -> None:
    assert voice.joined([]) == ""
    assert voice.joined(["a"]) == "a"
    assert voice.joined(["a", "", "b"]) == "a and b"
    assert voice.joined(["a", "b", "c"]) == "a, b and c"
    assert voice.joined(["a, b", "c", "d"]) == "a, b; c; and d"
    assert voice.joined(["salt and pepper", "oil"]) == "salt and pepper; and oil"
    assert llais.joined(["a", "b", "c"]) == "a; b; c"


def test_the_inspectorate_is_named_in_full_once(voice: Voice) -> None:
    assert voice.inspectorate("CIW") == "Care Inspectorate Wales (CIW)"
    assert voice.inspectorate("CIW") == "CIW"
    assert voice.inspectorate("HMI") == "HMI"


def test_amounts_and_numbers_in_words(voice: Voice, llais: Voice) -> None:
    assert [voice.amount(4, "weeks"), llais.amount(4, "weeks")] == ["four weeks", "pedair wythnos"]
    assert voice.amount(20, "working_days") == "20 working days"
    assert [voice.number(3), llais.number(3), voice.number(12)] == ["three", "tri", "12"]


def test_words_of_a_record_are_translated_or_marked(voice: Voice, llais: Voice) -> None:
    assert voice.own("children's services") == "children's services"
    assert llais.own("children's services") == "gwasanaethau plant"
    assert llais.own("Something new.") == "[i'w gyfieithu: Something new.]"
    assert llais.own("") == ""


def test_a_criterion_without_a_phrase_gives_its_title(voice: Voice) -> None:
    area = Area("Z", {"en": "Zeal"}, (Criterion("Z1", {"en": "Staff are zealous"}),))
    known = replace(facts(), rubric=Rubric("new", {"en": "New"}, "", (area,)))
    assert Voice(known, voice.wording).points(["HR1", "Z1"]).endswith("Staff are zealous")
    assert voice.points(["Z9"]) == "Z9"


def test_the_authority_has_its_name_in_both_languages(voice: Voice, llais: Voice) -> None:
    assert voice.authority() == "Wrexham County Borough Council"
    assert llais.authority() == "Cyngor Bwrdeistref Sirol Wrecsam"


def test_empty_paragraphs_lists_and_sections_are_not_there(voice: Voice) -> None:
    lead = voice.standard("staff_support")
    assert paragraph(None, None) is None
    assert items([None]) == []
    assert lists(lead, []) == []
    assert [each.kind for each in lists(lead, [lead])] == ["prose", "bullet"]
    assert section(voice, "staff", [None]) is None


def test_a_note_is_a_paragraph_of_its_own_kind_and_none_without_words(voice: Voice) -> None:
    said = note(voice.standard("purpose_when"))
    assert said is not None
    assert said.kind == "note"
    assert note(None) is None
