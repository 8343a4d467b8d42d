# SPDX-License-Identifier: MIT
"""A letter drafted in its other language: paragraph beside paragraph, and what was amended since marked by itself."""

import pytest

from reports import acts
from reports.acts import Wanted
from storage.acts import enclosures, letters
from storage.acts.attachments import Incoming
from storage.acts.enclosures import Enclosable
from storage.errors import Refused
from storage.example import Example
from storage.job import run_now
from storage.model.pair import FIRST, SAME
from storage.queries.documents import documents_of_stream
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


def test_what_goes_with_the_one_goes_with_the_other_under_its_own_titles(worked: Worked) -> None:
    store = worked[0]
    english = run_now(acts.drafting(wanted(worked, "en")), store)
    first = whole_letter(store, english)
    assert first is not None
    titles = ("Annex A", "Annex B: the plan", "Annexation", "Records")
    files = [Enclosable(title, Incoming("a.txt", title.encode())) for title in titles]
    enclosures.enclose(store, first.letter, files)
    welsh = whole_letter(store, run_now(acts.drafting(wanted(worked, "cy", english)), store))
    first = whole_letter(store, english)
    assert first is not None
    assert welsh is not None
    told = [each.enclosure.title for each in welsh.enclosures]
    assert told == ["Atodiad A", "Atodiad B: the plan", "Annexation", "Records"]
    assert [each.document for each in welsh.enclosures] == [each.document for each in first.enclosures]
    enclosures.withdraw(store, welsh.enclosures[0])  # the other letter keeps its file
    again = whole_letter(store, english)
    assert again is not None
    assert again.enclosures == first.enclosures
    enclosures.withdraw(store, again.enclosures[0])
    kept = documents_of_stream(store, first.letter.stream_id)
    assert "Annex A" not in [each.title for each in kept]
