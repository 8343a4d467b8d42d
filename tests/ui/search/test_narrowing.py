# SPDX-License-Identifier: MIT
"""Filters and kept searches give way: to a narrow page in further lines, to a low one by being folded away."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.search.narrowing import Folding, Narrowing


def _both(qtbot: QtBot, look: Look) -> tuple[Narrowing, Folding]:
    made = Narrowing(look)
    fold = Folding(look, made)
    for each in (made, fold):
        qtbot.addWidget(each)
    made.resize(1000, 160)
    made.show()
    return made, fold


def test_boxes_stand_four_by_four_or_two_by_two(qtbot: QtBot, look: Look) -> None:
    made, _fold = _both(qtbot, look)
    for width, lines, is_under in ((1000, 2, False), (400, 4, True), (1000, 2, False)):
        made.resize(width, 400)
        QApplication.processEvents()
        assert len({box.y() for box in made.filters.boxes.values()}) == lines
        assert (made.keep.mapTo(made, QPoint()).y() > made.kept.geometry().bottom()) is is_under


def test_where_there_is_room_nothing_is_folded_away(qtbot: QtBot, look: Look) -> None:
    made, fold = _both(qtbot, look)
    fold.fit(look.px(500))
    assert made.isVisible()
    assert fold.isHidden()


def test_what_is_folded_away_is_a_key_away_and_says_whether_it_is_in_use(qtbot: QtBot, look: Look) -> None:
    made, fold = _both(qtbot, look)
    with qtbot.waitSignal(fold.folded):
        fold.fit(look.px(300))
    assert (made.isVisible(), fold.isHidden(), fold.is_low) == (False, False, True)
    QTest.keyClick(fold, Qt.Key.Key_Return)
    assert made.isVisible()
    fold.tell(is_narrowed=True)
    assert fold.accessibleName() == "Filters in use"
    fold.tell(is_narrowed=False)
    assert fold.accessibleName() == "Filters"
