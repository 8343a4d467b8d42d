# SPDX-License-Identifier: MIT
"""A review belongs to its reader; its first word begins the case; nonsense is refused whole."""

from typing import Any

import pytest

from storage.acts import cases, reviews
from storage.errors import Refused
from storage.queries.cases import cases_of_visit
from storage.queries.reviews import Check, review, reviews_of_case
from storage.store import Store
from tests.builders import RUBRIC, a_store, a_visit, again, hand_over, join


def test_the_first_word_of_a_review_begins_the_case(store: Store) -> None:
    visit = a_visit(store)
    cases.add(store, visit, 7, "tracked")
    the_case = cases_of_visit(store, visit.id)[0]
    reviews.write(store, the_case, None, outcome="better", outcome_words="Settled with kin.")
    kept = review(store, the_case.id, store.me)
    assert kept is not None
    assert (kept.outcome, kept.outcome_words) == ("better", "Settled with kin.")
    assert (again(store, the_case).progress, again(store, the_case).reader) == ("reading", store.me)
    reviews.write(store, again(store, the_case), kept, grades=reviews.graded(kept, f"{RUBRIC}:A1.1", "secure"))
    assert again(store, kept).grades == ((f"{RUBRIC}:A1.1", "secure"),)
    assert reviews.graded(again(store, kept), f"{RUBRIC}:A1.1", "") == ()


def test_two_inspectors_review_one_case_each_for_herself(store: Store) -> None:
    visit = a_visit(store)
    guest = a_store("Second Inspector")
    cases.add(store, visit, 7, "tracked")
    join(store, visit.stream_id, guest)
    the_case = cases_of_visit(store, visit.id)[0]
    reviews.write(store, the_case, None, outcome="better")
    reviews.write(guest, cases_of_visit(guest, visit.id)[0], None, outcome="worse")
    hand_over(guest, store, visit.stream_id)
    both = reviews_of_case(store, the_case)
    assert {each.reviewer: each.outcome for each in both} == {store.me: "better", guest.me: "worse"}
    hers = next(each for each in both if each.reviewer == guest.me)
    with pytest.raises(Refused, match="another inspector"):
        reviews.write(store, again(store, the_case), hers, outcome="same")
    guest.close()


def test_what_a_file_shows_and_its_checks_are_altered_one_by_one(store: Store) -> None:
    visit = a_visit(store)
    cases.add(store, visit, 7, "tracked")
    the_case = cases_of_visit(store, visit.id)[0]
    check = Check("supervision", "2018-05-01", 4, "weeks", "2018-06-12")
    after: dict[str, Any] = {"features": reviews.shown(None, "voice", "partly"), "checks": reviews.checked(None, check)}
    reviews.write(store, the_case, None, **after)
    kept = review(store, the_case.id, store.me)
    assert kept is not None
    assert kept.features == (("voice", "partly"),)
    assert kept.checks == (("supervision", "2018-05-01", 4, "weeks", "2018-06-12"),)
    assert reviews.shown(kept, "chronology", "yes") == (("chronology", "yes"), ("voice", "partly"))
    assert reviews.shown(kept, "voice", "") == ()
    assert len(reviews.checked(kept, Check("assessment", "", 42, "working_days", ""))) == 2


@pytest.mark.parametrize(
    "after",
    [
        {"outcome": "splendid"},
        {"features": (("voice", "loud"),)},
        {"features": (("hat", "yes"),)},
        {"checks": (("supervision", "soon", 4, "weeks", ""),)},
        {"checks": (("supervision", "2018-05-01", 4, "moons", ""),)},
        {"checks": (("supervision", "2018-05-01", -4, "weeks", ""),)},
    ],
)
def test_nonsense_is_refused_and_begins_nothing(store: Store, after: dict[str, Any]) -> None:
    visit = a_visit(store)
    cases.add(store, visit, 7, "tracked")
    the_case = cases_of_visit(store, visit.id)[0]
    with pytest.raises(Refused):
        reviews.write(store, the_case, None, **after)
    assert review(store, the_case.id, store.me) is None
    assert again(store, the_case).progress == "not_started"
