# SPDX-License-Identifier: MIT
"""Lines of a day's sheets: lines of enquiry, and what was said at the feedback meeting."""

from datetime import timedelta

import pytest

from storage.acts import points
from storage.errors import Refused
from storage.model import clock as time
from storage.queries.points import point, points_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_point, a_visit, again


def test_a_line_of_enquiry_is_kept_and_ticked_when_it_was_followed(store: Store) -> None:
    made = a_point(store, a_visit(store), " Ask for the supervision log. ", day=1)
    assert (made.kind, made.text, made.day, made.author) == ("enquiry", "Ask for the supervision log.", 1, store.me)
    points.settle(store, made)
    assert again(store, made).done
    points.settle(store, again(store, made), done=False)
    assert not again(store, made).done


def test_what_leaders_said_is_kept_with_time_and_role(store: Store, clock: FakeClock) -> None:
    visit, earlier = a_visit(store), time.now() - timedelta(minutes=10)
    heard = points.hear(store, visit, ("disputed", "Head of  service", "The log is kept elsewhere."), 2, earlier)
    made = point(store, heard)
    assert made is not None
    assert (made.kind, made.role, made.day, made.said_at) == ("disputed", "Head of service", 2, time.stamp(earlier))
    with pytest.raises(Refused, match="Only a line of enquiry"):
        points.settle(store, made)


@pytest.mark.parametrize(
    ("said", "why"),
    [(("told", "", "Words."), "Nobody"), (("told", "Director", " "), "no words"), (("sung", "Director", "W."), "kind")],
)
def test_what_is_no_line_is_refused(store: Store, said: tuple[str, str, str], why: str) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match=why):
        points.hear(store, visit, said)
    assert points_of_visit(store, visit.id) == ()


def test_nothing_was_said_at_a_time_to_come(store: Store, clock: FakeClock) -> None:
    with pytest.raises(Refused, match="not come yet"):
        points.hear(store, a_visit(store), ("told", "Director", "Words."), 1, time.now() + timedelta(hours=1))


def test_a_line_is_reworded_and_taken_back(store: Store) -> None:
    visit = a_visit(store)
    made = a_point(store, visit)
    points.amend(store, made, "Ask for both logs.")
    assert again(store, made).text == "Ask for both logs."
    with pytest.raises(Refused, match="no words"):
        points.amend(store, again(store, made), " ")
    points.withdraw(store, again(store, made))
    assert points_of_visit(store, visit.id) == ()
    with pytest.raises(Refused, match="withdrawn"):
        points.amend(store, again(store, made), "Again.")
