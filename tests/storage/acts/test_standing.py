# SPDX-License-Identifier: MIT
"""What is added to an authority's standing record."""

from collections.abc import Callable
from typing import Any

import pytest

from storage.acts import standing
from storage.errors import Refused
from storage.queries.visits import visit, visits_of_authority
from storage.store import Store
from tests.builders import a_meeting, a_person, a_recommendation, a_store, a_visit, again, an_authority, an_event, join

ADDED = (a_person, an_event, a_recommendation, a_meeting)


@pytest.mark.parametrize("add", ADDED)
def test_what_is_added_lies_in_the_authoritys_stream(store: Store, add: Callable[..., Any]) -> None:
    authority = an_authority(store)
    added = add(store, authority)
    assert added.stream_id == authority.stream_id
    assert getattr(added, "authority_id", authority.id) == authority.id


def test_a_past_visit_is_remembered_without_a_stream_of_its_own(store: Store) -> None:
    authority = an_authority(store)
    past = standing.add_past_visit(store, authority, kind="inspection", dates="2017-01/2017-02", status="closed")
    now = a_visit(store, authority)
    assert [each.id for each in visits_of_authority(store, authority.id)] == [past, now.id]
    remembered = visit(store, past)
    assert remembered is not None
    assert remembered.stream_id == authority.stream_id


def test_a_thing_of_the_record_is_amended_as_it_was_seen(store: Store) -> None:
    authority = an_authority(store)
    asked = a_recommendation(store, authority)
    standing.amend(store, asked, direction="unchanged", status="repeated")
    assert (again(store, asked).direction, again(store, asked).text) == ("unchanged", asked.text)
    assert store.ledger.changes(entity="recommendation")[-1].act == "recommendation.amend"


def test_a_second_inspector_adds_people_and_nothing_else(store: Store) -> None:
    authority, other = an_authority(store), a_store("Second Inspector")
    join(store, authority.stream_id, other)
    theirs = again(other, authority)
    assert a_person(other, theirs).display_role == "Team manager 1"
    for add in ADDED[1:]:
        with pytest.raises(Refused, match="role"):
            add(other, theirs)
