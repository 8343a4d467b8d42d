# SPDX-License-Identifier: MIT
"""Which letter is suggested follows the record; from which visits is what has records of its own."""

from dataclasses import replace

import pytest

from reports.titles import TITLES
from storage.acts import standing
from storage.errors import Refused
from storage.queries.due import Due
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store
from tests.builders import a_meeting
from ui.authority.asked_of_letters import drafted_from, letter, suggested


def test_a_letter_is_asked_about_with_its_visit(store: Store, known: StandingRecord, due: tuple[Due, ...]) -> None:
    wanted: list[tuple[str, str]] = []
    asked = letter(known, due, lambda visit, kind: wanted.append((visit, kind)))
    assert [code for code, _words in asked.fields[0].options] == list(TITLES)
    asked.do({"kind": "plan_reflects", "visit": known.visits[0].id})
    assert wanted == [(known.visits[0].id, "plan_reflects")]


def test_past_visits_without_records_are_not_offered(store: Store, known: StandingRecord) -> None:
    standing.add_past_visit(store, known.authority, dates="2017")
    now = standing_record(store, known.authority.id)
    assert now is not None
    assert [each.id for each in drafted_from(now)] == [known.visits[0].id]
    with pytest.raises(Refused):
        letter(replace(now, visits=()), (), print)


def test_what_the_record_asks_for_next_is_suggested(store: Store, known: StandingRecord, due: tuple[Due, ...]) -> None:
    assert suggested(known, due) == "improvement_conference"
    owed = Due("answer", known.events[0], None, "no_day", 0)
    assert suggested(known, (owed,)) == "plan_reflects"
    a_meeting(store, known.authority, kind="review", held="2019-05-07")
    now = standing_record(store, known.authority.id)
    assert now is not None
    assert suggested(now, ()) == "review_outcome"
    assert suggested(replace(now, meetings=()), ()) == "monitoring_visit"
