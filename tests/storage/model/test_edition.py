# SPDX-License-Identifier: MIT
"""An edition holds a rubric whole, and nothing that is not what its digest says."""

from dataclasses import replace

import pytest

from storage.model.edition import content_of, digest_of, edition_of, rubric_in
from storage.model.ids import StreamId
from storage.rubrics import rubric
from tests.builders import RUBRIC, a_rubric

STREAM = StreamId("s.d")


@pytest.mark.parametrize("given", [rubric(RUBRIC), a_rubric()], ids=["shipped", "loaded"])
def test_a_rubric_comes_out_of_its_edition_as_it_went_in(given: object) -> None:
    assert rubric_in(edition_of(given, "v1", STREAM)) == given  # type: ignore[arg-type]


def test_equal_rubrics_give_the_same_identifier_and_others_another() -> None:
    one, other = a_rubric(), a_rubric(X1="Ways")
    assert edition_of(one, "v1", STREAM) == edition_of(a_rubric(), "v1", STREAM)
    assert edition_of(one, "v1", STREAM).id != edition_of(other, "v1", STREAM).id


def test_content_that_is_not_what_its_digest_says_is_no_rubric() -> None:
    made = edition_of(a_rubric(), "v1", STREAM)
    assert rubric_in(replace(made, content=content_of(a_rubric(X1="Ways")))) is None


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"title": 3, "areas": []}', '{"title": {"en": "T"}, "areas": [{"code": "X"}]}']
)
def test_content_that_is_no_rubric_is_none_and_no_crash(content: str) -> None:
    made = edition_of(a_rubric(), "v1", STREAM)
    assert rubric_in(replace(made, content=content, digest=digest_of(content))) is None


def test_a_title_in_one_language_stands_for_the_other() -> None:
    content = '{"title": {"cy": "Prawf"}, "areas": []}'
    made = replace(edition_of(a_rubric(), "v1", STREAM), content=content, digest=digest_of(content))
    found = rubric_in(made)
    assert found is not None
    assert found.title == {"cy": "Prawf", "en": "Prawf"}
