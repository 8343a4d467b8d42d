# SPDX-License-Identifier: MIT
"""The worked example's cases: drawn as the sheet says, read, reviewed, told of; and invented from the first row on."""

import csv
from collections.abc import Iterator
from datetime import date

import pytest

from resources import paths
from storage import example, example_cases
from storage.acts.cases import reference_of
from storage.acts.samples import trying
from storage.job import run_now
from storage.model.population import number_of
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit, key_streams, list_of_visit, note_counts, readings
from storage.queries.concerns import concerns_of_visit
from storage.queries.members import members
from storage.queries.points import points_of_visit
from storage.queries.ratings import rated_of_visit
from storage.queries.reviews import checks_of, reviews_of_visit
from storage.queries.samples import plan_of, sample_of_visit
from storage.queries.visits import visit
from storage.store import Store, scratch


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Visit]]:
    """Give the lead inspector's store and the visit on hand."""
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path_factory.mktemp("road"))
    there = visit(lead, worked.visit_id)
    assert there is not None
    yield lead, there
    lead.close()
    second.close()


def test_everybody_sees_that_the_list_is_invented(lead: tuple[Store, Visit]) -> None:
    rows = list(csv.reader(paths.demo(example_cases.LIST).read_text("utf-8").splitlines()))
    assert len(rows) == 37
    assert all(row[0].startswith("INVENTED-") for row in rows[1:])
    store, there = lead
    the_list = list_of_visit(store, there.id)
    assert the_list is not None
    assert reference_of(store, the_list, "CASE-01").startswith("INVENTED-")


def test_whoever_draws_the_sample_again_draws_the_same(lead: tuple[Store, Visit]) -> None:
    store, there = lead
    the_list, sample = list_of_visit(store, there.id), sample_of_visit(store, there.id)
    assert the_list is not None
    assert sample is not None
    again = run_now(trying(the_list, plan_of(sample)), store)
    assert again.draw.drawn == sample.drawn
    assert len(sample.drawn) == 8
    assert sample.taken_by == (("CASE-20", "CASE-12"),)


def test_the_notes_of_the_two_days_are_of_cases_that_are_read(lead: tuple[Store, Visit]) -> None:
    store, there = lead
    read = {number_of(each.pseudonym) for each in cases_of_visit(store, there.id) if not each.dropped}
    assert set(note_counts(store, there.id)) == read == set(range(1, 13))
    assert sum(each.read for each in readings(cases_of_visit(store, there.id))) == 10


def test_reviews_concern_ratings_and_lines_of_the_days_are_there(lead: tuple[Store, Visit]) -> None:
    store, there = lead
    reviews = reviews_of_visit(store, there.id)
    assert {each.reviewer for each in reviews} == {seat.person_id for seat in members(store, there.stream_id)}
    first = next(each for each in cases_of_visit(store, there.id) if each.pseudonym == "CASE-01")
    mine = next(each for each in reviews if each.case_id == first.id)
    late = {each.code: each.judged(date(2018, 7, 10)) for each in checks_of(first, mine) if each.done}
    assert {code for code, judged in late.items() if judged and judged.late} == {
        "assessment",
        "decision",
        "supervision",
    }
    (concern,) = concerns_of_visit(store, there.id)
    assert (concern.state, concern.illustration) == ("acknowledged", True)
    assert {each.kind for each in points_of_visit(store, there.id)} == {"enquiry", "told", "disputed", "offered"}
    opened = {each.area: each.resolution.value for each in rated_of_visit(store, there) if each.resolution}
    assert opened == {"HR": "priority", "QA": "priority"}


def test_the_key_of_the_list_stays_with_who_brought_it_in(lead: tuple[Store, Visit]) -> None:
    store, _there = lead
    (stream,) = key_streams(store)
    assert len(members(store, stream)) == 1  # type: ignore[arg-type]
