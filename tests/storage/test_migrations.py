# SPDX-License-Identifier: MIT
"""The ledger's steps: each tried, a copy first, a newer store refused."""

from collections.abc import Callable

import pytest

from storage import migrations
from storage.errors import StoreTrouble
from storage.migrations import VERSION, migrate, version_of
from storage.store import FILE, Store, open_store
from storage.vault import Database, in_memory, open_vault
from tests.builders import PASSPHRASE, a_note, a_visit, again

Maker = Callable[..., tuple[Store, str]]
TRIED = {"m001_the_log"}
"""Steps that a test below goes through. Add yours with its test."""


def test_every_step_has_its_test_and_its_number() -> None:
    steps = [name for name in vars(migrations) if name.startswith("m0")]
    assert set(steps) == TRIED
    assert [int(name[1:4]) for name in sorted(steps)] == list(range(1, VERSION + 1))


def test_the_first_step_makes_the_log_in_its_final_shape() -> None:
    db = in_memory(bytes(32))
    assert version_of(db) == 0
    assert migrate(db, None) is None
    assert version_of(db) == VERSION
    assert {"changes", "stream_keys", "quarantine", "meta"} <= set(db.table_names())
    assert {trigger.name for trigger in db.triggers} == {"ink_stays", "ink_is_kept"}


def test_a_store_that_is_up_to_date_is_left_alone() -> None:
    db = in_memory(bytes(32))
    migrate(db, None)
    before = db.schema
    assert migrate(db, None) is None
    assert db.schema == before


def test_a_new_store_is_not_copied(folder_store: Maker) -> None:
    store, _ = folder_store()
    assert store.folder is not None
    assert [path.name for path in store.folder.glob("*.before-*")] == []


def test_a_store_of_a_newer_version_is_refused_and_left_alone(folder_store: Maker) -> None:
    store, _ = folder_store()
    store.db.execute(f"PRAGMA user_version = {VERSION + 1}")
    store.close()
    assert store.folder is not None
    with pytest.raises(StoreTrouble, match="newer version"):
        open_store(store.folder, PASSPHRASE)
    with pytest.raises(StoreTrouble, match="another version"):
        open_store(store.folder, PASSPHRASE, read_only=True)
    store.folder.joinpath("lock").unlink(missing_ok=True)


def test_an_older_store_is_copied_before_it_is_changed(folder_store: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = folder_store()
    note = a_note(store, a_visit(store))
    store.close()
    assert store.folder is not None
    original = (store.folder / FILE).read_bytes()
    steps = migrations.Migrations("ledger")
    for name in sorted(TRIED):
        steps()(getattr(migrations, name))

    @steps()
    def m999_a_step_to_come(db: Database) -> None:
        db.execute("CREATE TABLE to_come (a)")

    monkeypatch.setattr(migrations, "ledger", steps)
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    reopened = open_store(store.folder, PASSPHRASE)
    assert "to_come" in reopened.db.table_names()
    assert version_of(reopened.db) == VERSION + 1
    assert again(reopened, note) == note
    [copy] = store.folder.glob("*.before-*")
    assert copy.read_bytes() == original
    there = open_vault(copy, reopened._unlocked.store, read_only=True)
    assert version_of(there) == VERSION
    there.close()
    reopened.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(folder_store: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    store, _ = folder_store()
    note = a_note(store, a_visit(store))
    store.close()
    assert store.folder is not None
    steps = migrations.Migrations("ledger")
    for name in sorted(TRIED):
        steps()(getattr(migrations, name))

    @steps()
    def m999_a_step_that_fails(db: Database) -> None:
        db.execute("CREATE TABLE half (a)")
        raise KeyError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "ledger", steps)
        patch.setattr(migrations, "VERSION", VERSION + 1)
        with pytest.raises(KeyError):
            open_store(store.folder, PASSPHRASE)
    reopened = open_store(store.folder, PASSPHRASE)
    assert "half" not in reopened.db.table_names()
    assert again(reopened, note) == note
    reopened.close()
