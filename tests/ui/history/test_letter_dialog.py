# SPDX-License-Identifier: MIT
"""A letter then and now: the moment asked for stands at the left, F3 goes on, what is recorded meanwhile is seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from storage.acts import letters
from storage.model.letter import Letter
from storage.queries.letter_moments import DRAFTED, Since
from storage.queries.letters import whole_letter
from storage.store import Store
from tests.builders import a_letter, a_visit, again
from tests.ui.shown import a_desk, dialogs
from ui.desk import Desk
from ui.history.dialog import HistoryDialog, show_history
from ui.history.letter_dialog import LetterDialog
from ui.look import Look, speak


@pytest.fixture
def desk(store: Store, look: Look, tmp_path: Path) -> Desk:
    """Give a desk over the store."""
    return a_desk(store, look, tmp_path)


@pytest.fixture
def letter(store: Store) -> Letter:
    """Give a letter that was reworded after its evidence had been checked."""
    shell = a_letter(store, a_visit(store), "Six of eight files held a plan.", "Thank you.")
    reword(store, shell, "Five of eight files held a plan.")
    letters.move(store, again(store, shell), "evidence_checked")
    reword(store, shell, "Seven of eight files held a plan.")
    return again(store, shell)  # type: ignore[no-any-return]


def reword(store: Store, shell: Letter, words: str) -> None:
    whole = whole_letter(store, shell.id)
    assert whole is not None
    letters.reword(store, whole.sections[0].paragraphs[0].sentences[0], words)


def opened(qtbot: QtBot, desk: Desk, since: Since) -> LetterDialog:
    dialog = LetterDialog(desk, since)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.list.rows.rowCount() > 0)
    return dialog


def test_the_present_stands_beside_the_last_moment_that_read_otherwise(
    qtbot: QtBot, desk: Desk, letter: Letter
) -> None:
    dialog = opened(qtbot, desk, Since(letter))
    assert dialog.older.currentText().startswith("Evidence checked · ")
    assert dialog.newer.currentText() == "As it stands now"
    assert dialog.count.text() == "1 place differs: 1 reworded"
    assert "Taken away: Five" in dialog.list.currentIndex().data()
    dialog.older.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "Taken away: Six" in str(dialog.list.currentIndex().data()))
    dialog.newer.setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.count.text() == "Nothing differs between the two.")
    assert not dialog.next.isEnabled()
    dialog.close()


def test_f3_goes_from_difference_to_difference_and_the_rest_can_be_left_out(
    qtbot: QtBot, desk: Desk, letter: Letter
) -> None:
    letters.amend(desk.store, letter, re_line="A visit")
    dialog = opened(qtbot, desk, Since(letter, DRAFTED))
    assert dialog.older.currentText().startswith("As drafted")
    first = dialog.list.currentIndex().row()
    qtbot.keyClick(dialog.list, Qt.Key.Key_F3)
    second = dialog.list.currentIndex().row()
    assert second != first
    qtbot.keyClick(dialog.list, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.list.currentIndex().row() == first
    dialog.only.setChecked(True)
    assert dialog.list.rows.rowCount() == 2
    dialog.close()


def test_what_is_recorded_meanwhile_is_seen_and_the_moments_speak_welsh(
    qtbot: QtBot, qapp: QApplication, desk: Desk, letter: Letter
) -> None:
    dialog = opened(qtbot, desk, Since(letter))
    reword(desk.store, letter, "All eight files held a plan.")
    qtbot.waitUntil(lambda: "Added: All" in str(dialog.list.currentIndex().data()))
    before = dialog.newer.currentText()
    speak(qapp, "cy")
    try:
        assert dialog.newer.currentText() != before
    finally:
        speak(qapp, "en")
    dialog.close()


def test_the_history_of_a_sentence_leads_to_the_whole_letter(qtbot: QtBot, desk: Desk, letter: Letter) -> None:
    whole = whole_letter(desk.store, letter.id)
    assert whole is not None
    over = QWidget()
    qtbot.addWidget(over)
    show_history(desk, whole.sections[0].paragraphs[0].sentences[0], over)
    history = next(each for each in dialogs() if isinstance(each, HistoryDialog))
    qtbot.mouseClick(history.whole, Qt.MouseButton.LeftButton)
    found = next(each for each in dialogs() if isinstance(each, LetterDialog))
    qtbot.waitUntil(lambda: found.list.rows.rowCount() > 0)
    found.close()
    show_history(desk, "nothing", over)
    assert not [each for each in dialogs() if isinstance(each, HistoryDialog | LetterDialog)]
