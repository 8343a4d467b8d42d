# SPDX-License-Identifier: MIT
"""Slow reading through a second connection: a check and an export while the store is open for work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import CannotKeep, Refused
from storage.job import run_now
from storage.store import Store
from tests.builders import a_note, a_visit
from ui.settings.slow import checking, exporting

Maker = Callable[..., tuple[Store, str]]


def test_an_open_store_is_checked_through_a_connection_of_its_own(folder_store: Maker) -> None:
    store, _code = folder_store()
    a_note(store, a_visit(store))
    found = run_now(checking(), store)
    assert found.problems == ()
    assert found.changes == store.ledger.highest_tick()
    assert store.me  # still open for work


def test_a_visit_is_written_out_under_a_name_that_tells_nothing(folder_store: Maker, tmp_path: Path) -> None:
    store, _code = folder_store()
    visit = a_visit(store)
    a_note(store, visit, "Six of eight files held a current plan.")
    files = run_now(exporting(visit.id, tmp_path), store)
    assert [each.name for each in files] == [f"visit-{visit.id[:12]}.json", f"visit-{visit.id[:12]}.md"]
    assert all("Six of eight files" in each.read_text("utf-8") for each in files)


def test_a_folder_that_is_not_there_and_a_store_without_one_are_refused(folder_store: Maker, tmp_path: Path) -> None:
    store, _code = folder_store()
    visit = a_visit(store)
    with pytest.raises(CannotKeep):
        run_now(exporting(visit.id, tmp_path / "nowhere"), store)


def test_a_store_that_dies_with_its_process_has_nothing_to_read_twice(store: Store) -> None:
    with pytest.raises(Refused):
        run_now(checking(), store)
