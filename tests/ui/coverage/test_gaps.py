# SPDX-License-Identifier: MIT
"""Gaps: what nobody has seen before what rests on one note only."""

from pytestqt.qtbot import QtBot

from storage.rubrics import rubric
from tests.builders import RUBRIC
from ui.coverage.gaps import Gaps
from ui.look import Look
from ui.models.rubric_tree import Tally


def test_the_unseen_come_first(qtbot: QtBot, look: Look) -> None:
    gaps, given = Gaps(look), rubric(RUBRIC)
    qtbot.addWidget(gaps)
    codes = [each.code for area in given.areas for each in area.criteria]
    counts = {code: Tally(2) for code in codes} | {"HR1": Tally(0, 0, 1), "QA2": Tally()}
    gaps.show_gaps(given, counts)
    assert [gaps.model.index(row).data()[:3] for row in range(gaps.model.rowCount())] == ["QA2", "HR1"]
    assert gaps.codes == ["QA2"]
    assert gaps.after("QA2") == "QA2"
    assert gaps.count.text() == "1 not yet seen"


def test_choosing_and_opening_are_said(qtbot: QtBot, look: Look) -> None:
    gaps = Gaps(look)
    qtbot.addWidget(gaps)
    gaps.show_gaps(rubric(RUBRIC), {})
    with qtbot.waitSignals([gaps.chosen, gaps.area_asked]):
        gaps.rows.setCurrentIndex(gaps.model.index(3))
        gaps.rows.activated.emit(gaps.model.index(3))


def test_nothing_missing_is_good_news(qtbot: QtBot, look: Look) -> None:
    gaps, given = Gaps(look), rubric(RUBRIC)
    qtbot.addWidget(gaps)
    gaps.show()
    gaps.show_gaps(given, {each.code: Tally(2) for area in given.areas for each in area.criteria})
    assert gaps.none.isVisible()
    assert gaps.after("") == ""
