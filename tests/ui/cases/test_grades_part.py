# SPDX-License-Identifier: MIT
"""A figure grades the criterion under the hand; the buttons say the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.model.case_review import CaseReview
from storage.model.ids import StreamId
from ui.cases.grades_part import GradesPart
from ui.look import Look
from ui.models.places import Place

PLACES = [Place("x-2018:QA1", "QA1 Supervision", "Quality"), Place("x-2018:QA2", "QA2 Timeliness", "Quality")]


@pytest.fixture
def part(qtbot: QtBot, look: Look) -> GradesPart:
    made = GradesPart(look)
    qtbot.addWidget(made)
    made.show()
    made.show_places(PLACES)
    made.show_review(CaseReview(id="r", stream_id=StreamId("s.d"), grades=(("x-2018:QA2", "secure"),)))
    return made


def test_figures_grade_and_nought_takes_away(qtbot: QtBot, part: GradesPart) -> None:
    for key, grade in ((Qt.Key.Key_1, "strength"), (Qt.Key.Key_5, "not_evidenced"), (Qt.Key.Key_0, "")):
        with qtbot.waitSignal(part.graded) as asked:
            QTest.keyClick(part.list, key)
        assert asked.args == ["x-2018:QA1", grade]
    QTest.keyClick(part.list, Qt.Key.Key_9)
    assert "Not graded" in str(part.rows.data(part.rows.index(0)))


def test_the_button_of_a_grade_that_stands_takes_it_away(qtbot: QtBot, part: GradesPart) -> None:
    part.list.setCurrentIndex(part.rows.index(1))
    assert part.scale["secure"].isChecked()
    with qtbot.waitSignal(part.graded) as asked:
        part.scale["secure"].click()
    assert asked.args == ["x-2018:QA2", ""]
    with qtbot.waitSignal(part.graded) as asked:
        part.scale["priority"].click()
    assert asked.args == ["x-2018:QA2", "priority"]
