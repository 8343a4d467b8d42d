# SPDX-License-Identifier: MIT
"""reports/catalogue.py: every letter type has its words in every language."""

import pytest

from reports.catalogue import LETTER_TYPES, letter_type
from reports.letters.draft import Draft
from resources import paths
from resources.language import LANGUAGES
from storage.errors import Refused
from tests.reports.wrexham import facts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [each.name for each in LETTER_TYPES])
def test_every_letter_type_speaks_every_language(kind: str, language: str) -> None:
    draft = letter_type(kind).draft(facts(), language)
    assert isinstance(draft, Draft)
    assert (draft.kind, draft.language) == (kind, language)
    assert draft.wording.startswith(f"{kind}/{language} ")


def test_every_folder_of_wording_is_a_letter_type_or_the_shared_words() -> None:
    folders = {each.name for each in (paths.HERE / "letters").iterdir() if each.is_dir()}
    assert folders == {each.name for each in LETTER_TYPES} | {"words"}


def test_an_unknown_letter_type_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match=r"no letter type “warning”.*monitoring_visit, improvement_conference"):
        letter_type("warning")
