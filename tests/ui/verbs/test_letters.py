# SPDX-License-Identifier: MIT
"""letter list|draft|pdf|sign, verify."""

from pathlib import Path

import pytest

from reports.signing.practice import make_practice_identity
from storage.model import clock
from tests.ui.verbs.conftest import Arolwg


@pytest.fixture
def drafted(begun: Arolwg) -> Arolwg:
    """The same, with a monitoring letter drafted."""
    assert begun("letter", "draft", "1", "--type", "monitoring_visit", "--date", "2026-11-30").code == 0
    return begun


def test_a_draft_is_listed_and_laid_out(drafted: Arolwg, tmp_path: Path) -> None:
    assert "1  monitoring_visit · en · 2026-11-30 · Drafting" in drafted("letter", "list").out
    assert drafted("letter", "pdf", "1", str(tmp_path / "letter.pdf")).code == 0
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    said = drafted("verify", str(tmp_path / "letter.pdf"))
    assert said.code == 1
    assert "not signed" in said.out


def test_signing_with_a_file_and_verifying(drafted: Arolwg, tmp_path: Path) -> None:
    content, password = make_practice_identity("Practice Inspector", clock.now())
    (tmp_path / "id.p12").write_bytes(content)
    (tmp_path / "password").write_bytes(password + b"\n")
    with (tmp_path / "password").open() as file:
        words = ("--identity", str(tmp_path / "id.p12"), "--identity-fd", str(file.fileno()))
        assert drafted("letter", "sign", "1", str(tmp_path / "signed.pdf"), *words).code == 0
    assert drafted("verify", str(tmp_path / "signed.pdf")).code == 0
    assert "Signed" in drafted("letter", "list").out
    again = drafted("letter", "sign", "1", str(tmp_path / "again.pdf"))
    assert again.code == 6
    assert not (tmp_path / "again.pdf").exists()


def test_a_wrong_password_and_a_missing_one_sign_nothing(drafted: Arolwg, tmp_path: Path) -> None:
    content, _password = make_practice_identity("Practice Inspector", clock.now())
    (tmp_path / "id.p12").write_bytes(content)
    (tmp_path / "password").write_text("wrong\n")
    target = str(tmp_path / "signed.pdf")
    with (tmp_path / "password").open() as file:
        given = ("--identity", str(tmp_path / "id.p12"), "--identity-fd", str(file.fileno()))
        assert drafted("letter", "sign", "1", target, *given).code == 7
    assert drafted("letter", "sign", "1", target, "--identity", str(tmp_path / "id.p12")).code == 6
    assert not (tmp_path / "signed.pdf").exists()


def test_what_is_no_pdf_or_no_certificate_is_told(arolwg: Arolwg, tmp_path: Path) -> None:
    (tmp_path / "words.pdf").write_text("only words")
    assert arolwg("verify", str(tmp_path / "words.pdf")).code == 1
    assert arolwg("verify", str(tmp_path / "none.pdf")).code == 7
    said = arolwg("verify", str(tmp_path / "words.pdf"), "--trust", str(tmp_path / "words.pdf"))
    assert said.code == 7
    assert "not a certificate" in said.err


def test_an_unknown_letter_type_is_told(begun: Arolwg) -> None:
    assert begun("letter", "draft", "1", "--type", "birthday_card").code == 6
