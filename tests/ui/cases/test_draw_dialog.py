# SPDX-License-Identifier: MIT
"""A sample is drawn before one's eyes and kept only by the button."""

import pytest
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from storage.model.visit import Visit
from storage.queries.samples import sample_of_visit
from storage.store import Store
from tests.case_lists import a_list
from tests.ui.cases.conftest import idle
from tests.ui.shown import words
from ui.cases.draw_dialog import DrawSample, _excluded
from ui.desk import Desk


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> DrawSample:
    made = DrawSample(desk, visit, a_list(store, visit))
    qtbot.addWidget(made)
    made.show()
    idle(qtbot, desk)
    return made


def drawn(qtbot: QtBot, dialog: DrawSample) -> int:
    qtbot.waitUntil(lambda: not dialog._pause.isActive() and dialog.desk.worker.busy() == 0)
    return len(dialog.found.draw.drawn) if dialog.found else 0


def test_the_draw_follows_what_is_asked(qtbot: QtBot, dialog: DrawSample, store: Store, visit: Visit) -> None:
    assert dialog.seed.text() == "2018-07-10"
    assert drawn(qtbot, dialog) == 12
    dialog.strata["team"].setChecked(True)
    dialog.how.setCurrentIndex(1)
    dialog.size_field.set_value(11)
    assert drawn(qtbot, dialog) == 31
    assert "East" not in words(dialog)
    assert "Disabled children: 11 were asked for, all 10 that there are were drawn." in words(dialog)
    dialog.table.selectRow(1)
    dialog.own.set_value(4)
    assert drawn(qtbot, dialog) == 24
    assert sample_of_visit(store, visit.id) is None
    dialog.on_act()
    idle(qtbot, dialog.desk)
    kept = sample_of_visit(store, visit.id)
    assert kept is not None
    assert kept.quotas == (("4", "East"),)


def test_nonsense_is_told_and_nothing_can_be_drawn(qtbot: QtBot, dialog: DrawSample) -> None:
    dialog.seed.setText("  ")
    assert drawn(qtbot, dialog) == 0
    assert "needs a seed" in words(dialog)
    assert not dialog.act.isEnabled()
    dialog.seed.setText("x")
    dialog.excluded.setPlainText("CASE-03")
    assert drawn(qtbot, dialog) == 0
    assert "without a reason" in words(dialog)


def test_lines_of_who_is_left_out_are_read_as_people_type_them() -> None:
    text = "CASE-03 known to us\n\nCase 4: sibling of another\ncase 05, – closed"
    assert _excluded(text, 2) == {"CASE-03": "known to us", "CASE-04": "sibling of another", "CASE-05": "closed"}
    with pytest.raises(Refused, match="names no case"):
        _excluded("the red house", 2)
