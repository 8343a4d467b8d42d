# SPDX-License-Identifier: MIT
"""A drill really restores, compares and cleans up; it sees damage, and is remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.backup import backing_up
from storage.drill import drilling, last_drill, sentences
from storage.errors import BadFile, Refused, WrongPassphrase
from storage.job import Cancelled, run_now
from storage.store import Store
from tests.builders import PASSPHRASE, a_note, a_visit

Maker = Callable[..., tuple[Store, str]]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty folder that stands for a stick."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def said(store: Store) -> str:
    found = last_drill(store)
    assert found is not None
    return " ".join(map(str, sentences(found)))


def test_a_good_backup_is_proved_and_what_came_after_is_counted(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    visit = a_visit(store)
    a_note(store, visit)
    run_now(backing_up(stick), store)
    a_note(store, visit)
    device = store.device.id
    outcome = run_now(drilling(PASSPHRASE, folder=stick), store)
    assert outcome.is_well
    assert outcome.since == 1
    assert outcome.changes > 0
    assert last_drill(store) == outcome
    assert "whole" in said(store)
    assert "1 change was recorded after it" in said(store)
    assert store.folder is not None
    assert not (store.folder / "drill").exists()
    assert store.device.id == device  # trying a backup out makes nobody a new device


def test_a_damaged_backup_and_a_wrong_passphrase_are_told_and_cleaned_up(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    file = Path(run_now(backing_up(stick), store).file)
    with pytest.raises(WrongPassphrase):
        run_now(drilling("another", folder=stick), store)
    whole = bytearray(file.read_bytes())
    whole[100_000] ^= 1
    file.write_bytes(whole)
    with pytest.raises(BadFile):
        run_now(drilling(PASSPHRASE, file), store)
    assert store.folder is not None
    assert not (store.folder / "drill").exists()
    assert last_drill(store) is None


def test_a_backup_that_says_something_else_is_not_well(folder_store: Maker, stick: Path) -> None:
    one, _ = folder_store("one")
    two, _ = folder_store("two")
    a_visit(one)
    a_visit(two)
    file = Path(run_now(backing_up(stick), two).file)
    outcome = run_now(drilling(PASSPHRASE, file), one)  # somebody else's, with the same passphrase
    assert not outcome.is_well
    assert "not all is well" in said(one)


def test_without_a_backup_there_is_nothing_to_try(folder_store: Maker, stick: Path, store: Store) -> None:
    kept, _ = folder_store()
    for tried in (kept, store):
        with pytest.raises(Refused):
            run_now(drilling(PASSPHRASE, folder=stick), tried)


def test_stopping_a_drill_leaves_no_scratch(folder_store: Maker, stick: Path) -> None:
    store, _ = folder_store()
    a_visit(store)
    run_now(backing_up(stick), store)

    def tick(part: float) -> None:
        if part > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        run_now(drilling(PASSPHRASE, folder=stick), store, tick)
    assert store.folder is not None
    assert not (store.folder / "drill").exists()
