# SPDX-License-Identifier: MIT
"""The nouns: plain, frozen, made of nothing but str, int, float, bool and tuples; each with its table."""

import dataclasses
import importlib
import pkgutil
from typing import Any

import pytest

from storage import model
from storage.model.finding import Finding
from storage.model.ids import StreamId
from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter, WholeParagraph, WholeSection
from storage.model.note import Note
from storage.model.record import Record, contents, prose_fields, touchable
from storage.model.rubric import Area, Criterion, Rubric
from storage.permissions import MAY_TOUCH
from storage.tables import NOUNS

EVERY = sorted(NOUNS.values(), key=lambda noun: noun.entity)


def a_record(noun: type[Record], **fields: Any) -> Record:
    return noun(id="1", stream_id=StreamId("s.d"), **fields)


def test_every_noun_of_the_model_has_a_table() -> None:
    found = set()
    for module in pkgutil.iter_modules(model.__path__):
        for value in vars(importlib.import_module(f"storage.model.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Record) and value is not Record:
                found.add(value)
    assert found == set(EVERY)


def test_every_noun_says_who_may_touch_it() -> None:
    assert set(MAY_TOUCH) == set(NOUNS)


@pytest.mark.parametrize("noun", EVERY, ids=lambda noun: noun.entity)
def test_a_noun_is_plain_and_frozen(noun: type[Record]) -> None:
    record = a_record(noun)
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.present = False  # type: ignore[misc]
    for name, default in touchable(noun):
        assert type(default) in (str, int, float, bool, tuple), name
    assert noun.entity == noun.entity.lower()


@pytest.mark.parametrize("noun", EVERY, ids=lambda noun: noun.entity)
def test_every_field_of_a_noun_is_empty_by_default_or_says_what_it_means(noun: type[Record]) -> None:
    assert contents(a_record(noun)) == dict(touchable(noun))
    assert prose_fields(noun) <= {name for name, default in touchable(noun) if default == ""}


def test_running_text_is_marked_where_people_share_it() -> None:
    assert prose_fields(Note) == {"text", "amend_reason"}
    assert prose_fields(Finding) == {"statement", "impact", "set_aside_because"}
    assert prose_fields(Sentence) == {"text"}


def test_two_readings_of_one_thing_are_equal_whatever_heads_they_had() -> None:
    assert a_record(Note, seen={"text": ()}) == a_record(Note)


def test_a_paragraphs_words_are_its_sentences_in_order() -> None:
    frame: dict[str, Any] = {"stream_id": StreamId("s.d")}
    sentences = tuple(Sentence(id=text, text=text, **frame) for text in ("One.", "Two."))
    paragraph = WholeParagraph(Paragraph(id="p", **frame), sentences)
    whole = WholeLetter(Letter(id="l", **frame), (WholeSection(Section(id="s", **frame), (paragraph,)),))
    assert whole.sections[0].paragraphs[0].text == "One. Two."


def test_a_rubric_finds_its_criteria_and_areas_by_code() -> None:
    area = Area("QA", {"en": "Quality"}, (Criterion("QA1", {"en": "Plans"}),))
    rubric = Rubric("one-2018", {"en": "One"}, "here", (area,))
    assert rubric.criterion("QA1") == area.criteria[0]
    assert rubric.area_of("QA1") == rubric.area_of("QA") == area
    assert rubric.criterion("QA") is rubric.criterion("X") is rubric.area_of("X") is None
