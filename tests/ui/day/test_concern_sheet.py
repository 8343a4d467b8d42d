# SPDX-License-Identifier: MIT
"""The sheet of one matter asks for the one step that comes next, and for nothing else."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from storage.model.concern import Concern
from storage.model.ids import StreamId
from tests.builders import FakeClock
from ui.day.concern_sheet import ConcernSheet
from ui.look import Look

RAISED = Concern(id="1", stream_id=StreamId("s.d"), what="Words.", raised_at="2018-07-10T09:00:00.000Z")
STEPS = {
    "raised": (RAISED, {"role", "at"}),
    "told": (replace(RAISED, told_at="2018-07-10T09:10:00.000Z"), {"role", "at", "reference", "response"}),
    "acknowledged": (replace(RAISED, acknowledged_at="2018-07-10T09:20:00.000Z"), {"words"}),
    "outcome": (replace(RAISED, outcome_at="2018-07-10T09:30:00.000Z"), set()),
}


def test_each_state_asks_for_its_own_fields(qtbot: QtBot, look: Look, clock: FakeClock) -> None:
    sheet = ConcernSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_concern(None, "case D")
    assert {name for name, (_label, field) in sheet._rows.items() if field.isVisible()} == {"words", "case"}
    assert sheet.case.text() == "case D"
    for state, (seen, fields) in STEPS.items():
        sheet.show_concern(seen)
        assert seen.state == state
        assert {name for name, (_label, field) in sheet._rows.items() if field.isVisible()} == fields
        assert sheet.keep.isVisible() == bool(fields)


def test_the_lead_is_told_by_a_button_while_she_does_not_know(qtbot: QtBot, look: Look, clock: FakeClock) -> None:
    sheet = ConcernSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_concern(RAISED)
    with qtbot.waitSignal(sheet.lead_told):
        sheet.lead.click()
    sheet.show_concern(replace(RAISED, lead_told_at="2018-07-10T09:05:00.000Z"))
    assert not sheet.lead.isVisible()


def test_what_is_half_typed_survives_news_of_the_same_matter(qtbot: QtBot, look: Look, clock: FakeClock) -> None:
    sheet = ConcernSheet(look)
    qtbot.addWidget(sheet)
    sheet.show_concern(RAISED)
    sheet.role.setText("Head of")
    sheet.show_concern(replace(RAISED, what="Other words."))
    assert sheet.role.text() == "Head of"
    sheet.show_concern(STEPS["told"][0])
    assert sheet.role.text() == ""
