# SPDX-License-Identifier: MIT
"""Two letters drafted apart: seen side by side, put right by hand, joined, and parted again by undo."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import letters
from storage.model.pair import SAME, UNSEEN
from storage.queries.letters import whole_letter
from storage.queries.pairs import joinable, pair_of, rows
from tests.ui.letters.conftest import Written, a_written_letter
from ui.desk import Desk
from ui.letters.draft_dialog import DraftDialog
from ui.letters.join_dialog import JoinDialog
from ui.letters.letters import Letters


@pytest.fixture
def apart(written: Written) -> str:
    """Give the same letter drafted in Welsh, apart; its first item was withdrawn. Returns its identifier."""
    welsh = a_written_letter(written.store, written.visit, written.finding)
    shell = whole_letter(written.store, welsh)
    assert shell is not None
    letters.amend(written.store, shell.letter, language="cy")
    letters.withdraw(written.store, shell.sections[1].paragraphs[1].paragraph)
    return welsh


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, written: Written, apart: str) -> JoinDialog:
    """Give the dialog on both."""
    made = JoinDialog(desk, written.whole(), joinable(desk.store, written.whole().letter))
    qtbot.addWidget(made)
    made.show()
    return made


def sides(dialog: JoinDialog) -> list[tuple[str, str]]:
    model = dialog.table.model()
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_the_right_side_is_moved_beside_what_it_says_the_same_as(
    qtbot: QtBot, dialog: JoinDialog, written: Written
) -> None:
    assert sides(dialog)[2:] == [("first", "second"), ("second", "third"), ("third", "–")]
    assert dialog.count.text() == "1 paragraph has no partner."
    dialog.table.setCurrentIndex(dialog.table.rows.index(3, 1))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    dialog.table.setCurrentIndex(dialog.table.rows.index(2, 1))
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    assert sides(dialog)[2:] == [("first", "–"), ("second", "second"), ("third", "third")]
    qtbot.mouseClick(dialog.join, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    found = rows(written.store, written.whole().letter)
    assert [row.state for row in found] == [UNSEEN, UNSEEN, "only_first", UNSEEN, UNSEEN]
    undo.undo(written.store)
    assert pair_of(written.store, written.whole().letter) is None


def test_who_has_looked_says_that_they_say_the_same(qtbot: QtBot, dialog: JoinDialog, written: Written) -> None:
    dialog.looked.setChecked(True)
    qtbot.mouseClick(dialog.join, Qt.MouseButton.LeftButton)
    assert [row.state for row in rows(written.store, written.whole().letter)].count(SAME) == 4


def test_the_page_offers_to_join_and_to_draft_anew(qtbot: QtBot, panel: Letters, written: Written, apart: str) -> None:
    panel.show_letter(written.letter_id)
    panel.review.other_language()
    dialog = panel.review.dialog
    assert isinstance(dialog, JoinDialog)
    dialog.draft.click()
    assert isinstance(panel.review.dialog, DraftDialog)
    panel.review.dialog.reject()
    panel.review.other_language()
    assert isinstance(panel.review.dialog, JoinDialog)
    panel.review.dialog.on_join()
    assert "Ctrl+Z" in panel.notice.message.text()
