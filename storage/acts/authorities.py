# SPDX-License-Identifier: MIT
"""Verbs on an authority and its standing record: begin it, amend it, add what happened."""

from typing import Any

from storage.acts.members import begin
from storage.gesture import Gesture
from storage.model.authority import Authority
from storage.model.ids import AuthorityId, new_id
from storage.store import Store


def add(store: Store, **fields: Any) -> AuthorityId:
    """Begin an authority's standing record, a stream of its own, and return its identifier."""
    gesture = Gesture("authorities.add", store.me)
    authority_id = AuthorityId(new_id())
    gesture.add(Authority(id=authority_id, stream_id=begin(store, gesture), **fields))
    store.record(*gesture.changes)
    return authority_id


def amend(store: Store, seen: Authority, **after: Any) -> None:
    """Amend an authority as it was seen."""
    gesture = Gesture("authorities.amend", store.me)
    gesture.amend(seen, **after)
    store.record(*gesture.changes)
