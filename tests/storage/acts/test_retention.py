# SPDX-License-Identifier: MIT
"""Holds and releases: with a reason or not at all, by who may, and not undone."""

import pytest

from storage.acts import retention
from storage.errors import Refused
from storage.queries.retention import keeping_of
from storage.store import Store
from storage.undo import undoable
from tests.builders import a_store, a_visit, again, join


def test_a_hold_is_laid_and_lifted_with_a_reason(store: Store) -> None:
    visit = a_visit(store)
    with pytest.raises(Refused, match="needs a reason"):
        retention.hold(store, visit, "  ")
    retention.hold(store, visit, "A court has asked for them.")
    held = keeping_of(store, again(store, visit))
    assert (held.is_held, held.hold_reason) == (True, "A court has asked for them.")
    with pytest.raises(Refused, match="needs a reason"):
        retention.lift(store, again(store, visit), "")
    retention.lift(store, again(store, visit), "The case is over.")
    assert not keeping_of(store, again(store, visit)).is_held


def test_a_hold_is_not_undone(store: Store) -> None:
    visit = a_visit(store)
    retention.hold(store, visit, "A court has asked for them.")
    turn = undoable(store)
    assert turn is None or not turn.act.startswith("retention.")


def test_only_the_office_releases_a_visit_before_its_day(store: Store) -> None:
    visit, office = a_visit(store), a_store("Office")
    with pytest.raises(Refused):
        retention.release(store, visit, "We have it.")
    join(store, visit.stream_id, office, "office")
    retention.release(office, again(office, visit), "We have it.")
    assert keeping_of(office, again(office, visit)).released == "We have it."
    office.close()


def test_a_class_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="no retention class"):
        retention.classify(store, a_visit(store), "for ever")
