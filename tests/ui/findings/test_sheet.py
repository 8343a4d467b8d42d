# SPDX-License-Identifier: MIT
"""The sheet alters nothing by showing, says each wish once, and keeps what is being typed."""

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit, again
from ui.findings.sheet import Beside, Sheet
from ui.look import Look


def test_showing_says_nothing_and_a_choice_says_itself(qtbot: QtBot, look: Look, store: Store) -> None:
    sheet, visit = Sheet(look), a_visit(store)
    qtbot.addWidget(sheet)
    note = a_note(store, visit)
    finding = a_finding(store, visit, direction="something newer", supports=(note.id,), systemic=True)
    with qtbot.assertNotEmitted(sheet.about.amended), qtbot.assertNotEmitted(sheet.agreement.moved):
        sheet.show_finding(weighed(store, finding), Beside())
    assert sheet.about.boxes["direction"].currentData() == "something newer"
    assert sheet.evidence.supports.rows.rowCount() == 1
    assert sheet.flags.text() == "Systemic"
    with qtbot.waitSignal(sheet.about.amended) as amended:
        sheet.about.polarities["strength"].click()
    assert amended.args == ["polarity", "strength"]


def test_a_blank_sheet_offers_only_its_words(qtbot: QtBot, look: Look) -> None:
    sheet = Sheet(look)
    qtbot.addWidget(sheet)
    sheet.show_finding(None, Beside())
    assert not sheet.evidence.add_for.isEnabled()
    assert not sheet.agreement.agree.isEnabled()
    assert sheet.title.text() == "New finding"
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
    assert sheet.statement.accessibleName()


def test_words_being_typed_outlive_what_comes_in(qtbot: QtBot, look: Look, store: Store) -> None:
    sheet, visit = Sheet(look), a_visit(store)
    qtbot.addWidget(sheet)
    finding = a_finding(store, visit, "One.")
    sheet.show_finding(weighed(store, finding), Beside())
    QTest.keyClicks(sheet.statement, "Two. ")
    sheet.show_finding(weighed(store, again(store, finding)), Beside())
    assert sheet.statement.words() == "Two. One."
    assert sheet.is_pending()
    sheet.show_finding(weighed(store, a_finding(store, visit, "Another.")), Beside())
    assert sheet.statement.words() == "Another."
    assert not sheet.is_pending()


def test_a_finding_that_lost_its_last_note_raises_the_alarm(qtbot: QtBot, look: Look, store: Store) -> None:
    sheet, visit = Sheet(look), a_visit(store)
    qtbot.addWidget(sheet)
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id,))
    notes.withdraw(store, note)
    sheet.show_finding(weighed(store, finding), Beside())
    assert "was withdrawn" in sheet.alarm.message.text()
    with qtbot.waitSignal(sheet.looked):
        sheet.stands.click()
