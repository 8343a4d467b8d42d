# SPDX-License-Identifier: MIT
"""The check before a visit: a real restore, one line a subject, remembered; a restore that fails midway is its line."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from storage.backup import backing_up
from storage.errors import WrongPassphrase
from storage.job import Cancelled, run_now
from storage.model import clock as the_clock
from storage.readiness import LEVELS, SUBJECTS, Readiness, checking, last_check
from storage.store import Store
from tests.builders import PASSPHRASE, a_visit

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def backed(folder_store: Maker, tmp_path: Path) -> tuple[Store, Path, str]:
    """Give a store with a visit, its backup, and the visit."""
    store, _code = folder_store()
    visit = a_visit(store)
    (tmp_path / "stick").mkdir()
    return store, Path(run_now(backing_up(tmp_path / "stick"), store).file), visit.id


def levels(found: Readiness) -> dict[str, str]:
    return {each.subject: each.level for each in found.found}


def test_a_check_really_restores_and_is_remembered(backed: tuple[Store, Path, str]) -> None:
    store, _file, visit_id = backed
    assert last_check(store, "ready") is None
    found = run_now(checking("close", visit_id), store)
    assert levels(found)["restore"] == "look"  # without the passphrase nothing was restored
    assert {"typing", "concerns"} <= set(levels(found))
    assert last_check(store, "close") == found
    found = run_now(checking("ready", visit_id, PASSPHRASE), store)
    assert [each.subject for each in found.found] == [each for each in SUBJECTS if each in levels(found)]
    assert set(levels(found)) == {"disk", "clock", "rubric", "identity", "backup", "restore", "partner"}
    assert (levels(found)["restore"], levels(found)["clock"]) == ("fine", "fine")
    assert last_check(store, "ready") == found
    assert (found.by, found.visit_id) == ("Practice Inspector", visit_id)
    assert found.seconds >= 0
    assert found.level in LEVELS


def test_a_restore_that_fails_midway_is_a_line_and_leaves_no_scratch(backed: tuple[Store, Path, str]) -> None:
    store, file, visit_id = backed
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 1
    file.write_bytes(whole)
    found = run_now(checking("ready", visit_id, PASSPHRASE), store)
    assert (levels(found)["restore"], found.level) == ("not_ready", "not_ready")
    line = next(each for each in found.found if each.subject == "restore")
    assert line.said.format(**line.values)
    assert line.todo
    assert not _scratch(store).exists()
    assert last_check(store, "ready") == found
    file.rename(file.with_name("elsewhere"))
    found = run_now(checking("ready", visit_id, PASSPHRASE), store)
    assert (levels(found)["backup"], levels(found)["restore"]) == ("look", "look")


def test_a_wrong_passphrase_is_told_and_stopping_is_quiet_and_both_leave_nothing(
    backed: tuple[Store, Path, str],
) -> None:
    store, _file, visit_id = backed

    def tick(part: float) -> None:
        if part > 0.3:
            raise Cancelled

    with pytest.raises(WrongPassphrase):
        run_now(checking("ready", visit_id, "another"), store)
    with pytest.raises(Cancelled):
        run_now(checking("ready", visit_id, PASSPHRASE), store, tick)
    assert last_check(store, "ready") is None
    assert not _scratch(store).exists()


def _scratch(store: Store) -> Path:
    assert store.folder is not None
    return store.folder / "drill"


def test_a_store_without_a_place_or_a_backup_is_checked_all_the_same(store: Store) -> None:
    found = run_now(checking("ready", "", PASSPHRASE), store)
    assert levels(found)["disk"] == "look"
    assert levels(found)["backup"] == "not_ready"
    assert found.level == "not_ready"


def test_a_clock_that_is_set_during_the_check_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    job = checking("ready")
    taken = job.work(job.take(store), lambda _part: None)
    real = the_clock.now_source
    monkeypatch.setattr(the_clock, "now_source", lambda: real() + timedelta(minutes=3))
    found = job.put(store, taken)
    assert levels(found)["clock"] == "not_ready"
