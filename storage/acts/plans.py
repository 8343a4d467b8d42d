# SPDX-License-Identifier: MIT
"""Verbs on the actions of an improvement plan: write one down, amend it, say how far it is. Asked, received: events."""

from collections.abc import Collection
from typing import Any

from resources.language import N_
from storage.acts import standing
from storage.acts.dated import dated, worded
from storage.errors import Refused
from storage.gesture import Gesture, must_be_present
from storage.model.action import Action
from storage.model.authority import Authority
from storage.model.ids import ActionId, new_id
from storage.model.rules import ACTION_NAMES, ACTION_STATES, RECOMMENDATION_STATES
from storage.queries.actions import actions_of_authority
from storage.queries.recommendations import recommendations_of_authority
from storage.store import Store

_NOT_YET = ("issued", "accepted", "partly", "disputed", "carried_forward")
"""States of a recommendation that an action of the plan takes up."""


def add(store: Store, authority: Authority, **fields: Any) -> ActionId:
    """Write down an action of the plan and return the identifier; what it answers is in the plan from then on.

    Raise Refused without words, and for a due date that is none.
    """
    fields |= {"text": worded(str(fields.get("text", ""))), "due": dated(str(fields.get("due", "")))}
    frame: dict[str, Any] = {"stream_id": authority.stream_id, "authority_id": authority.id}
    fields["number"] = fields.get("number") or str(len(actions_of_authority(store, authority.id)) + 1)
    made = Action(id=new_id(), **frame, **fields)
    gesture = Gesture("actions.add", store.me)
    gesture.add(made)
    _take_up(store, gesture, authority.id, made.recommendations)
    store.record(*gesture.changes)
    return ActionId(made.id)


def amend(store: Store, seen: Action, **after: Any) -> None:
    """Amend an action as it was seen. Raise Refused as `add` does."""
    must_be_present(seen)
    worded(str(after.get("text", seen.text)))
    if "due" in after:
        after["due"] = dated(str(after["due"]))
    standing.amend(store, seen, **after)


def move(store: Store, seen: Action, state: str, on: str) -> None:
    """Say how far an action is since a day. Raise Refused for a state that does not follow, and for no date."""
    must_be_present(seen)
    if state not in ACTION_STATES.get(seen.status, ()):
        raise Refused(
            N_("An action that is {now} cannot become {then}."),
            N_("Choose one of the list."),
            now=ACTION_NAMES.get(seen.status, seen.status),
            then=ACTION_NAMES.get(state, state),
        )
    gesture = Gesture("actions.move", store.me)
    gesture.amend(seen, status=state, status_on=dated(on, needed=True))
    store.record(*gesture.changes)


def _take_up(store: Store, gesture: Gesture, authority_id: str, answered: Collection[str]) -> None:
    for each in recommendations_of_authority(store, authority_id) if answered else ():
        if each.id in answered and each.status in _NOT_YET and "in_plan" in RECOMMENDATION_STATES[each.status]:
            gesture.amend(each, status="in_plan")
