# SPDX-License-Identifier: MIT
"""What proves that a hub is the hub: made once, the same afterwards, private, and its tokens soon worth nothing."""

import json
import stat
from hashlib import sha256
from pathlib import Path
from ssl import PEM_cert_to_DER_cert

import pytest

from storage.envelope import is_by
from storage.errors import CannotKeep, StoreTrouble
from storage.hub.identity import CERTIFICATE, FILE, KEY, certify, identity
from storage.model.ids import device_id


def test_a_hub_is_the_same_after_every_start_and_unlike_others(tmp_path: Path) -> None:
    first, again, other = identity(tmp_path / "a"), identity(tmp_path / "a"), identity(tmp_path / "b")
    assert (first.verify_key, first.books) == (again.verify_key, again.books)
    assert first.verify_key != other.verify_key
    key = bytes.fromhex(first.verify_key)
    assert is_by(device_id(key), key, b"said", bytes.fromhex(again.sign(b"said")))


def test_its_files_are_for_the_service_alone(tmp_path: Path) -> None:
    identity(tmp_path)
    certify(tmp_path, "127.0.0.1")
    for name in (FILE, CERTIFICATE, KEY):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("spoilt", ["", "{}", "[]", '{"signing": "zz", "books": "", "tokens": ""}', "ŵ"])
def test_a_damaged_key_file_is_told_and_left_alone(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / FILE).write_text(spoilt, "utf-8")
    with pytest.raises(StoreTrouble, match="damaged"):
        identity(tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == spoilt


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotKeep):
        identity(tmp_path / "file" / "hub")


def test_a_token_is_good_for_ten_minutes_at_every_process_of_the_same_hub(tmp_path: Path) -> None:
    hub, other = identity(tmp_path / "a"), identity(tmp_path / "b")
    token = hub.token(1000.0)
    assert identity(tmp_path / "a").is_fresh(token, 1000.0)
    assert hub.is_fresh(token, 1599.0)
    assert not hub.is_fresh(token, 1601.0)
    assert not other.is_fresh(token, 1000.0)
    for spoilt in ("", "none", token[:-6], "B" + token[1:], "ŵ", token + "AAAA"):
        assert not hub.is_fresh(spoilt, 1000.0)


def test_the_certificate_is_made_once_and_known_by_its_digest(tmp_path: Path) -> None:
    hub = identity(tmp_path)
    assert hub.fingerprint() == ""
    certify(tmp_path, "hub.example")
    made = (tmp_path / CERTIFICATE).read_text("ascii")
    certify(tmp_path, "another.example")
    assert (tmp_path / CERTIFICATE).read_text("ascii") == made
    assert hub.fingerprint() == sha256(PEM_cert_to_DER_cert(made)).hexdigest()


def test_no_secret_shows_when_an_identity_is_printed(tmp_path: Path) -> None:
    hub = identity(tmp_path)
    secrets = json.loads((tmp_path / FILE).read_text("ascii")).values()
    assert not any(secret in repr(hub) for secret in secrets)
