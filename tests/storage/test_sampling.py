# SPDX-License-Identifier: MIT
"""A sample that anybody can draw again: in strata, by seed alone, whatever machine and whatever order of the list."""

import os
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.model.population import Population, pseudonym
from storage.sampling import Plan, clean_seed, draw, place, spread

ROOT = Path(__file__).parents[2]
TEAMS = ("North", "South", "Tŷ Gwyn", "")


def a_list(count: int = 200) -> Population:
    """Return a list whose teams have 100, 50, 25 and 25 of 200."""
    teams = [TEAMS[0]] * (count // 2) + [TEAMS[1]] * (count // 4) + [TEAMS[2], TEAMS[3]] * (count // 8)
    rows = tuple((pseudonym(at, 3), team, "5-9" if at % 3 else "16-17") for at, team in enumerate(teams, 1))
    return Population(("team", "age"), rows)


def drawn_by(population: Population, plan: Plan) -> dict[tuple[str, ...], int]:
    return {stratum.values: len(stratum.drawn) for stratum in draw(population, plan).strata}


def test_a_share_of_the_whole_goes_to_each_stratum() -> None:
    got = drawn_by(a_list(), Plan("2018", ("team",), 12))
    assert got == {("",): 2, ("North",): 6, ("South",): 3, ("Tŷ Gwyn",): 1}


def test_a_number_from_each_stratum() -> None:
    plan = Plan("2018", ("team",), 3, proportional=False, quotas={("North",): 5})
    assert drawn_by(a_list(), plan) == {("",): 3, ("North",): 5, ("South",): 3, ("Tŷ Gwyn",): 3}


def test_two_fields_part_the_list_further() -> None:
    found = draw(a_list(), Plan("2018", ("team", "age"), 20))
    assert len(found.strata) == 8
    assert len(found.drawn) == len(set(found.drawn)) == 20


def test_another_order_of_the_list_gives_the_same_sample() -> None:
    population, plan = a_list(), Plan("2018", ("team",), 12)
    rows = list(population.rows)
    random.Random(5).shuffle(rows)
    assert draw(Population(population.fields, tuple(rows)), plan) == draw(population, plan)


def test_another_seed_gives_another_sample_and_spaces_do_not_count() -> None:
    population = a_list()
    first, again, other = (draw(population, Plan(seed, ("team",), 12)).drawn for seed in ("a b", " a  b ", "a c"))
    assert first == again != other
    assert clean_seed("ty\u0302") == clean_seed("tŷ")


def test_every_case_is_as_likely_as_any_other() -> None:
    """Over 400 seeds each of 40 cases is drawn 100 times, give or take (five standard deviations: 44)."""
    population = Population((), tuple((pseudonym(at, 2),) for at in range(1, 41)))
    counts = dict.fromkeys((row[0] for row in population.rows), 0)
    for seed in range(400):
        for name in draw(population, Plan(str(seed), size=10)).drawn:
            counts[name] += 1
    assert all(56 <= count <= 144 for count in counts.values())


def test_the_place_of_a_case_is_what_the_decision_says() -> None:
    words = "37aee152"  # of: printf '["arolwg sample 1","2018","CASE-001"]' | sha256sum
    assert place("2018", "CASE-001").hex()[:8] == words


def test_who_was_left_out_is_not_drawn_and_the_rest_stay_where_they_were() -> None:
    population = a_list()
    plan = Plan("2018", ("team",), 3, proportional=False)
    before = draw(population, plan).drawn
    after = draw(population, Plan("2018", ("team",), 3, proportional=False, excluded={before[0]: "sibling read"})).drawn
    assert before[0] not in after
    assert set(before[1:]) < set(after)


def test_a_replaced_case_makes_room_for_the_next_of_its_stratum() -> None:
    population = a_list()
    plan = Plan("2018", ("team",), 3, proportional=False)
    first = draw(population, plan).strata[1].drawn
    found = draw(population, Plan("2018", ("team",), 3, proportional=False, replaced=((first[0], "file at court"),)))
    replacement = found.replacements[0]
    assert (replacement.dropped, replacement.reason) == (first[0], "file at court")
    assert found.strata[1].drawn == (*first[1:], replacement.by)
    again = Plan("2018", ("team",), 3, False, replaced=((first[0], "at court"), (replacement.by, "closed")))
    assert draw(population, again).replacements[1].by not in {*first, replacement.by}


def test_a_stratum_smaller_than_its_quota_gives_all_it_has_and_says_so() -> None:
    found = draw(a_list(16), Plan("2018", ("team",), 4, proportional=False))
    small = {stratum.values: (len(stratum.drawn), stratum.lacking) for stratum in found.strata}
    assert small == {("",): (2, 2), ("North",): (4, 0), ("South",): (4, 0), ("Tŷ Gwyn",): (2, 2)}


def test_a_sample_larger_than_the_list_is_the_list() -> None:
    found = draw(a_list(16), Plan("2018", ("team",), 40))
    assert len(found.drawn) == 16
    assert sum(stratum.lacking for stratum in found.strata) == 24


def test_a_spent_stratum_has_nobody_to_take_a_place() -> None:
    plan = Plan("2018", ("team",), 4, proportional=False)
    first = draw(a_list(16), plan).strata[0].drawn[0]
    found = draw(a_list(16), Plan("2018", ("team",), 4, proportional=False, replaced=((first, "closed"),)))
    assert found.replacements[0].by == ""
    assert first not in found.drawn


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (Plan(" "), "needs a seed"),
        (Plan("1", size=0), "no size"),
        (Plan("1", excluded={"CASE-999": "why"}), "not on the list"),
        (Plan("1", excluded={"CASE-001": " "}), "without a reason"),
        (Plan("1", size=1, replaced=(("CASE-001", "why"), ("CASE-001", "why"))), "not in the sample"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(plan: Plan, words: str) -> None:
    with pytest.raises(Refused, match=words):
        draw(a_list(), plan)


def test_a_list_without_cases_is_refused() -> None:
    with pytest.raises(Refused, match="no cases"):
        draw(Population((), ()), Plan("1"))


def test_the_spread_counts_every_value_in_list_and_sample() -> None:
    population = a_list()
    found = spread(population, draw(population, Plan("2018", ("team",), 12)).drawn)
    assert [each for each in found if each[0] == "team"] == [
        ("team", "", 25, 2),
        ("team", "North", 100, 6),
        ("team", "South", 50, 3),
        ("team", "Tŷ Gwyn", 25, 1),
    ]
    assert sum(sample for field, _value, _whole, sample in found if field == "age") == 12


_DRAWN = """
import sys
from tests.storage.test_sampling import a_list
from storage.model.population import Population
from storage.sampling import Plan, draw
whole = a_list(2000)
rows = sorted(whole.rows, key=lambda row: hash(row[0]))
found = draw(Population(whole.fields, tuple(rows)), Plan("2018", ("team", "age"), 60))
print([row[0] for row in rows[:5]], file=sys.stderr)
print(found)
"""


def test_two_processes_with_other_hashes_draw_the_same_to_the_byte() -> None:
    answers = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        answers.append(
            subprocess.run([sys.executable, "-c", _DRAWN], cwd=ROOT, env=environment, capture_output=True, check=True)
        )
    assert all(one.stderr != other.stderr for one, other in pairwise(answers))  # the lists stood in another order
    assert len({answer.stdout for answer in answers}) == 1
