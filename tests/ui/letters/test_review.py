# SPDX-License-Identifier: MIT
"""The verbs of review, on the panel: states asked for what they need, the other language drafted, copies written."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from storage.acts import letters
from tests.ui.letters.conftest import Written
from ui.letters.draft_dialog import DraftDialog
from ui.letters.heard_dialog import HeardDialog
from ui.letters.letters import Letters
from ui.letters.state_sheet import StateSheet


def test_a_plain_step_is_taken_and_told_and_another_asked_for(panel: Letters, written: Written) -> None:
    panel.card.state_asked.emit("evidence_checked")
    assert written.whole().letter.status == "evidence_checked"
    panel.refresh()
    assert panel.card.about.text().startswith("Evidence checked: Practice Inspector")
    for state in ("peer_reviewed", "privacy_checked"):
        letters.move(written.store, written.whole().letter, state)
    panel.refresh()
    panel.review.move("factual_accuracy_out")
    assert isinstance(panel.review.dialog, StateSheet)
    panel.review.dialog.close()


def test_a_letter_alone_is_drafted_in_the_other_language(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.review.other_language()
    dialog = panel.review.dialog
    assert isinstance(dialog, DraftDialog)
    fields: tuple[QComboBox, ...] = (dialog.kind, dialog.language)
    assert [each.currentData() for each in fields] == ["monitoring_visit", "cy"]
    assert not any(each.isEnabled() for each in fields)
    with qtbot.waitSignal(dialog.drafted) as drafted:
        dialog.on_act()
    assert drafted.args != [written.letter_id]
    assert panel.letter is not None
    assert panel.letter.letter.pair_id == written.letter_id


def test_a_copy_is_written_and_said_to_be_in_the_clear(
    qtbot: QtBot, panel: Letters, written: Written, tmp_path: Path
) -> None:
    panel.review.write(tmp_path / "letter", "html", False)
    qtbot.waitUntil((tmp_path / "letter.html").exists)
    assert "Supervision is irregular." in (tmp_path / "letter.html").read_text("utf-8")
    qtbot.waitUntil(lambda: "not encrypted" in panel.notice.message.text())
    panel.review.write(tmp_path / "gone" / "letter.docx", "docx", False)
    qtbot.waitUntil(lambda: "folder is not there" in panel.notice.message.text())
    panel.review.write(tmp_path / "both.pdf", "pdf", True)
    qtbot.waitUntil(lambda: "not in the store" in panel.notice.message.text())


def test_what_is_heard_is_shown(qtbot: QtBot, panel: Letters) -> None:
    panel.review.hear()
    qtbot.waitUntil(lambda: isinstance(panel.review.dialog, HeardDialog))
    assert isinstance(panel.review.dialog, HeardDialog)
    assert "Supervision is irregular." in panel.review.dialog.page.toPlainText()
    panel.review.dialog.close()
