# SPDX-License-Identifier: MIT
"""The list of visits as a person uses it: begin with nothing, plan, find, open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.queries.visits import visit as visit_by_id
from storage.queries.visits import visits
from storage.store import Store
from tests.builders import a_note, a_visit, again, an_authority
from tests.ui.shown import a_desk
from ui.look import Look
from ui.visits.change_form import ChangeForm
from ui.visits.forms import AuthorityForm, VisitForm
from ui.visits.state_dialog import StateDialog
from ui.visits.visit_list import VisitList


@pytest.fixture
def shown(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> VisitList:
    made = VisitList(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_an_empty_store_leads_to_its_first_visit(shown: VisitList, store: Store) -> None:
    assert shown._pages.currentIndex() == 0
    shown._pages.currentWidget().button.click()
    form = shown._form
    assert isinstance(form, AuthorityForm)
    QTest.keyClicks(form.name, "Practice Borough Council")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert isinstance(shown._form, VisitForm)
    shown._form.accept_button.click()
    (planned,) = visits(store)
    assert planned.frameworks
    assert shown._pages.currentIndex() == 1
    assert shown.rows.currentIndex().row() == 1
    assert shown.about.who.text() == "Practice Borough Council"


def test_giving_up_the_authority_gives_up_the_visit(shown: VisitList, store: Store) -> None:
    shown.ask_visit()
    shown._form.reject()
    shown.ask_authority()
    QTest.keyClicks(shown._form.name, "Another")
    shown._form.accept_button.click()
    assert isinstance(shown._form, AuthorityForm)
    assert visits(store) == ()


def test_return_opens_the_visit_that_is_chosen(qtbot: QtBot, shown: VisitList, store: Store) -> None:
    council = an_authority(store)
    a_visit(store, council, dates="2018-07-10")
    old = a_visit(store, council, dates="2017-12-05")
    shown.rows.setFocus()
    QTest.keyClick(shown.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.visit_chosen) as chosen:
        shown.about.open.click()
    assert chosen.args == [old.id]
    with qtbot.waitSignal(shown.visit_chosen) as chosen:
        shown.rows.activated.emit(shown.rows.currentIndex())
    assert chosen.args == [old.id]


def test_what_is_recorded_elsewhere_is_counted_here(shown: VisitList, store: Store) -> None:
    visit = a_visit(store)
    a_note(store, visit)
    assert "1 note" in shown.rows.currentIndex().data()


def test_a_visit_moves_to_its_next_state(qtbot: QtBot, shown: VisitList, store: Store) -> None:
    visit = a_visit(store)
    shown.about.state.click()
    dialog = shown.findChild(StateDialog)
    assert dialog is not None
    dialog.move_on.click()
    assert visit_by_id(store, visit.id).status == "packed"
    assert shown.about._rows["State"][1].text().startswith("Packed, ")
    assert "Packed" in shown.rows.currentIndex().data()


def test_searching_narrows_the_list(qtbot: QtBot, shown: VisitList, store: Store) -> None:
    a_visit(store, an_authority(store, name="One Council"))
    a_visit(store, an_authority(store, name="Another Council"))
    QTest.keyClicks(shown.field, "another")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    QTest.keyClicks(shown.field, "zzz")
    qtbot.waitUntil(shown.none.isVisible)
    assert not shown.about.open.isVisible()


def test_a_narrow_window_keeps_the_list(shown: VisitList, store: Store, look: Look) -> None:
    a_visit(store)
    shown.resize(500, 400)
    assert not shown.about.isVisible()
    assert shown.rows.isVisible()
    shown.resize(1000, 640)
    look.wear("dark", 100)
    assert shown.about.isVisible()


def test_every_verb_has_keys_of_its_own(shown: VisitList) -> None:
    keys = [verb.keys for verb in shown.verbs()]
    assert len(set(keys)) == len(keys)


def test_a_visit_that_was_put_off_gets_other_days(shown: VisitList, store: Store) -> None:
    visit = a_visit(store, scope=("care planning", "placements"))
    shown.show_visit(visit.id)
    shown.about.change.click()
    form = shown._form
    assert isinstance(form, ChangeForm)
    assert form.days is not None
    form.days.first.setDate(QDate(2018, 9, 3))
    form.accept_button.click()
    changed = again(store, visit)
    assert (changed.dates, changed.days) == ("2018-09-03/2018-09-04", 2)
    assert (changed.scope, changed.frameworks) == (visit.scope, visit.frameworks)
    assert "3 to 4 September 2018" in shown.rows.currentIndex().data()
