# SPDX-License-Identifier: MIT
"""Slow reading through a second connection: a check while the store is open for work."""

from collections.abc import Callable

import pytest

from storage.errors import Refused
from storage.job import run_now
from storage.store import Store
from tests.builders import a_note, a_visit
from ui.settings.slow import checking

Maker = Callable[..., tuple[Store, str]]


def test_an_open_store_is_checked_through_a_connection_of_its_own(folder_store: Maker) -> None:
    store, _code = folder_store()
    a_note(store, a_visit(store))
    found = run_now(checking(), store)
    assert found.problems == ()
    assert found.changes == store.ledger.highest_tick()
    assert store.me  # still open for work


def test_a_store_that_dies_with_its_process_has_nothing_to_read_twice(store: Store) -> None:
    with pytest.raises(Refused):
        run_now(checking(), store)
