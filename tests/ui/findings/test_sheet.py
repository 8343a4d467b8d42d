# SPDX-License-Identifier: MIT
"""The sheet alters nothing by showing, and says each wish once."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from ui.findings.sheet import Sheet
from ui.look import Look


def test_showing_says_nothing_and_a_choice_says_itself(qtbot: QtBot, look: Look, store: Store) -> None:
    sheet, visit = Sheet(look), a_visit(store)
    qtbot.addWidget(sheet)
    note = a_note(store, visit)
    finding = a_finding(store, visit, direction="something newer", supports=(note.id,))
    with qtbot.assertNotEmitted(sheet.amended), qtbot.assertNotEmitted(sheet.moved):
        sheet.show_finding(finding, [note], [])
    assert sheet.direction.currentData() == "something newer"
    assert sheet.behind.notes.rowCount() == 1
    with qtbot.waitSignal(sheet.amended) as amended:
        sheet.polarities["strength"].click()
    assert amended.args == ["polarity", "strength"]


def test_a_blank_sheet_offers_only_its_words(qtbot: QtBot, look: Look) -> None:
    sheet = Sheet(look)
    qtbot.addWidget(sheet)
    sheet.show_finding(None, [], [])
    assert not sheet.add_for.isEnabled()
    assert sheet.title.text() == "New finding"
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
    assert sheet.statement.accessibleName()
