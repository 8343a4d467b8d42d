# SPDX-License-Identifier: MIT
"""A letter drafted in its other language: paragraph beside paragraph, and what was amended since marked by itself."""

import pytest

from reports import acts
from reports.acts import Wanted
from storage.acts import letters
from storage.errors import Refused
from storage.example import Example
from storage.job import run_now
from storage.model.pair import FIRST, SAME
from storage.queries.letters import whole_letter
from storage.queries.pairs import both, rows
from storage.store import Store

Worked = tuple[Store, Example]


def wanted(worked: Worked, language: str, pair_id: str = "") -> Wanted:
    example = worked[1]
    people = ("2018-10-12", example.ids["rhian"], example.ids["walton"])
    return Wanted(example.visit_id, "improvement_conference", language, *people, pair_id)


def test_each_paragraph_of_the_other_language_has_its_twin(worked: Worked) -> None:
    store = worked[0]
    english = run_now(acts.drafting(wanted(worked, "en")), store)
    welsh = run_now(acts.drafting(wanted(worked, "cy", english)), store)
    first = whole_letter(store, english)
    assert first is not None
    found = rows(store, first.letter)
    assert len(found) > 15
    assert {row.state for row in found} == {SAME}
    assert all(row.first and row.second and row.first.text != row.second.text for row in found)
    two = both(store, first.letter)
    assert two is not None
    assert [each.letter.language for each in two] == ["en", "cy"]
    assert two[1].letter.id == welsh


def test_what_was_amended_before_must_be_followed_and_one_pair_is_enough(worked: Worked) -> None:
    store = worked[0]
    english = run_now(acts.drafting(wanted(worked, "en")), store)
    first = whole_letter(store, english)
    assert first is not None
    with pytest.raises(Refused, match="other language"):
        run_now(acts.drafting(wanted(worked, "en", english)), store)
    letters.reword(store, first.sections[1].paragraphs[0].sentences[0], "The inspector's own words.")
    run_now(acts.drafting(wanted(worked, "cy", english)), store)
    marked = [row for row in rows(store, first.letter) if row.state != SAME]
    assert [row.state for row in marked] == [FIRST]
    assert marked[0].first is not None
    assert marked[0].first.text.startswith("The inspector's own words.")
    with pytest.raises(Refused, match="its pair already"):
        run_now(acts.drafting(wanted(worked, "cy", english)), store)
