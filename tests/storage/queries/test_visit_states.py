# SPDX-License-Identifier: MIT
"""The way of a visit through its states: every step with its day and reason."""

from datetime import date

from storage.acts import visits
from storage.queries.visit_states import steps_of_visit
from storage.store import Store
from tests.builders import FakeClock, a_visit, again


def test_every_step_has_its_day_its_reason_and_who_took_it(store: Store, clock: FakeClock) -> None:
    visit = a_visit(store)
    assert steps_of_visit(store, visit) == ()
    for state, reason in (("packed", ""), ("on_site_day1", ""), ("paused", "Snow."), ("on_site_day1", "Snow.")):
        visits.move(store, again(store, visit), state, reason)
    visits.amend(store, again(store, visit), days=3)
    clock.step(days=1)
    visits.move(store, again(store, visit), "extended", "A second team.", date(2018, 7, 11))
    steps = steps_of_visit(store, visit)
    assert [(each.state, each.on, each.reason) for each in steps] == [
        ("packed", "2018-07-10", ""),
        ("on_site_day1", "2018-07-10", ""),
        ("paused", "2018-07-10", "Snow."),
        ("on_site_day1", "2018-07-10", "Snow."),
        ("extended", "2018-07-11", "A second team."),
    ]
    assert {each.by for each in steps} == {"Practice Inspector"}
