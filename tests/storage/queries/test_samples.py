# SPDX-License-Identifier: MIT
"""A visit's sample, and the plan it was drawn by."""

from storage.queries.samples import plan_of, sample, sample_of_visit
from storage.sampling import Plan
from storage.store import Store
from tests.builders import a_visit
from tests.case_lists import a_sample


def test_a_visit_has_one_sample_that_tells_its_plan(store: Store) -> None:
    visit = a_visit(store)
    assert sample_of_visit(store, visit.id) is None
    kept = a_sample(store, visit)
    assert kept == sample_of_visit(store, visit.id) == sample(store, kept.id)
    assert plan_of(kept) == Plan("2018", ("team",), 6, True, {}, {}, ())
