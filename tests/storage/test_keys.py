# SPDX-License-Identifier: MIT
"""Passphrase, recovery code, devices: what opens a store, what does not, and who a moved store is."""

import json
import shutil
from pathlib import Path

import pytest

from storage import keys
from storage.errors import CannotKeep, StoreTrouble, WrongPassphrase
from storage.keys import FILE, change_passphrase, create, derive, fleeting, settle, unlock, wrap
from storage.model.ids import device_id
from tests.builders import SHIPPED_COST


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("keys")
    _, code = create(folder, "pässphrase ŵ")
    return folder, code


def test_the_passphrase_and_the_recovery_code_give_the_same_keys(made: tuple[Path, str]) -> None:
    folder, code = made
    by_passphrase, by_code = unlock(folder, "pässphrase ŵ"), unlock(folder, code)
    assert by_passphrase.store == by_code.store
    assert by_passphrase.device.id == by_code.device.id
    assert by_passphrase.store != by_passphrase.journal


def test_a_passphrase_costs_what_rfc_9106_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ARGON", SHIPPED_COST)
    made, _code = create(tmp_path, "one")
    slot = json.loads((tmp_path / FILE).read_text("utf-8"))["slots"][0]
    assert (slot["memory_cost"], slot["time_cost"], slot["parallelism"]) == (64 * 1024, 3, 4)
    monkeypatch.undo()  # what a key file says counts, not what new ones are given
    assert unlock(tmp_path, "one").store == made.store


def test_a_letter_typed_as_two_signs_is_the_same_letter(made: tuple[Path, str]) -> None:
    assert unlock(made[0], "pa\u0308ssphrase w\u0302").store


def test_a_recovery_code_may_be_typed_sloppily(made: tuple[Path, str]) -> None:
    folder, code = made
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert unlock(folder, sloppy).store
    assert len(code.replace("-", "")) == 32


@pytest.mark.parametrize(
    "secret", ["", "passphrase", "PÄSSPHRASE Ŵ", "0" * 32, "0000-0000-0000-0000-0000-0000-0000-0000"]
)
def test_anything_else_is_refused_in_plain_words(made: tuple[Path, str], secret: str) -> None:
    with pytest.raises(WrongPassphrase, match="does not open the store"):
        unlock(made[0], secret)


def test_no_secret_stands_in_the_key_file(made: tuple[Path, str]) -> None:
    folder, code = made
    text = (folder / FILE).read_text("utf-8")
    opened = unlock(folder, code)
    for secret in (opened.master, opened.store, opened.journal):
        assert secret.hex() not in text
        assert keys._text(secret) not in text
    assert code not in text
    assert not any(
        secret.hex() in repr(opened) or repr(secret) in repr(opened) for secret in (opened.master, opened.store)
    )


def test_a_new_passphrase_replaces_the_old_one_and_the_code_stays(tmp_path: Path) -> None:
    before, code = create(tmp_path, "one")
    change_passphrase(tmp_path, code, "two")
    assert unlock(tmp_path, "two").store == unlock(tmp_path, code).store == before.store
    with pytest.raises(WrongPassphrase):
        unlock(tmp_path, "one")
    with pytest.raises(WrongPassphrase):
        change_passphrase(tmp_path, "one", "three")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": 1, "slots": [], "devices": []}', "\xff"]
)
def test_a_damaged_key_file_gets_a_clear_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "latin-1")
    with pytest.raises(StoreTrouble, match="damaged"):
        unlock(tmp_path, "one")


def test_a_missing_or_newer_key_file_gets_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="no store in the folder"):
        unlock(tmp_path, "one")
    (tmp_path / FILE).write_text(json.dumps({"format": 99, "slots": [], "devices": [{"salt": ""}]}))
    with pytest.raises(StoreTrouble, match="newer version"):
        unlock(tmp_path, "one")
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreTrouble, match="cannot be read"):
        unlock(tmp_path, "one")


def test_a_key_file_that_cannot_be_put_in_place_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(CannotKeep, match="cannot be written"):
        create(tmp_path, "one")
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    with pytest.raises(CannotKeep, match="cannot be written"):
        create(tmp_path / "gone", "one")


def test_a_store_that_stays_where_it_is_stays_the_same_device(tmp_path: Path) -> None:
    first, _ = create(tmp_path, "one")
    anchor = tmp_path / "store"
    anchor.write_text("x")
    settled = settle(tmp_path, first, anchor)
    assert settled.device.id == first.device.id
    assert settle(tmp_path, unlock(tmp_path, "one"), anchor).device.id == first.device.id
    assert settled.before == ()


def test_a_copied_store_becomes_a_new_device_once(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    first, _ = create(here, "one")
    (here / "store").write_text("x")
    settle(here, first, here / "store")
    shutil.copytree(here, there)
    copied = settle(there, unlock(there, "one"), there / "store")
    assert copied.device.id != first.device.id
    assert [device.id for device in copied.before] == [first.device.id]
    assert settle(there, unlock(there, "one"), there / "store").device.id == copied.device.id
    assert settle(here, unlock(here, "one"), here / "store").device.id == first.device.id
    assert copied.store == first.store


def test_a_device_proves_itself_signs_and_unwraps_what_is_for_it_alone() -> None:
    one, two = fleeting().device, fleeting().device
    assert one.id == device_id(one.verify_key) != two.id
    secret = wrap(one.box_key, b"a stream's key")
    assert one.unwrap(secret) == b"a stream's key"
    assert two.unwrap(secret) is None
    assert one.unwrap(b"short") is None
    assert len(one.sign(b"words")) == 64


def test_keys_for_two_purposes_or_salts_are_strangers() -> None:
    key = bytes(32)
    assert (
        len({derive(key, "one"), derive(key, "two"), derive(key, "one", b"salt"), derive(bytes(31) + b"1", "one")}) == 4
    )
