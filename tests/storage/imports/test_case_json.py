# SPDX-License-Identifier: MIT
"""Cases of an exported visit are read as they were, or refused with the place of what no screen could show."""

import json
from typing import Any

import pytest

from reports.exports.visit import as_json, whole_visit
from storage.errors import BadFile
from storage.imports.case_json import wrong_field
from storage.imports.visit_json import read_visit
from storage.model.case_review import CaseReview
from storage.model.ids import StreamId
from storage.model.sample import Sample
from storage.store import Store
from tests.builders import a_visit
from tests.case_lists import a_reviewed_case

FRAME: dict[str, Any] = {"id": "x", "stream_id": StreamId("s")}

SPOILT: dict[str, tuple[str, str, object]] = {
    "a case under another's identifier": ("cases", "pseudonym", "CASE-99"),
    "a name for a pseudonym": ("cases", "pseudonym", "Somebody"),
    "a fact that no list may hold": ("cases", "facts", [["name", "Somebody"]]),
    "an unknown progress": ("cases", "progress", "half"),
    "a list with a column of names": ("case_lists", "fields", ["name"]),
    "a spread without numbers": ("samples", "spread", [["team", "East", "1", "2"]]),
    "a stratum of no number": ("samples", "counts", [["many", "2", "1", "1"]]),
    "a quota below nothing": ("samples", "quotas", [["-1", "East"]]),
    "an unknown feature": ("case_reviews", "features", [["smell", "yes"]]),
    "a check that cannot be reckoned": ("case_reviews", "checks", [["decision", "noon", 1, "weeks", ""]]),
    "an unknown outcome": ("case_reviews", "outcome", "fine"),
}


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    """Give an exported visit with a reviewed case."""
    from tests.builders import a_store

    store = a_store()
    there = a_visit(store)
    a_reviewed_case(store, there)
    found: dict[str, Any] = json.loads(as_json(whole_visit(store, there.id)))
    store.close()
    return found


@pytest.mark.parametrize("name", SPOILT)
def test_a_mistake_in_a_case_is_refused_with_its_place(name: str, plain: dict[str, Any]) -> None:
    where, field, value = SPOILT[name]
    read_visit(json.dumps(plain).encode())
    spoilt = {**plain, where: [{**plain[where][0], field: value}]}
    with pytest.raises(BadFile) as refused:
        read_visit(json.dumps(spoilt).encode())
    assert f": {where} 1, " in str(refused.value)
    assert "Somebody" not in str(refused.value)


def test_records_as_the_program_makes_them_are_sound(store: Store) -> None:
    there = a_visit(store)
    case = a_reviewed_case(store, there)
    whole = whole_visit(store, there.id)
    every = (*whole.case_lists, *whole.cases, *whole.samples, *whole.case_reviews)
    assert case in whole.cases or len(every) == 5
    assert {wrong_field(each) for each in every} == {""}


def test_a_review_names_its_case_and_reader_in_its_identifier() -> None:
    assert wrong_field(CaseReview(**FRAME, case_id="v:7", reviewer="p")) == "id"
    assert wrong_field(CaseReview(**{**FRAME, "id": "v:7:p"}, case_id="v:7", reviewer="p")) == ""
    assert wrong_field(Sample(**FRAME, drawn=("Somebody",))) == "drawn"
