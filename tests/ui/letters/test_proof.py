# SPDX-License-Identifier: MIT
"""A signed letter in hand: verified, copied out after a warning, any other PDF verified."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reports import acts
from storage.job import run_now
from storage.model import clock
from tests.ui.letters.conftest import Written
from ui.letters import files
from ui.letters.copy_warning import CopyWarning
from ui.letters.letters import Letters
from ui.letters.verdict import VerdictDialog


@pytest.fixture
def sealed(panel: Letters, written: Written) -> bytes:
    """Sign the letter that the panel shows and give its bytes."""
    seen = acts.preview(written.store, written.letter_id)
    identity = acts.practice_identity(written.store)
    return run_now(acts.signing(seen, identity, clock.now()), written.store).pdf


def _verdict(qtbot: QtBot, panel: Letters) -> VerdictDialog:
    qtbot.waitUntil(lambda: isinstance(panel.proof.dialog, VerdictDialog))
    assert isinstance(panel.proof.dialog, VerdictDialog)
    return panel.proof.dialog


def test_the_signed_letter_is_verified_in_plain_words(qtbot: QtBot, panel: Letters, sealed: bytes) -> None:
    assert panel.card.verify.isVisible()
    qtbot.mouseClick(panel.card.verify, Qt.MouseButton.LeftButton)
    dialog = _verdict(qtbot, panel)
    assert dialog.view.judgement.text().startswith("All is well")
    dialog.accept()
    assert panel.proof.dialog is None


def test_a_copy_is_written_where_the_person_says_after_one_warning(
    qtbot: QtBot, panel: Letters, sealed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(("one.pdf", "two"))
    monkeypatch.setattr(files, "ask_save", lambda *_words: tmp_path / next(names))
    qtbot.mouseClick(panel.card.copy, Qt.MouseButton.LeftButton)
    warning = panel.proof.dialog
    assert isinstance(warning, CopyWarning)
    warning.act.click()
    qtbot.waitUntil(lambda: "one.pdf" in panel.notice.message.text())  # the file is there a moment before
    assert (tmp_path / "one.pdf").read_bytes() == sealed
    assert "not encrypted" in panel.notice.message.text()
    panel.proof.save_copy()
    qtbot.waitUntil(lambda: "two.pdf" in panel.notice.message.text())
    assert (tmp_path / "two.pdf").is_file()
    assert panel.proof.dialog is None


def test_refusing_the_warning_writes_nothing(panel: Letters, sealed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ask_save", lambda *_words: pytest.fail("nobody wants a copy"))
    panel.proof.save_copy()
    assert panel.proof.dialog is not None
    panel.proof.dialog.reject()


def test_a_folder_that_is_gone_is_told(
    qtbot: QtBot, panel: Letters, sealed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_save", lambda *_words: tmp_path / "gone" / "letter.pdf")
    panel.proof.save_copy()
    assert panel.proof.dialog is not None
    panel.proof.dialog.accept()
    qtbot.waitUntil(panel.notice.isVisible)
    assert "folder" in panel.notice.message.text()


def test_any_pdf_can_be_verified(
    qtbot: QtBot, panel: Letters, sealed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tampered = tmp_path / "tampered.pdf"
    tampered.write_bytes(sealed[:2000] + b"X" + sealed[2001:])
    monkeypatch.setattr(files, "ask_open", lambda *_words: tampered)
    panel.proof.verify_file()
    assert _verdict(qtbot, panel).view.judgement.text() == "Do not rely on this file."


def test_nobody_choosing_a_file_is_no_work(panel: Letters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "ask_open", lambda *_words: None)
    panel.proof.verify_file()
    assert not panel.proof.press.is_busy()


def test_a_letter_that_is_not_signed_has_nothing_to_verify_or_copy(panel: Letters) -> None:
    panel.proof.verify()
    panel.proof.save_copy()
    assert not panel.proof.press.is_busy()
    assert panel.proof.dialog is None
