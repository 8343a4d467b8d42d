# SPDX-License-Identifier: MIT
"""A case is replaced only with a reason, and added only by its pseudonym."""

from pytestqt.qtbot import QtBot

from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit
from storage.store import Store
from tests.case_lists import a_sample
from tests.ui.cases.conftest import idle
from tests.ui.shown import words
from ui.cases.one_case import AddCase, ReplaceCase
from ui.desk import Desk


def test_a_reason_is_asked_for(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    sample = a_sample(store, visit)
    case = next(each for each in cases_of_visit(store, visit.id) if each.pseudonym == sample.drawn[0])
    dialog = ReplaceCase(desk, sample, case)
    qtbot.addWidget(dialog)
    assert not dialog.act.isEnabled()
    dialog.reason.setText("closed in March")
    assert dialog.act.isEnabled()
    with qtbot.waitSignal(dialog.replaced) as asked:
        dialog.on_act()
    idle(qtbot, desk)
    assert asked.args[0] in {each.pseudonym for each in cases_of_visit(store, visit.id)}


def test_a_case_is_added_by_its_pseudonym(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    dialog = AddCase(desk, visit)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name_field.setText("the red house")
    dialog.on_act()
    assert "A case has a number." in words(dialog)
    dialog.name_field.setText("case 12")
    dialog.selection.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.added):
        dialog.on_act()
    assert [(each.pseudonym, each.selection) for each in cases_of_visit(store, visit.id)] == [("CASE-12", "authority")]
