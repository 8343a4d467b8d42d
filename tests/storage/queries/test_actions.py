# SPDX-License-Identifier: MIT
"""The actions of an authority's plan, by number."""

from storage.acts import plans
from storage.queries.actions import action, actions_of_authority
from storage.store import Store
from tests.builders import an_authority


def test_an_authoritys_actions_are_its_own(store: Store) -> None:
    council, neighbour = an_authority(store), an_authority(store, name="Practice County Council")
    mine = plans.add(store, council, text="Recruit four.")
    plans.add(store, neighbour, text="Recruit five.")
    assert [each.id for each in actions_of_authority(store, council.id)] == [mine]
    assert action(store, mine) is not None
    assert action(store, "none") is None
