# SPDX-License-Identifier: MIT
"""Identities: what is read from a PKCS#12 file, and every way it can be the wrong one."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from reports.signing.identity import Identity, open_identity, printable, read_identity
from storage.errors import BadFile
from tests.reports.signing.paper import PASSWORD, pkcs12_file

SERVER = "1.3.6.1.5.5.7.3.1"
DOCUMENTS = "1.3.6.1.5.5.7.3.36"


def test_an_identity_file_says_whose_it_is(tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "rhian.p12"
    file.write_bytes(pkcs12_file("Rhian Vaughan", begins=now, days=30))
    identity = open_identity(file, PASSWORD, now)
    assert (identity.name, identity.role, identity.practice) == ("Rhian Vaughan", "Lead inspector", False)
    assert identity.not_before == now.replace(microsecond=0)
    assert identity.not_after - identity.not_before == timedelta(days=30)
    assert len(bytes.fromhex(identity.fingerprint)) == 32


def test_the_key_is_never_shown_when_an_identity_is_printed(practice: Identity) -> None:
    assert practice.key
    assert "key" not in repr(practice)
    assert repr(practice.key) not in repr(practice)


def test_the_wrong_password_is_named_as_such(now: datetime) -> None:
    with pytest.raises(BadFile, match="password does not open"):
        read_identity(pkcs12_file(begins=now), b"another", now)


def test_a_password_that_is_no_text_is_refused_too(now: datetime) -> None:
    with pytest.raises(BadFile, match="password does not open"):
        read_identity(pkcs12_file(begins=now), b"\xff\xfe", now)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x30\x03\x02\x01\x01", b"\0" * 2_000_000])
def test_another_kind_of_file_is_no_identity(tmp_path: Path, now: datetime, content: bytes) -> None:
    file = tmp_path / "letter.p12"
    file.write_bytes(content)
    with pytest.raises(BadFile, match="not an identity file"):
        open_identity(file, PASSWORD, now)


def test_a_file_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(BadFile, match="cannot be read"):
        open_identity(tmp_path / "nobody.p12", PASSWORD, now)


def test_a_cut_file_is_refused(now: datetime) -> None:
    with pytest.raises(BadFile, match="file is damaged"):
        read_identity(pkcs12_file(begins=now)[:-200], PASSWORD, now)


def test_an_expired_certificate_names_its_last_day(now: datetime) -> None:
    with pytest.raises(BadFile, match="expired on 1 October 2026"):
        read_identity(pkcs12_file(begins=now - timedelta(days=41), days=30), PASSWORD, now)


def test_a_certificate_before_its_time_names_its_first_day(now: datetime) -> None:
    with pytest.raises(BadFile, match="not valid until 13 October 2026"):
        read_identity(pkcs12_file(begins=now + timedelta(days=1)), PASSWORD, now)


def test_a_file_without_a_key_is_refused(now: datetime, practice: Identity) -> None:
    certificate = x509.load_der_x509_certificate(practice.certificate)
    secret = BestAvailableEncryption(PASSWORD)
    content = pkcs12.serialize_key_and_certificates(None, None, None, [certificate], secret)
    with pytest.raises(BadFile, match="no private key"):
        read_identity(content, PASSWORD, now)


def test_a_key_of_a_kind_that_pdf_readers_do_not_verify_is_refused(now: datetime) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    content = pkcs12.serialize_key_and_certificates(None, key, None, None, BestAvailableEncryption(PASSWORD))
    with pytest.raises(BadFile, match="no private key that can sign"):
        read_identity(content, PASSWORD, now)


def test_a_certificate_for_encryption_may_not_sign(now: datetime) -> None:
    with pytest.raises(BadFile, match="not meant for signing"):
        read_identity(pkcs12_file(begins=now, usage=False), PASSWORD, now)


def test_a_web_servers_certificate_may_not_sign(now: datetime) -> None:
    with pytest.raises(BadFile, match="not meant for signing"):
        read_identity(pkcs12_file(begins=now, purposes=(SERVER,)), PASSWORD, now)


def test_a_certificate_for_documents_or_without_limits_may_sign(now: datetime) -> None:
    assert read_identity(pkcs12_file(begins=now, purposes=(SERVER, DOCUMENTS)), PASSWORD, now)
    assert read_identity(pkcs12_file(begins=now, usage=None), PASSWORD, now)


def test_control_characters_in_a_strangers_name_never_reach_the_terminal() -> None:
    assert printable("Rhian\x1b[2J\n Vaughan\u202e") == "Rhian [2J Vaughan"
