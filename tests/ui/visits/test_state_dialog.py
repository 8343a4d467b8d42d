# SPDX-License-Identifier: MIT
"""A visit's step through its dialog: side states need a reason, trouble keeps the dialog, steps are shown."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from storage.acts import visits
from storage.model.visit import Visit
from storage.store import Store
from tests.builders import a_visit, again
from tests.ui.shown import a_desk
from ui.look import Look
from ui.visits.state_dialog import StateDialog, state_line


def of(qtbot: QtBot, store: Store, look: Look, visit: Visit, home: Path) -> StateDialog:
    dialog = StateDialog(a_desk(store, look, home), again(store, visit))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_side_state_asks_for_a_reason_and_is_recorded_with_it(
    qtbot: QtBot, store: Store, look: Look, tmp_path: Path
) -> None:
    visit = a_visit(store)
    dialog = of(qtbot, store, look, visit, tmp_path)
    dialog.state.setCurrentIndex(dialog.state.findData("cancelled"))
    assert "Needed" in dialog.reason.placeholderText()
    assert "will not take place" in dialog.means.text()
    dialog.move_on.click()
    assert "needs a reason" in dialog.notice.message.text()
    assert dialog.isVisible()
    dialog.reason.setPlainText("The authority is flooded.")
    dialog.move_on.click()
    assert not dialog.isVisible()
    moved = again(store, visit)
    assert (moved.status, moved.state_reason) == ("cancelled", "The authority is flooded.")
    assert state_line(moved).startswith("Cancelled, ")
    assert state_line(moved).endswith(" · The authority is flooded.")


def test_a_step_is_taken_on_a_day_that_has_come_and_the_steps_are_listed(
    qtbot: QtBot, store: Store, look: Look, tmp_path: Path
) -> None:
    visit = a_visit(store)
    visits.move(store, visit, "packed", on=date(2018, 7, 9))
    dialog = of(qtbot, store, look, visit, tmp_path)
    assert dialog.steps.text() == "9 July 2018 · Packed"
    assert dialog.day.maximumDate() <= QDate.currentDate().addDays(1)
    dialog.state.setCurrentIndex(dialog.state.findData("on_site_day1"))
    dialog.day.setDate(QDate(2018, 7, 1))
    dialog.move_on.click()
    assert "lies before" in dialog.notice.message.text()
    dialog.day.setDate(QDate(2018, 7, 10))
    dialog.move_on.click()
    assert again(store, visit).state_on == "2018-07-10"


def test_a_visit_that_is_over_has_no_step_left(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> None:
    dialog = of(qtbot, store, look, a_visit(store, status="closed"), tmp_path)
    assert not dialog.move_on.isVisible()
    assert "Closed" in dialog.now.text()
