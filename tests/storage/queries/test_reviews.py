# SPDX-License-Identifier: MIT
"""Reviews of a visit's cases; the checks of one as it has them, or as the list's days suggest."""

from datetime import date

from storage.acts import cases, reviews
from storage.queries.cases import cases_of_visit
from storage.queries.reviews import Check, checks_of, review, reviews_of_visit
from storage.store import Store
from tests.builders import a_visit


def test_checks_begin_with_the_lists_days_and_stay_as_they_were_set(store: Store) -> None:
    visit = a_visit(store)
    cases.add(store, visit, 7, "tracked", {"opened": "2018-05-01", "supervised": "2018-06-01"})
    the_case = cases_of_visit(store, visit.id)[0]
    proposed = {each.code: each for each in checks_of(the_case, None)}
    assert proposed["assessment"] == Check("assessment", "2018-05-01", 42, "working_days", "")
    assert proposed["supervision"].base == "2018-06-01"
    late = proposed["supervision"].judged(date(2018, 7, 10))
    assert late is not None
    assert late.late == 11
    other = Check("supervision", "2018-06-01", 6, "weeks", "")
    reviews.write(store, the_case, None, checks=reviews.checked(None, other))
    kept = review(store, the_case.id, store.me)
    assert kept in reviews_of_visit(store, visit.id)
    assert {each.code: each for each in checks_of(the_case, kept)}["supervision"] == other
