# SPDX-License-Identifier: MIT
"""What followed the worked example's visit is recorded as the sources have it; where they are silent, it stays so."""

from datetime import date

import pytest

from storage import example, example_after
from storage.queries.due import due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.queries.visits import visit
from storage.store import Store, scratch


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> StandingRecord:
    lead, second = scratch(), scratch()
    worked = example.record(lead, second, tmp_path_factory.mktemp("road"))
    found = told(lead, worked.visit_id)
    assert [each.id for each in found.recommendations] == [
        each.id for each in told(second, worked.visit_id).recommendations
    ]
    for store in (lead, second):
        store.close()
    return found


def told(store: Store, visit_id: str) -> StandingRecord:
    there = visit(store, visit_id)
    assert there is not None
    found = standing_record(store, there.authority_id)
    assert found is not None
    return found


def test_the_date_of_the_step_to_serious_is_in_neither_source(known: StandingRecord) -> None:
    assert [(each.level, each.event.date) for each in known.levels] == [
        ("serious", ""),
        ("early", "2018-10-08"),
        ("significant", "2019-04/2020-03"),
    ]
    assert known.authority.concern_level == "significant"


def test_the_conference_of_may_2019_is_not_called_the_review_meeting(known: StandingRecord) -> None:
    assert {each.kind for each in known.meetings} == {"conference", "formal"}
    assert "review" in {each.subject for each in due_of(known, date(2020, 8, 4))}


def test_what_was_assured_was_not_sustained(known: StandingRecord) -> None:
    (said,) = known.events_of("assurance_not_sustained")
    assert (said.date, said.tested_on) == ("2019-05", "2020")


def test_looks_gave_each_recommendation_the_direction_that_it_had(known: StandingRecord) -> None:
    before = {each["number"]: each["direction"] for each in example.load().tables["recommendation"]}
    assert {each.number: each.direction for each in known.recommendations} == before
    assert all(known.progress_of(each.id) for each in known.recommendations if each.number in ("R1", "R2", "R3"))


def test_what_the_plan_answers_is_in_the_plan(known: StandingRecord) -> None:
    assert {each.number: each.status for each in known.recommendations if each.number in ("R1", "R4")} == {
        "R1": "in_plan",
        "R4": "issued",
    }
    assert len(known.actions) == len(example_after.load()["action"]) == 3


def test_nobody_is_named_but_office_holders(known: StandingRecord) -> None:
    assert all(each.is_public_office for each in known.people if each.name)
