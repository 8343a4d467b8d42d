# SPDX-License-Identifier: MIT
"""Days are typed as people write them; lateness is told with its sum."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.queries.reviews import Check
from ui.cases.times_part import TimesPart
from ui.look import Look, speak

TODAY = date(2018, 7, 10)


def test_a_day_typed_in_words_is_reckoned_with(qtbot: QtBot, look: Look) -> None:
    part = TimesPart(look)
    qtbot.addWidget(part)
    line = part.lines["supervision"]
    part.show_checks((Check("supervision", "2018-05-01", 4, "weeks", ""),), TODAY, {"supervision"})
    assert line.result.text().startswith("not done: 42 days late")
    line.done.setText("12 June 2018")
    with qtbot.waitSignal(part.checked) as asked:
        line.done.editingFinished.emit()
    assert asked.args == [Check("supervision", "2018-05-01", 4, "weeks", "2018-06-12")]
    part.show_checks((asked.args[0],), TODAY, {"supervision"})
    assert line.result.text() == "done late: 14 days late (1 May 2018 + 4 weeks = 29 May 2018)"
    assert line.result.property("tone") == "warn"


def test_what_is_no_day_is_marked_and_asked_for_again(qtbot: QtBot, look: Look) -> None:
    part = TimesPart(look)
    qtbot.addWidget(part)
    line = part.lines["review"]
    line.base.setText("soonish")
    with qtbot.assertNotEmitted(part.checked):
        line.base.editingFinished.emit()
    assert line.base.property("wrong") is True
    assert "This is no day" in line.result.text()


def test_nothing_altered_asks_for_nothing(qtbot: QtBot, look: Look) -> None:
    part = TimesPart(look)
    qtbot.addWidget(part)
    part.show_checks((Check("review", "2018-01-10", 6, "months", "2018-07-01"),), TODAY, ())
    assert part.lines["review"].result.text().startswith("in time")
    with qtbot.assertNotEmitted(part.checked):
        part.lines["review"].done.editingFinished.emit()


def test_what_nobody_has_said_is_not_called_late_and_return_says_that_it_was_not_done(qtbot: QtBot, look: Look) -> None:
    part = TimesPart(look)
    qtbot.addWidget(part)
    check = Check("assessment", "2018-03-07", 42, "working_days", "")
    part.show_checks((check,), TODAY, ())
    line = part.lines["assessment"]
    assert line.result.text() == "nothing said yet (7 March 2018 + 42 working days = 9 May 2018)"
    assert line.result.property("tone") == "muted"
    with qtbot.waitSignal(part.checked) as asked:
        line.done.returnPressed.emit()
    assert asked.args == [check]
    part.show_checks((check,), TODAY, {"assessment"})
    assert line.result.text().startswith("not done: 62 days late")


@pytest.mark.parametrize("code", ["en", "cy"])
def test_days_and_units_stand_there_as_people_write_them_and_showing_alters_nothing(
    qtbot: QtBot, qapp: QApplication, look: Look, code: str
) -> None:
    part = TimesPart(look)
    qtbot.addWidget(part)
    speak(qapp, code)
    line = part.lines["review"]
    for month in range(1, 13):
        check = Check("review", f"2018-{month:02}-15", 1, "months", "")
        part.show_checks((check,), TODAY, ())
        assert line.base.text().startswith("15 ")
        with qtbot.assertNotEmitted(part.checked):
            line.base.editingFinished.emit()
    assert line.unit.currentText() == {"en": "month", "cy": "mis"}[code]
    part.show_checks((Check("review", "2018-01-15", 6, "months", ""),), TODAY, ())
    assert line.unit.currentText() == {"en": "months", "cy": "mis"}[code]
