# SPDX-License-Identifier: MIT
"""The factual-accuracy round: brought in, typed, decided one after the other, ended."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import challenges, letters
from storage.model.challenge import WHOLE
from storage.queries.challenges import challenge, challenges_of_letter
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


def brought(qtbot: QtBot, dialog: AccuracyDialog, file: Path) -> None:
    with qtbot.waitSignal(dialog.doing.idle):
        dialog.read_file(file)


def test_a_word_file_comes_in_once_and_each_comment_is_decided(
    qtbot: QtBot, desk: Desk, out: Written, tmp_path: Path
) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned())
    dialog = shown(qtbot, desk, out)
    assert "26 October 2018" in dialog.due.text()
    brought(qtbot, dialog, file)
    assert dialog.notice.message.text().startswith("3 comments were brought in.")
    assert "Supervision is irregular." in dialog.words.toPlainText() or dialog.list.lines()
    brought(qtbot, dialog, file)
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
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)  # the reason is not kept: it says so first
    with qtbot.waitSignal(dialog.paragraph_asked) as asked:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert asked.args == [paragraph]


def test_a_file_that_is_no_word_document_is_told(qtbot: QtBot, desk: Desk, out: Written, tmp_path: Path) -> None:
    file = tmp_path / "back.pdf"
    file.write_bytes(b"%PDF-1.7")
    dialog = shown(qtbot, desk, out)
    brought(qtbot, dialog, file)
    assert "no Word document" in dialog.notice.message.text()
    assert not dialog.keep.isEnabled()


def test_what_fits_no_paragraph_is_placed_by_hand_or_kept_with_the_whole_letter(
    qtbot: QtBot, desk: Desk, out: Written, tmp_path: Path
) -> None:
    file = tmp_path / "back.docx"
    file.write_bytes(returned())
    dialog = shown(qtbot, desk, out)
    brought(qtbot, dialog, file)
    unplaced = [each for each in challenges_of_letter(out.store, out.letter_id) if not each.paragraph_id]
    assert f"{len(unplaced)} not placed" in dialog.due.text()
    assert dialog.list.key() == unplaced[0].id
    assert dialog.about.currentText() == "Choose a paragraph…"
    dialog.reason.setPlainText("Not typed in vain.")
    whole = dialog.about.findData(WHOLE)
    dialog.about.setCurrentIndex(whole)
    dialog.about.activated.emit(whole)
    assert challenge(out.store, unplaced[0].id).paragraph_id == WHOLE  # type: ignore[union-attr]
    assert dialog.paragraph.toPlainText() == "It is about the letter as a whole."
    assert dialog.reason.toPlainText() == "Not typed in vain."
    dialog.place(out.sentences()[1].paragraph_id)
    assert dialog.paragraph.toPlainText() == "Thank you. Supervision is irregular."
    assert dialog.go.isEnabled()
    letters.withdraw(out.store, out.whole().sections[0].paragraphs[0].paragraph)
    dialog.refresh()
    assert dialog.paragraph.toPlainText() == "The paragraph it was about has been withdrawn."
    undo.undo(out.store)
    undo.undo(out.store)
    dialog.refresh()
    assert dialog.paragraph.toPlainText() == "It is about the letter as a whole."


def test_what_is_being_typed_waits_while_another_comment_is_looked_at(qtbot: QtBot, desk: Desk, out: Written) -> None:
    for words in ("One.", "Two."):
        challenges.write(out.store, out.whole().letter, words)
    dialog = shown(qtbot, desk, out)
    dialog.reason.setPlainText("Half a reas")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.reason.toPlainText() == ""
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.reason.toPlainText() == "Half a reas"


def test_the_words_that_went_out_are_asked_for(qtbot: QtBot, desk: Desk, out: Written) -> None:
    dialog = shown(qtbot, desk, out)
    assert not dialog.clock.isHidden()
    with qtbot.waitSignal(dialog.comparison_asked):
        qtbot.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)


def test_typed_reasons_are_not_lost_without_a_word(qtbot: QtBot, desk: Desk, out: Written) -> None:
    challenges.write(out.store, out.whole().letter, "One.", paragraph_id=out.sentences()[1].paragraph_id)
    dialog = shown(qtbot, desk, out)
    dialog.reason.setPlainText("Half a reas")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.notice.message.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
