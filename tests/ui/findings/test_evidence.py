# SPDX-License-Identifier: MIT
"""Notes for and against stand side by side, with how strong they are and by which rule."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.queries.findings import weighed
from storage.store import Store
from tests.builders import a_finding, a_note, a_visit
from ui.findings.evidence import Evidence
from ui.look import Look


def test_two_columns_and_a_rule(qtbot: QtBot, look: Look, store: Store) -> None:
    shown, visit = Evidence(look), a_visit(store)
    qtbot.addWidget(shown)
    seen, said = a_note(store, visit), a_note(store, visit, source_kind="interview", observed=False)
    finding = a_finding(store, visit, supports=(seen.id, said.id), contradicts=(said.id,))
    shown.show_finding(weighed(store, finding))
    assert (shown.supports.rows.rowCount(), shown.contradicts.rows.rowCount()) == (2, 1)
    assert shown.level.text() == "Seen and heard · contradicted"
    assert shown.rule.text().startswith("Two kinds of source or more; something an inspector saw")
    shown.show_finding(None)
    assert not shown.add_for.isEnabled()
    assert shown.level.text() == ""


def test_keys_open_and_take_away(qtbot: QtBot, look: Look, store: Store) -> None:
    shown, visit = Evidence(look), a_visit(store)
    qtbot.addWidget(shown)
    note = a_note(store, visit)
    shown.show_finding(weighed(store, a_finding(store, visit, supports=(note.id,))))
    notes = shown.supports
    with qtbot.assertNotEmitted(notes.removed):
        QTest.keyClick(notes, Qt.Key.Key_Delete)  # nothing is chosen
    notes.setCurrentIndex(notes.rows.index(0))
    with qtbot.waitSignal(notes.removed) as removed:
        QTest.keyClick(notes, Qt.Key.Key_Delete)
    assert removed.args == [note.id]
    with qtbot.waitSignal(notes.opened) as opened:
        notes.activated.emit(notes.rows.index(0))
    assert opened.args == [note.id]
    QApplication.sendEvent(notes, QEvent(QEvent.Type.LanguageChange))
    assert notes.accessibleName() == "Notes for this finding"
