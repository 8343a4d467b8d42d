# SPDX-License-Identifier: MIT
"""A sample is kept with all that decided it; a case that cannot be read is replaced with a reason, never quietly."""

import pytest

from storage import undo
from storage.acts import cases, samples
from storage.errors import Refused
from storage.job import run_now
from storage.model.population import Population
from storage.model.sample import Sample
from storage.queries.cases import cases_of_visit, list_of_visit
from storage.queries.samples import plan_of, sample_of_visit
from storage.sampling import Plan, draw
from storage.store import Store
from tests.builders import a_visit, again
from tests.case_lists import a_list, a_sample


def test_a_sample_keeps_what_decided_it_and_its_cases(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    found = cases_of_visit(store, visit.id)
    assert {each.pseudonym for each in found} == set(kept.drawn)
    assert (kept.seed, kept.strata, kept.size) == ("2018", ("team",), 6)
    assert [row[:4] for row in kept.counts] == [("10", "10", "2", "2"), ("20", "20", "3", "3"), ("10", "10", "1", "1")]
    assert all(dict(each.facts)["team"] == each.stratum[0] for each in found)
    assert {each.selection for each in found} == {"random"}


def test_anybody_draws_the_same_again_from_what_was_kept(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    the_list = list_of_visit(store, visit.id)
    assert the_list is not None
    population = cases.population_of(store, the_list)
    shuffled = Population(population.fields, population.rows[::-1])
    assert draw(shuffled, plan_of(kept)).drawn == kept.drawn


def test_numbers_set_by_hand_and_exclusions_come_back_with_the_plan(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    plan = Plan("x", ("team",), 2, False, quotas={("East",): 4}, excluded={"CASE-01": "known to us"})
    run_now(samples.drawing(visit, the_list, plan), store)
    kept = sample_of_visit(store, visit.id)
    assert kept is not None
    assert plan_of(kept) == Plan("x", ("team",), 2, False, {("East",): 4}, {"CASE-01": "known to us"}, ())
    assert len(kept.drawn) == 8


def test_looking_at_a_draw_records_nothing(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    found = run_now(samples.trying(the_list, Plan("x", size=5)), store)
    assert len(found.draw.drawn) == len(found.facts) == 5
    assert sample_of_visit(store, visit.id) is None


def test_a_replaced_case_stays_to_be_seen_with_its_reason(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    gone = next(each for each in cases_of_visit(store, visit.id) if each.pseudonym == kept.drawn[0])
    by = run_now(samples.replacing(kept, gone.pseudonym, "file is at court"), store)
    now: Sample = again(store, kept)
    assert now.replaced == ((gone.pseudonym, "file is at court"),)
    assert now.taken_by == ((gone.pseudonym, by),)
    assert again(store, gone).dropped == "file is at court"
    new = next(each for each in cases_of_visit(store, visit.id) if each.pseudonym == by)
    assert (new.selection, new.stratum) == ("replacement", gone.stratum)
    assert sum(row[3] for row in now.spread if row[0] == "team") == 6
    undo.undo(store)
    assert again(store, gone).dropped == ""
    assert again(store, kept).drawn == kept.drawn


def test_a_replacement_wants_a_reason_a_drawn_case_and_the_sample_as_it_is(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    for name, reason, words in ((kept.drawn[0], " ", "without a reason"), ("CASE-41", "why", "not on the list")):
        with pytest.raises(Refused, match=words):
            run_now(samples.replacing(kept, name, reason), store)
    run_now(samples.replacing(kept, kept.drawn[0], "closed"), store)
    with pytest.raises(Refused, match="altered meanwhile"):
        samples.replacing(kept, kept.drawn[1], "closed").put(store, run_now(_look(store, kept), store))


def _look(store: Store, kept: Sample):  # type: ignore[no-untyped-def]
    the_list = list_of_visit(store, kept.visit_id)
    assert the_list is not None
    return samples.trying(the_list, plan_of(kept))


def test_a_new_sample_takes_the_place_of_one_nobody_has_begun(store: Store) -> None:
    visit = a_visit(store)
    kept = a_sample(store, visit)
    the_list = list_of_visit(store, visit.id)
    assert the_list is not None
    run_now(samples.drawing(visit, the_list, Plan("another", ("team",), 4)), store)
    now = sample_of_visit(store, visit.id)
    assert now is not None
    assert {each.pseudonym for each in cases_of_visit(store, visit.id)} == set(now.drawn)
    assert not again(store, kept).present
    cases.move(store, cases_of_visit(store, visit.id)[0], "reading")
    with pytest.raises(Refused, match="being read"):
        run_now(samples.drawing(visit, the_list, Plan("a third", ("team",), 4)), store)


def test_a_case_chosen_before_the_draw_keeps_its_reason(store: Store) -> None:
    visit = a_visit(store)
    the_list = a_list(store, visit)
    cases.add(store, visit, 7, "tracked")
    run_now(samples.drawing(visit, the_list, Plan("all", size=40)), store)
    found = {each.pseudonym: each.selection for each in cases_of_visit(store, visit.id)}
    assert len(found) == 40
    assert found["CASE-07"] == "tracked"
