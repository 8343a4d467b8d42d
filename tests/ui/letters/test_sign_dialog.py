# SPDX-License-Identifier: MIT
"""Signing from the dialog: the very pages, who signs, the verdict; every trouble told with what to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reports.acts import preview, signed_pdf
from storage.acts import letters as acts
from tests.reports.signing.paper import PASSWORD, pkcs12_file
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.press import Rota
from ui.letters.sign_dialog import SignDialog

NOW = datetime.now(UTC).replace(microsecond=0)


def _shown(qtbot: QtBot, desk: Desk, written: Written) -> SignDialog:
    made = SignDialog(desk, Rota(desk, desk.bus), written.whole().letter)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_very_pages_shown_are_those_that_are_signed(qtbot: QtBot, desk: Desk, written: Written) -> None:
    dialog = _shown(qtbot, desk, written)
    qtbot.waitUntil(dialog.sign.isEnabled)
    shown = dialog.pages.pdf
    assert shown == preview(written.store, written.letter_id).pdf
    qtbot.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.verdict.isVisible)
    assert dialog.verdict.judgement.text().startswith("All is well")
    shell = written.whole().letter
    assert shell.status == "signed"
    assert signed_pdf(written.store, shell).startswith(shown)
    assert dialog.pages.pdf == signed_pdf(written.store, shell)
    assert dialog.choice.identity is None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_letter_without_a_date_is_not_signed_and_says_what_to_do(qtbot: QtBot, desk: Desk, written: Written) -> None:
    acts.amend(written.store, written.whole().letter, date="")
    dialog = _shown(qtbot, desk, written)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "no date" in dialog.notice.message.text()
    assert dialog.notice.advice.text()
    qtbot.waitUntil(lambda: dialog.choice.identity is not None)
    assert not dialog.sign.isEnabled()


def test_a_letter_that_moved_is_laid_out_anew_before_anything_is_signed(
    qtbot: QtBot, desk: Desk, written: Written
) -> None:
    dialog = _shown(qtbot, desk, written)
    qtbot.waitUntil(dialog.sign.isEnabled)
    before = dialog.pages.pdf
    acts.reword(written.store, written.sentences()[0], "Many thanks.")
    qtbot.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "changed since this preview" in dialog.notice.message.text()
    qtbot.waitUntil(dialog.sign.isEnabled)
    assert dialog.pages.pdf != before
    assert written.whole().letter.status == "drafting"
    qtbot.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.verdict.isVisible)


def test_an_expired_certificate_is_told(qtbot: QtBot, desk: Desk, written: Written, tmp_path: Path) -> None:
    path = tmp_path / "old.p12"
    path.write_bytes(pkcs12_file("Carys Probert", begins=NOW - timedelta(days=4000)))
    dialog = _shown(qtbot, desk, written)
    dialog.choice.file.setChecked(True)
    dialog.choice.use(path)
    qtbot.keyClicks(dialog.choice.password.edit, PASSWORD.decode())
    qtbot.mouseClick(dialog.choice.unlock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "expired" in dialog.notice.message.text()
    assert not dialog.sign.isEnabled()


@pytest.mark.parametrize("practice_letter", [True, False])
def test_practice_and_real_do_not_mix_unsaid(qtbot: QtBot, desk: Desk, written: Written, practice_letter: bool) -> None:
    acts.amend(written.store, written.whole().letter, illustration=practice_letter)
    dialog = _shown(qtbot, desk, written)
    dialog.choice.practice.setChecked(True)
    qtbot.waitUntil(lambda: dialog.choice.identity is not None)
    assert dialog.caution.isVisible() != practice_letter


def test_cancelling_seals_nothing(qtbot: QtBot, desk: Desk, written: Written) -> None:
    dialog = _shown(qtbot, desk, written)
    qtbot.waitUntil(dialog.sign.isEnabled)
    qtbot.mouseClick(dialog.sign, Qt.MouseButton.LeftButton)
    dialog.line.cancel.click()
    qtbot.waitUntil(lambda: not desk.worker.busy())
    if written.whole().letter.status == "drafting":  # else it was done before anybody could stop it
        assert dialog.sign.isEnabled()
    dialog.reject()
    assert dialog.choice.identity is None
