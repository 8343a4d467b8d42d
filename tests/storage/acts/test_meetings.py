# SPDX-License-Identifier: MIT
"""Meetings: set for a day, held with who was there, and the outcome of a review as an event that letters read."""

import pytest

from storage import undo
from storage.acts import meetings
from storage.errors import Refused
from storage.model.meeting import Meeting
from storage.queries.events import events_of_authority
from storage.queries.meetings import meetings_of_authority
from storage.queries.rows import one
from storage.store import Store
from tests.builders import a_meeting, again, an_authority


def test_a_review_meeting_is_set_and_held_and_what_it_came_to_is_one_act(store: Store) -> None:
    council = an_authority(store)
    due = one(store, Meeting, meetings.arrange(store, council, kind="review", due="2019-04-08"))
    assert due is not None
    meetings.hold(
        store, due, "2019-05-07", "review_insufficient", attendees=("Chief executive",), notes="Posts are empty."
    )
    held = again(store, due)
    assert (held.held, held.due, held.attendees) == ("2019-05-07", "2019-04-08", ("Chief executive",))
    outcome = events_of_authority(store, council.id)[0]
    assert (outcome.kind, outcome.date, outcome.text) == ("review_insufficient", "2019-05-07", "Posts are empty.")
    undo.undo(store)
    assert again(store, due).held == ""
    assert events_of_authority(store, council.id) == ()


def test_only_a_review_has_an_outcome_and_a_meeting_has_a_day(store: Store) -> None:
    council = an_authority(store)
    conference = a_meeting(store, council, held="", due="2018-10-08")
    for held, outcome in (("2018-10-08", "review_sufficient"), ("", ""), ("soon", "")):
        with pytest.raises(Refused):
            meetings.hold(store, conference, held, outcome)
    for wrong in ({}, {"due": "soon"}, {"kind": "party", "due": "2019-01"}):
        with pytest.raises(Refused):
            meetings.arrange(store, council, **wrong)
    review = a_meeting(store, council, kind="review", held="", due="2019-04-08")
    with pytest.raises(Refused):
        meetings.hold(store, review, "2019-04-08", "level_early")


def test_a_meeting_is_moved_and_called_off(store: Store) -> None:
    council = an_authority(store)
    there = a_meeting(store, council, held="", due="2019-04-08")
    meetings.amend(store, there, due="2019-05", place="Guildhall")
    assert (again(store, there).due, again(store, there).place) == ("2019-05", "Guildhall")
    with pytest.raises(Refused):
        meetings.amend(store, again(store, there), due="soon")
    meetings.call_off(store, again(store, there))
    assert meetings_of_authority(store, council.id) == ()
