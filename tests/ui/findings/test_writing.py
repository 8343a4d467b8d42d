# SPDX-License-Identifier: MIT
"""What is done on the sheet is recorded: agreed, measured, set aside, looked at, merged with a colleague's words."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import findings, notes
from storage.model.visit import Visit
from storage.queries.findings import agreements_to
from storage.store import Store
from tests.builders import a_finding, a_note, a_recommendation, a_visit, again, an_authority
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
    made.show_visit(visit.id)
    return made


def test_a_yes_is_given_and_taken_back(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit)
    shown.writing.agree()
    assert "hunch" in shown.notice.message.text()
    findings.move(store, finding, "proposed")
    shown.sheet.agreement.agree.click()
    (yes,) = agreements_to(store, finding)
    assert (yes.author, yes.present) == (store.me, True)
    shown.sheet.agreement.take_back.click()
    assert [each.present for each in agreements_to(store, finding)] == [False]


def test_it_is_set_aside_for_a_reason_only(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit)
    shown.sheet.agreement.aside.click()
    assert again(store, finding).state == "hunch"
    assert "for a reason" in shown.notice.message.text()
    shown.sheet.agreement.reason.setText("One case only.")
    shown.sheet.agreement.aside.click()
    assert again(store, finding).set_aside_because == "One case only."
    assert shown.sheet.agreement.reason.text() == ""


def test_a_finding_without_notes_is_looked_at(shown: Findings, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    finding = a_finding(store, visit, supports=(note.id,))
    notes.withdraw(store, note)
    assert shown.sheet.stands.isVisible()
    shown.sheet.stands.click()
    assert again(store, finding).looked_at == (note.id,)
    assert not shown.sheet.stands.isVisible()


def test_the_direction_is_measured_against_a_recommendation(
    qtbot: QtBot, store: Store, look: Look, tmp_path: Path
) -> None:
    council = an_authority(store)
    asked, visit = a_recommendation(store, council, title="Supervision"), a_visit(store, council)
    finding = a_finding(store, visit)
    shown = Findings(a_desk(store, look, tmp_path))
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_visit(visit.id)
    shown.sheet.tabs.setCurrentIndex(2)
    shown.sheet.about.measure.click()
    shown.earlier.picked.emit(asked.id)
    assert again(store, finding).earlier == asked.id
    assert shown.sheet.about.earlier.text() == "R1 Supervision"
    shown.earlier.dropped.emit(asked.id)
    assert again(store, finding).earlier == ""


def test_words_typed_while_a_colleagues_came_in_are_merged(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit, "Supervision is irregular.")
    shown.sheet.statement.setFocus()
    QTest.keyClicks(shown.sheet.statement, "Staff ")
    findings.amend(store, finding, statement="Supervision is irregular and thin.")
    assert shown.sheet.statement.words() == "Staff Supervision is irregular."
    assert shown.writing.keep()
    assert again(store, finding).statement == "Staff Supervision is irregular and thin."
    assert shown.sheet.statement.words() == "Staff Supervision is irregular and thin."


def test_the_impact_is_kept_with_the_statement(shown: Findings, store: Store, visit: Visit) -> None:
    finding = a_finding(store, visit)
    QTest.keyClicks(shown.sheet.about.impact, "Children wait.")
    assert shown.may_close()
    assert again(store, finding).impact == "Children wait."
