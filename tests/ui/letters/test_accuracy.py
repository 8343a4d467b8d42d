# SPDX-License-Identifier: MIT
"""The factual-accuracy round: brought in, typed, decided one after the other, ended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.acts import challenges, letters
from storage.queries.challenges import challenges_of_letter
from tests.storage.imports.test_challenges import returned
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.accuracy import AccuracyDialog


@pytest.fixture
def out(written: Written) -> Written:
    """Give a letter that is out for factual accuracy."""
    for state in ("evidence_checked", "peer_reviewed", "privacy_checked"):
        letters.move(written.store, written.whole().letter, state)
    challenges.send_out(written.store, written.whole().letter, "2018-10-12")
    return written


def shown(qtbot: QtBot, desk: Desk, written: Written) -> AccuracyDialog:
    dialog = AccuracyDialog(desk, written.whole())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_word_file_comes_in_once_and_each_comment_is_decided(
    qtbot: QtBot, desk: Desk, out: Written, tmp_path: Path
) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned())
    dialog = shown(qtbot, desk, out)
    assert "26 October 2018" in dialog.due.text()
    dialog.read_file(file)
    assert dialog.notice.message.text().startswith("3 comments were brought in.")
    assert "Supervision is irregular." in dialog.words.toPlainText() or dialog.list.lines()
    dialog.read_file(file)
    assert "3 were here already." in dialog.notice.message.text()
    for number in range(3):
        dialog.decision.setCurrentIndex(dialog.decision.findData("rejected"))
        dialog.reason.setPlainText(f"Reason {number}.")
        qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert {each.decision for each in challenges_of_letter(out.store, out.letter_id)} == {"rejected"}
    qtbot.mouseClick(dialog.end, Qt.MouseButton.LeftButton)
    assert out.whole().letter.status == "comments_resolved"
    assert not dialog.isVisible()


def test_an_acceptance_without_its_change_is_refused_and_the_words_stay(qtbot: QtBot, desk: Desk, out: Written) -> None:
    paragraph = out.sentences()[1].paragraph_id
    challenges.write(out.store, out.whole().letter, "It is monthly.", paragraph_id=paragraph, proof="Log")
    dialog = shown(qtbot, desk, out)
    assert "Evidence named: Log" in dialog.words.toPlainText()
    assert dialog.paragraph.toPlainText() == "Thank you. Supervision is irregular."
    dialog.decision.setCurrentIndex(dialog.decision.findData("accepted"))
    dialog.reason.setPlainText("The log shows it.")
    dialog.decide()
    assert "changes the letter" in dialog.notice.message.text()
    assert dialog.reason.toPlainText() == "The log shows it."
    assert not dialog.end.isEnabled()
    with qtbot.waitSignal(dialog.paragraph_asked) as asked:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert asked.args == [paragraph]


def test_a_file_that_is_no_word_document_is_told(qtbot: QtBot, desk: Desk, out: Written, tmp_path: Path) -> None:
    file = tmp_path / "back.pdf"
    file.write_bytes(b"%PDF-1.7")
    dialog = shown(qtbot, desk, out)
    dialog.read_file(file)
    assert "no Word document" in dialog.notice.message.text()
    assert not dialog.keep.isEnabled()
