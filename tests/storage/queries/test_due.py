# SPDX-License-Identifier: MIT
"""What is due: after the deadlines of domain (b), overdue first, in working days; nothing is guessed."""

from datetime import date

import pytest

from storage.acts import events, levels, meetings, plans
from storage.model.authority import Authority
from storage.queries.due import Due, due_everywhere, due_of
from storage.queries.standing_record import standing_record
from storage.store import Store
from tests.builders import a_meeting, a_recommendation, a_visit, again, an_authority, an_event


@pytest.fixture
def council(store: Store) -> Authority:
    return an_authority(store)


def due(store: Store, council: Authority, today: str) -> list[Due]:
    known = standing_record(store, council.id)
    assert known is not None
    return list(due_of(known, date.fromisoformat(today)))


def told(found: list[Due]) -> list[tuple[str, str, str, int]]:
    return [(each.subject, each.standing, str(each.span.latest) if each.span else "", each.days) for each in found]


def test_a_conference_asks_for_a_plan_in_four_weeks_and_a_review_within_six_months(
    store: Store, council: Authority
) -> None:
    a_meeting(store, council, held="2018-10-08")
    found = due(store, council, "2018-10-12")
    assert told(found) == [("plan", "due", "2018-11-05", 16), ("review", "due", "2019-04-08", 123)]
    assert [each.counted.arithmetic for each in found if each.counted] == [
        "2018-10-08 + 4 weeks = 2018-11-05",
        "2018-10-08 + 6 months = 2019-04-08",
    ]
    assert told(due(store, council, "2018-10-22"))[0] == ("plan", "due_soon", "2018-11-05", 10)
    assert told(due(store, council, "2018-11-06"))[0] == ("plan", "overdue", "2018-11-05", -1)


def test_a_plan_that_came_is_acknowledged_and_then_nothing_is_owed(store: Store, council: Authority) -> None:
    a_meeting(store, council, held="2018-10-08")
    an_event(store, council, kind="plan_received", date="2017-05")
    assert told(due(store, council, "2018-10-12"))[0][0] == "plan", "a plan of before is not the one asked for"
    events.add(store, council, kind="plan_received", date="2018-11-02", text="")
    assert told(due(store, council, "2018-11-06"))[-1] == ("answer", "no_day", "", 0)
    events.add(store, council, kind="plan_reflects", date="2018-11-16", text="")
    assert [each.subject for each in due(store, council, "2018-11-20")] == ["review"]


def test_a_request_of_its_own_sets_its_own_day(store: Store, council: Authority) -> None:
    a_meeting(store, council, held="2018-10-08")
    events.add(store, council, kind="plan_requested", date="2018-10-12", due="2018-11-09", text="")
    assert told(due(store, council, "2018-10-12"))[0] == ("plan", "due", "2018-11-09", 20)


def test_a_review_meeting_is_due_until_one_is_set_or_held(store: Store, council: Authority) -> None:
    """The trap of domain (h): a conference in May 2019 is not the review meeting that was due by 8 April."""
    a_meeting(store, council, held="2018-10-08")
    an_event(store, council, kind="plan_received", date="2018-11-02")
    a_meeting(store, council, held="2019-03")
    assert ("review", "overdue", "2019-09-30", -1) in told(due(store, council, "2019-10-01"))
    review = a_meeting(store, council, kind="review", held="", due="2019-09-12")
    found = told(due(store, council, "2019-10-01"))
    assert ("meeting", "overdue", "2019-09-12", -13) in found
    assert "review" not in [each[0] for each in found]
    meetings.hold(store, review, "2019-10-01", "review_sufficient")
    assert "meeting" not in [each.subject for each in due(store, council, "2019-10-02")]


def test_whatever_has_a_day_of_its_own_is_listed_until_it_is_over(store: Store, council: Authority) -> None:
    a_recommendation(store, council, due="2018-08-31")
    a_recommendation(store, council, number="R2", due="2018-08-31", status="closed")
    plans.add(store, council, text="Recruit four.", due="2018-09")
    said = an_event(store, council, kind="assurance", date="2018-06", due="summer 2018")
    levels.change(store, council, "early", "Declined.", date="2018-06-01", due="2018-12-03")
    a_visit(store, council, dates="2018-11-20/2018-11-21")
    a_recommendation(store, council, number="R3")
    assert [(each.subject, each.standing) for each in due(store, council, "2018-09-03")] == [
        ("assurance", "overdue"),
        ("recommendation", "overdue"),
        ("action", "due_soon"),
        ("visit", "due"),
        ("level", "due"),
    ]
    events.judge(store, said, "assurance_borne_out", "2018-09-03")
    assert "assurance" not in [each.subject for each in due(store, council, "2018-09-03")]


def test_every_authority_is_told_of(store: Store, council: Authority) -> None:
    a_recommendation(store, council, due="2018-08-31")
    an_authority(store, name="Another")
    found = due_everywhere(store, date(2018, 9, 3))
    assert [(known.authority.name, len(each)) for known, each in found] == [("Another", 0), (council.name, 1)]
    assert again(store, council) == council
