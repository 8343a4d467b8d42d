# SPDX-License-Identifier: MIT
"""Questions about actions: what an authority's improvement plan holds."""

from storage.model.action import Action
from storage.queries.rows import one, present
from storage.store import Store


def action(store: Store, action_id: str) -> Action | None:
    """Return one action, or None."""
    return one(store, Action, action_id)


def actions_of_authority(store: Store, authority_id: str) -> tuple[Action, ...]:
    """Return the actions of an authority's plan, by number."""
    return present(store, Action, "authority_id", authority_id, "number, id")
