# SPDX-License-Identifier: MIT
"""reports/catalogue.py: every letter type has its words in every language."""

from dataclasses import replace

import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.letters.draft import Draft
from resources import paths
from resources.language import LANGUAGES
from storage.errors import Refused
from tests.reports.wrexham import NOUNS, facts, records

KINDS = [each.name for each in LETTER_TYPES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_type_speaks_every_language(kind: str, language: str) -> None:
    draft = letter_type(kind).draft(facts(), language)
    assert isinstance(draft, Draft)
    assert (draft.kind, draft.language) == (kind, language)
    assert draft.wording.startswith(f"{kind}/{language} ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_keeps_the_order_of_its_sections_and_ends_with_the_close(kind: str, language: str) -> None:
    known = letter_type(kind)
    codes = [each.code for each in known.draft(facts(), language).sections]
    assert codes == [code for code in known.sections if code in codes]
    assert codes[-1] == "close"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_that_is_not_standard_names_records_that_exist(kind: str, language: str) -> None:
    known = {f"{noun.entity}:{each.id}" for noun in NOUNS for each in records(noun)}
    for sentence in letter_type(kind).draft(facts(), language).sentences():
        assert sentence.standard == (not sentence.sources), sentence.text
        assert set(sentence.sources) <= known, sentence.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_can_be_drafted_from_almost_nothing(kind: str, language: str) -> None:
    full = facts()
    bare = replace(full.visit, dates="", scope=(), methods=(), staff="", days=0, conclusion="", frameworks=())
    empty = {"earlier": (), "rubric": None, "sessions": (), "notes": (), "links": (), "findings": ()}
    standing = {"recommendations": (), "meetings": (), "events": (), "inspectors": (), "signatory": None}
    draft = letter_type(kind).draft(facts(visit=bare, addressee=None, date="", **empty, **standing), language)
    said = [each.text for each in draft.sentences()]
    assert all(said)
    assert not [each for each in said if "None" in each or "  " in each or "()" in each]


def test_every_folder_of_wording_is_a_letter_type_or_the_shared_words() -> None:
    folders = {each.name for each in (paths.HERE / "letters").iterdir() if each.is_dir()}
    assert folders == {each.name for each in LETTER_TYPES} | {"words"}


def test_an_unknown_letter_type_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match=r"no letter type “warning”.*monitoring_visit, improvement_conference, "):
        letter_type("warning")
