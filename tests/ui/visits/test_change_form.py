# SPDX-License-Identifier: MIT
"""What a visit holds is shown, and only what was altered is given back."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import visits
from storage.store import Store
from tests.builders import a_visit, again
from ui.look import Look
from ui.visits.change_form import ChangeForm


def test_showing_a_visit_alters_nothing(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store, kind="of a newer version", scope=("care planning", "placements"), days=2)
    form = ChangeForm(look, visit)
    qtbot.addWidget(form)
    visits.amend(store, visit, **form.fields())
    assert again(store, visit) == visit


def test_kind_and_scope_are_altered(qtbot: QtBot, look: Look, store: Store) -> None:
    visit = a_visit(store)
    form = ChangeForm(look, visit)
    qtbot.addWidget(form)
    form.kind.setCurrentIndex(form.kind.findData("focused_inspection"))
    QTest.keyClicks(form.scope, "the front door")
    visits.amend(store, visit, **form.fields())
    assert (again(store, visit).kind, again(store, visit).scope) == ("focused_inspection", ("the front door",))


@pytest.mark.parametrize("dates", ["early December 2017", "2017-01/2017-02", "1800-07-10/2026-07-10", "", "soon"])
def test_dates_that_name_no_days_stay_as_they_are(qtbot: QtBot, look: Look, store: Store, dates: str) -> None:
    form = ChangeForm(look, a_visit(store, dates=dates))
    qtbot.addWidget(form)
    assert form.days is None
    assert "dates" not in form.fields()
