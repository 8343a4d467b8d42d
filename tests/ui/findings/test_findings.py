# SPDX-License-Identifier: MIT
"""Findings as an inspector works on them: stated, weighed, moved on, never lost half-typed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage import undo
from storage.model.visit import Visit
from storage.queries.findings import findings_of_visit
from storage.store import Store
from tests.builders import RUBRIC, a_finding, a_link, a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.findings.findings import Findings
from ui.look import Look


@pytest.fixture
def visit(store: Store) -> Visit:
    return a_visit(store)


@pytest.fixture
def shown(qtbot: QtBot, store: Store, look: Look, visit: Visit, tmp_path: Path) -> Findings:
    made = Findings(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_visit(visit.id)
    return made


def test_a_finding_is_stated_by_keys(shown: Findings, store: Store, visit: Visit) -> None:
    shown.state()
    QTest.keyClicks(shown.sheet.statement, "Supervision is irregular.")
    QTest.keyClick(shown.sheet.statement, Qt.Key.Key_Tab)
    (stated,) = findings_of_visit(store, visit.id)
    assert (stated.statement, stated.polarity, stated.state) == ("Supervision is irregular.", "weakness", "hunch")
    assert shown.model.rowCount() == 1
    assert shown.sheet.agreement.state.isEnabled()


def test_a_finding_half_typed_is_kept_on_closing(shown: Findings, store: Store, visit: Visit) -> None:
    shown.state()
    QTest.keyClicks(shown.sheet.statement, "Supervision is irr")
    assert shown.may_close()
    assert [each.statement for each in findings_of_visit(store, visit.id)] == ["Supervision is irr"]


def test_what_is_recorded_meanwhile_does_not_take_the_words(shown: Findings, store: Store, visit: Visit) -> None:
    a_finding(store, visit, "Of another hand.")
    shown.state()
    QTest.keyClicks(shown.sheet.statement, "Supervision is irr")
    a_finding(store, visit, "And one more.")
    assert shown.sheet.statement.toPlainText() == "Supervision is irr"
    assert shown.model.rowCount() == 2


def test_notes_for_and_against_are_weighed(shown: Findings, store: Store, visit: Visit) -> None:
    speaking, other = a_note(store, visit, "No supervision.", source_kind="interview"), a_note(store, visit, "Monthly.")
    a_link(store, speaking)
    finding = a_finding(store, visit, areas=("QA1",))
    shown.writing.ask_for()
    assert "Interview" in shown.notes.list.currentIndex().data()  # what speaks to its area comes first
    QTest.keyClick(shown.notes.field, Qt.Key.Key_Return)
    shown.writing.ask_against()
    QTest.keyClicks(shown.notes.field, "monthly")
    QTest.keyClick(shown.notes.field, Qt.Key.Key_Return)
    now = again(store, finding)
    assert (now.supports, now.contradicts) == ((speaking.id,), (other.id,))
    assert shown.sheet.evidence.count.text() == "1 note · 1 kind of source · 1 against"
    behind = shown.sheet.evidence.supports
    behind.setCurrentIndex(behind.rows.index(0))
    QTest.keyClick(behind, Qt.Key.Key_Delete)
    assert again(store, finding).supports == ()


def test_a_note_is_never_both_for_and_against(shown: Findings, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    finding = a_finding(store, visit, contradicts=(note.id,))
    shown.writing.ask_for()
    shown.notes.picked.emit(note.id)
    assert (again(store, finding).supports, again(store, finding).contradicts) == ((note.id,), ())


def test_states_move_as_the_rules_allow_and_can_be_undone(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit)
    state = shown.sheet.agreement.state
    assert [state.itemData(at) for at in range(state.count())] == ["hunch", "proposed"]
    state.activated.emit(1)
    assert again(store, finding).state == "proposed"
    undo.undo(store)
    assert state.currentData() == "hunch"


def test_fields_and_areas_are_amended_at_once(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit)
    about = shown.sheet.about
    for name, value in (("direction", "deteriorated"), ("role", "systemic"), ("grade", "priority")):
        about.boxes[name].setCurrentIndex(about.boxes[name].findData(value))
        about.boxes[name].activated.emit(about.boxes[name].currentIndex())
    about.polarities["strength"].click()
    about.ticks["immediate"].setChecked(True)
    shown.areas.picked.emit(f"{RUBRIC}:QA1")
    now = again(store, finding)
    assert (now.direction, now.role, now.grade) == ("deteriorated", "systemic", "priority")
    assert (now.polarity, now.areas, now.immediate, now.systemic) == ("strength", ("QA1",), True, False)
    (chip,) = about.chips.buttons()
    assert "Professional supervision" in chip.accessibleName()
    chip.taken_off.emit("QA1")
    assert again(store, finding).areas == ()


def test_choosing_another_keeps_the_words_of_the_one_before(shown: Findings, store: Store, visit: Visit) -> None:
    first, second = a_finding(store, visit, "First."), a_finding(store, visit, "Second.")
    shown.sheet.statement.setFocus()
    shown.sheet.statement.selectAll()
    QTest.keyClicks(shown.sheet.statement, "First, reworded.")
    shown.rows.setFocus()
    shown.rows.setCurrentIndex(shown.model.index(1))
    assert again(store, first).statement == "First, reworded."
    assert shown.sheet.statement.toPlainText() == second.statement


def test_a_note_behind_is_opened_and_a_history_asked(qtbot: QtBot, shown: Findings, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    a_finding(store, visit, supports=(note.id,))
    with qtbot.waitSignal(shown.source_chosen) as chosen:
        shown.sheet.evidence.supports.activated.emit(shown.sheet.evidence.supports.rows.index(0))
    assert chosen.args == [f"note:{note.id}"]
    with qtbot.waitSignal(shown.history_asked):
        shown.sheet.history.click()


def test_without_a_visit_it_says_where_to_go(qtbot: QtBot, shown: Findings) -> None:
    shown.show_visit("")
    assert not any(verb.is_possible() for verb in shown.verbs())
    with qtbot.waitSignal(shown.page_wanted):
        shown._pages.currentWidget().button.click()


def test_a_narrow_window_puts_the_sheet_below(shown: Findings, look: Look) -> None:
    shown.resize(500, 700)
    assert shown._sides.orientation() == Qt.Orientation.Vertical
    look.wear("dark", 200)
    QApplication.processEvents()
    assert not shown.grab().isNull()


def test_a_finding_just_stated_is_in_sight_at_the_end_of_a_long_list(
    shown: Findings, store: Store, visit: Visit
) -> None:
    for number in range(30):
        a_finding(store, visit, f"Finding {number}.")
    shown.state()
    QTest.keyClicks(shown.sheet.statement, "The newest.")
    assert shown.may_close()
    row = shown.rows.visualRect(shown.rows.currentIndex())
    assert shown.rows.viewport().rect().contains(row)
    shown.rows.scrollToTop()
    a_finding(store, visit, "Of another hand.")
    assert shown.rows.verticalScrollBar().value() == 0
