# SPDX-License-Identifier: MIT
"""The private list of names: kept in this store for one visit, in no change and no parcel, never vast."""

import pytest

from storage.acts.guarded import guard, guarded
from storage.errors import Refused
from storage.store import Store
from tests.builders import a_visit


def test_the_list_is_kept_tidy_for_its_visit_alone(store: Store) -> None:
    visit, other = a_visit(store), a_visit(store)
    guard(store, visit.id, [" Megan  Pritchard; 2009-03-04 ", "", "Megan Pritchard; 2009-03-04", "Owain Rees"])
    assert guarded(store, visit.id) == ("Megan Pritchard; 2009-03-04", "Owain Rees")
    assert guarded(store, other.id) == ()


def test_the_list_goes_into_no_change(store: Store) -> None:
    visit = a_visit(store)
    before = store.ledger.vector(visit.stream_id)
    guard(store, visit.id, ["Megan Pritchard"])
    assert store.ledger.vector(visit.stream_id) == before


def test_a_list_too_long_to_be_one_visits_is_refused_whole(store: Store) -> None:
    visit = a_visit(store)
    guard(store, visit.id, ["Owain Rees"])
    with pytest.raises(Refused, match="not one visit"):
        guard(store, visit.id, [f"Child {number}" for number in range(5_001)])
    assert guarded(store, visit.id) == ("Owain Rees",)
