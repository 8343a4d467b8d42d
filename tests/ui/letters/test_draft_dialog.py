# SPDX-License-Identifier: MIT
"""Drafting from the dialog: who can be chosen, what comes of it, and trouble told there."""

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from storage.queries.authorities import authority
from storage.queries.letters import letter, letters_of_visit
from tests.builders import FakeClock, a_person
from tests.ui.letters.conftest import Written
from ui.desk import Desk
from ui.letters.draft_dialog import DraftDialog


@pytest.fixture
def dialog(qtbot: QtBot, clock: FakeClock, desk: Desk, written: Written) -> DraftDialog:
    council = authority(desk.store, written.visit.authority_id)
    assert council is not None
    office = {"organisation": council.name, "is_public_office": True}
    a_person(desk.store, council, name="Director of Practice", display_role="Director", **office)
    a_person(desk.store, council, name="Practice Inspector", is_inspector=True)
    made = DraftDialog(desk, written.visit.id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_on_today_and_on_the_only_people_there_are(dialog: DraftDialog) -> None:
    assert dialog.date.day() == "2018-07-10"
    assert dialog.addressee.currentText() == "Director of Practice · Director"
    assert dialog.addressee.itemText(0).startswith("Nobody yet")


def test_a_letter_is_drafted_as_chosen(qtbot: QtBot, dialog: DraftDialog, written: Written) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData("monitoring_visit"))
    dialog.language.setCurrentIndex(dialog.language.findData("cy"))
    dialog.date.edit.setDate(QDate(2018, 10, 12))
    assert dialog.date.written.text() == "12 Hydref 2018"
    with qtbot.waitSignal(dialog.drafted) as drafted:
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    made = letter(written.store, drafted.args[0])
    assert made is not None
    assert (made.kind, made.language, made.date) == ("monitoring_visit", "cy", "2018-10-12")
    assert made.addressee[0] == "Director of Practice"


def test_escape_drafts_nothing(qtbot: QtBot, dialog: DraftDialog, written: Written) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(letters_of_visit(written.store, written.visit.id)) == 1


def test_trouble_is_told_in_the_dialog(qtbot: QtBot, dialog: DraftDialog, written: Written) -> None:
    dialog.kind.setItemData(dialog.kind.currentIndex(), "omen")
    with qtbot.waitSignal(dialog.doing.idle):
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        assert not dialog.act.isEnabled()
    assert dialog.act.isEnabled()
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    assert "omen" in dialog.notice.message.text()


def test_a_draft_that_is_stopped_half_way_leaves_nothing(qtbot: QtBot, dialog: DraftDialog, written: Written) -> None:
    with qtbot.waitSignal(dialog.doing.idle):
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        assert dialog.line.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(letters_of_visit(written.store, written.visit.id)) == 1


def test_a_visit_that_is_not_here_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        DraftDialog(desk, "nowhere")
