# SPDX-License-Identifier: MIT
"""Actions of an improvement plan: written down, what they answer is in the plan, moved on by day."""

import pytest

from storage import undo
from storage.acts import plans
from storage.errors import Refused
from storage.queries.actions import action, actions_of_authority
from storage.store import Store
from tests.builders import a_recommendation, again, an_authority


def test_an_action_takes_up_what_it_answers(store: Store) -> None:
    council = an_authority(store)
    asked = a_recommendation(store, council)
    met = a_recommendation(store, council, number="R2", status="met")
    made = action(
        store,
        plans.add(store, council, text="Recruit four.", recommendations=(asked.id, met.id), due="2019-03", owner="HR"),
    )
    assert made is not None
    assert (made.number, made.status, made.due) == ("1", "open", "2019-03")
    assert (again(store, asked).status, again(store, met).status) == ("in_plan", "met")
    plans.add(store, council, text="Train every manager.")
    assert [each.number for each in actions_of_authority(store, council.id)] == ["1", "2"]
    undo.undo(store)
    undo.undo(store)
    assert again(store, asked).status == "issued"


def test_an_action_moves_on_by_day_and_only_where_a_way_leads(store: Store) -> None:
    made = action(store, plans.add(store, an_authority(store), text="Recruit four."))
    assert made is not None
    plans.move(store, made, "said_done", "2019-02")
    plans.move(store, again(store, made), "tested_not_done", "2019-05-07")
    stands = again(store, made)
    assert (stands.status, stands.status_on) == ("tested_not_done", "2019-05-07")
    for state, on in (("open", "2019-06"), ("dreamt", "2019-06"), ("tested_done", ""), ("tested_done", "soon")):
        with pytest.raises(Refused):
            plans.move(store, stands, state, on)


def test_an_action_has_words_and_its_due_date_is_one(store: Store) -> None:
    council = an_authority(store)
    for wrong in ({"text": ""}, {"text": "Words.", "due": "soon"}):
        with pytest.raises(Refused):
            plans.add(store, council, **wrong)
    made = action(store, plans.add(store, council, text="Recruit four."))
    assert made is not None
    plans.amend(store, made, owner="Head of service", due="2019-04")
    assert again(store, made).owner == "Head of service"
    for wrong in ({"text": " "}, {"due": "soon"}):
        with pytest.raises(Refused):
            plans.amend(store, again(store, made), **wrong)
