# SPDX-License-Identifier: MIT
"""What is due is said in working days, a person by name and role, an unknown date as not stated."""

from datetime import date

import pytest

from storage.model.person import Person
from storage.model.visit import Visit
from storage.queries.due import Due, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import a_visit, an_authority
from tests.ui.a_record import fill
from ui.models.authority_words import called, dated, due_text, due_title, name_of, standing_word, term


@pytest.fixture
def known(store: Store) -> StandingRecord:
    council = an_authority(store)
    found = standing_record(store, fill(store, council, a_visit(store, council, status="closed")).id)
    assert found is not None
    return found


@pytest.fixture
def due(known: StandingRecord) -> tuple[Due, ...]:
    return due_of(known, date(2018, 11, 6))


def a_person(**fields: str) -> Person:
    return Person(id="p", stream_id="s.d", **fields)


def told(due: tuple[Due, ...]) -> dict[str, tuple[str, str]]:
    return {due_title(each): (standing_word(each), due_text(each)) for each in due}


def test_what_is_due_is_counted_in_working_days(due: tuple[Due, ...]) -> None:
    assert told(due) == {
        "Improvement plan, or updates to it": (
            "Overdue",
            "1 working day over · 5 November 2018 · 8 October 2018 + 4 weeks",
        ),
        "Test what was assured": ("Due", "18 working days left · 30 November 2018"),
        "Action of the plan 1 Recruit four.": ("Due", "19 working days left · 3 December 2018"),
        "Recommendation R1 Plans": ("Due", "37 working days left · 1 to 31 December 2018"),
        "Review meeting": ("Due", "106 working days left · 8 April 2019 · 8 October 2018 + 6 months"),
    }


def test_a_day_that_is_today_and_a_thing_without_a_day_are_said_so(known: StandingRecord) -> None:
    assert "today" in due_text(due_of(known, date(2018, 11, 5))[0])
    assert due_text(Due("answer", known.events[0], None, "no_day", 0)) == "No rule sets a day for it."


def test_a_person_is_called_by_name_and_role_and_her_term_is_said() -> None:
    assert name_of(a_person(name="A. Practice", display_role="Chief executive")) == "A. Practice · Chief executive"
    assert name_of(a_person(display_role="Team manager 1")) == "Team manager 1"
    assert term(a_person(since="2017-04")) == "since April 2017"
    assert term(a_person(since="2017-04", until="2018")) == "April 2017 to 2018"
    assert term(a_person(until="2018")) == "until 2018"
    assert term(a_person()) == ""


def test_a_newer_versions_kind_is_shown_as_it_is_and_no_date_is_said_to_be_none() -> None:
    assert called(Visit(id="v", stream_id="s.d", kind="joint_review")) == "joint_review"
    assert dated("") == "date not stated"
