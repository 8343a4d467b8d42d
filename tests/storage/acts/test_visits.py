# SPDX-License-Identifier: MIT
"""Planning a visit, moving it through its states, its timetable."""

from datetime import date

import pytest

from storage.acts import visits
from storage.errors import Refused
from storage.model.amending import is_locked
from storage.model.ids import root_of
from storage.model.rules import SIDE_STATES
from storage.model.visit import LONGEST
from storage.queries.members import members
from storage.queries.sessions import sessions_of_visit
from storage.store import Store, scratch
from tests.builders import FakeClock, a_session, a_store, a_visit, again, an_authority, join


def test_a_visit_is_a_stream_of_its_own_that_its_planner_leads(store: Store) -> None:
    authority = an_authority(store, illustration=True)
    one, two = a_visit(store, authority), a_visit(store, authority, service="fostering")
    assert len({authority.stream_id, one.stream_id, two.stream_id}) == 3
    assert root_of(one.stream_id) == store.device.id
    [seat] = members(store, one.stream_id)
    assert (seat.role, seat.person_id, seat.name) == ("lead", store.me, "Practice Inspector")
    assert (one.authority_id, one.service, one.illustration) == (authority.id, authority.service, True)
    assert two.service == "fostering"


def test_nobody_plans_before_she_is_introduced(store: Store) -> None:
    authority = an_authority(store)
    with pytest.raises(Refused, match="introduced"):
        visits.plan(scratch(), authority)


def test_a_visit_moves_from_state_to_state_and_not_across(store: Store) -> None:
    visit = a_visit(store)
    for state in ("packed", "on_site_day1", "on_site_day2", "fieldwork_closed"):
        visits.move(store, again(store, visit), state)
    assert again(store, visit).status == "fieldwork_closed"
    with pytest.raises(Refused, match=r"cannot become planned.*analysis"):
        visits.move(store, again(store, visit), "planned")
    with pytest.raises(Refused):
        visits.move(store, again(store, visit), "no state")


def test_a_side_state_is_entered_and_left_with_a_reason(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    for state in ("packed", "on_site_day1"):
        visits.move(store, again(store, visit), state)
    for state in SIDE_STATES:
        with pytest.raises(Refused, match="needs a reason"):
            visits.move(store, again(store, visit), state, "  ")
    visits.move(store, again(store, visit), "paused", "The building is closed.")
    paused = again(store, visit)
    assert (paused.status, paused.state_reason, paused.state_on) == ("paused", "The building is closed.", "2018-07-10")
    with pytest.raises(Refused, match="needs a reason"):
        visits.move(store, paused, "on_site_day1")
    visits.move(store, paused, "on_site_day1", "It is open again.")
    visits.move(store, again(store, visit), "incomplete", "A laptop was lost: its notes are not secure.")
    visits.move(store, again(store, visit), "fieldwork_closed", "The notes came back from the backup.")
    assert is_locked(again(store, visit))


def test_stepping_back_needs_a_reason_and_going_on_does_not(store: Store) -> None:
    visit = a_visit(store)
    visits.move(store, visit, "packed")
    with pytest.raises(Refused, match="needs a reason"):
        visits.move(store, again(store, visit), "planned")
    visits.move(store, again(store, visit), "planned", "The framework was the wrong one.")


def test_a_visit_moves_on_a_day_that_has_come_and_not_before_the_one_before(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="not come yet"):
        visits.move(store, visit, "packed", on=date(2018, 7, 12))
    visits.move(store, visit, "packed", on=date(2018, 7, 9))
    with pytest.raises(Refused, match="lies before"):
        visits.move(store, again(store, visit), "on_site_day1", on=date(2018, 7, 8))
    visits.move(store, again(store, visit), "on_site_day1")
    assert again(store, visit).state_on == "2018-07-10"


def test_a_session_does_not_end_before_it_starts(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="before it starts"):
        a_session(store, visit, starts="11:00", ends="10:30")
    session = a_session(store, visit, starts="11:00", ends="11:00")
    with pytest.raises(Refused, match="before it starts"):
        visits.amend_session(store, session, starts="11:30")
    visits.amend_session(store, session, starts="11:30", ends="")
    assert again(store, session).ends == ""


def test_a_visit_is_amended_as_it_was_seen(store: Store) -> None:
    visit = a_visit(store)
    visits.amend(store, visit, scope=["care planning", "placements"], days=2)
    assert again(store, visit).scope == ("care planning", "placements")
    assert again(store, visit).days == 2


def test_a_second_inspector_does_not_run_the_visit_but_keeps_its_timetable(store: Store) -> None:
    visit, other = a_visit(store), a_store("Second Inspector")
    join(store, visit.stream_id, other)
    with pytest.raises(Refused, match="role"):
        visits.amend(other, again(other, visit), days=3)
    assert a_session(other, again(other, visit)).visit_id == visit.id


def test_sessions_are_added_amended_and_withdrawn(store: Store) -> None:
    visit = a_visit(store)
    late = a_session(store, visit, day=2, starts="14:00")
    early = a_session(store, visit, day=1, starts="13:00", with_roles=("Manager",))
    assert sessions_of_visit(store, visit.id) == (early, late)
    visits.amend_session(store, late, day=1, starts="09:00")
    assert [each.id for each in sessions_of_visit(store, visit.id)] == [late.id, early.id]
    visits.withdraw_session(store, early)
    assert [each.id for each in sessions_of_visit(store, visit.id)] == [late.id]


def test_sessions_get_other_times_in_one_gesture(store: Store) -> None:
    visit = a_visit(store)
    one, other = a_session(store, visit), a_session(store, visit, starts="11:00", ends="12:00")
    visits.retime_sessions(store, (one, other), {one.id: ("10:30", "12:00"), other.id: ("09:30", "10:30")})
    assert (again(store, one).starts, again(store, other).ends) == ("10:30", "10:30")
    assert len({each.gesture for each in store.ledger.changes() if each.act == "sessions.amend"}) == 1


def test_a_visit_of_centuries_is_a_slip_and_refused(store: Store) -> None:
    with pytest.raises(Refused, match="60 days"):
        a_visit(store, dates="1800-07-10/2026-07-10", days=82_546)
    visit = a_visit(store, days=LONGEST)
    with pytest.raises(Refused, match="60 days"):
        visits.amend(store, visit, days=LONGEST + 1)
    assert again(store, visit).days == LONGEST
