# SPDX-License-Identifier: MIT
"""Which matters of concern are open, and whose outcome the next visit must ask for."""

from storage.acts import concerns
from storage.model import clock as time
from storage.model.concern import is_late, running
from storage.queries.concerns import concern, concerns_of_visit, open_concerns, outcomes_wanted
from storage.store import Store
from tests.builders import FakeClock, a_concern, a_visit, again, an_authority


def test_matters_of_every_visit_stay_open_until_acknowledged(store: Store, clock: FakeClock) -> None:
    one, other = a_visit(store), a_visit(store)
    first, second = a_concern(store, one), a_concern(store, other, "Another matter.")
    assert open_concerns(store) == (first, second)
    assert concerns_of_visit(store, one.id) == (first,)
    concerns.tell(store, first, "Head of service")
    assert len(open_concerns(store)) == 2
    concerns.acknowledge(store, again(store, first), "Head of service")
    assert open_concerns(store) == (second,)
    assert concern(store, first.id) == again(store, first)


def test_the_next_visit_of_the_same_authority_asks_for_the_outcome(store: Store, clock: FakeClock) -> None:
    council = an_authority(store)
    before, after, elsewhere = a_visit(store, council), a_visit(store, council), a_visit(store)
    made = a_concern(store, before)
    assert [each.id for each in outcomes_wanted(store, after)] == [made.id]
    assert outcomes_wanted(store, before) == outcomes_wanted(store, elsewhere) == ()
    concerns.tell(store, made, "Director")
    concerns.acknowledge(store, again(store, made), "Director")
    assert len(outcomes_wanted(store, after)) == 1
    concerns.record_outcome(store, again(store, made), "Seen the same day.", after.id)
    assert outcomes_wanted(store, after) == ()


def test_its_clock_runs_in_hours_and_says_when_it_is_late(store: Store, clock: FakeClock) -> None:
    made = a_concern(store, a_visit(store))
    clock.step(minutes=50)
    assert not is_late(made, time.now())
    clock.step(minutes=11)
    assert is_late(made, time.now())
    assert 3600 < running(made, time.now()).total_seconds() < 3700
    concerns.tell(store, made, "Director")
    told = again(store, made)
    assert not is_late(told, time.now())
    clock.step(hours=25)
    assert is_late(told, time.now())
    concerns.acknowledge(store, told, "Director")
    assert not is_late(again(store, made), time.now())
    clock.step(days=-400)
    assert running(made, time.now()).total_seconds() == 0
