# SPDX-License-Identifier: MIT
"""The tree says what is chosen by hand, and lets it go again by Escape or another press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.rubrics import rubric
from tests.builders import RUBRIC
from ui.look import Look
from ui.models.rubric_tree import Tally
from ui.widgets.coverage_tree import CoverageTree


@pytest.fixture
def tree(qtbot: QtBot, look: Look) -> CoverageTree:
    made = CoverageTree(look)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    made.show_rubric(rubric(RUBRIC), {"QA1": Tally(1, 2, 3)})
    return made


def test_a_press_chooses_and_another_lets_go(tree: CoverageTree) -> None:
    said: list[str] = []
    tree.chosen.connect(said.append)
    place = tree.visualRect(tree.model().index(0, 0)).center()
    for _press in range(3):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert said == ["HR", "", "HR"]


def test_escape_lets_go_and_return_opens(qtbot: QtBot, tree: CoverageTree) -> None:
    tree.choose("QA1")
    assert tree.code() == "QA1"
    with qtbot.waitSignal(tree.opened) as opened:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened.args == ["QA1"]
    with qtbot.waitSignal(tree.chosen) as chosen:
        QTest.keyClick(tree, Qt.Key.Key_Escape)
    assert chosen.args == [""]
    assert tree.code() == ""


def test_choosing_by_program_says_nothing_and_fresh_counts_keep_it(qtbot: QtBot, tree: CoverageTree) -> None:
    with qtbot.assertNotEmitted(tree.chosen):
        tree.choose("QA1")
        tree.collapse(tree.model().index(0, 0))
        tree.show_rubric(rubric(RUBRIC), {})
        assert tree.code() == "QA1"
        assert not tree.isExpanded(tree.model().index(0, 0))
        tree.choose("no such code")
        assert tree.code() == ""


def test_another_rubric_is_opened_wide(tree: CoverageTree) -> None:
    tree.show_rubric(rubric("ciw-four-principles-2023"), {})
    assert all(tree.isExpanded(tree.model().index(row, 0)) for row in range(tree.model().rowCount()))
    tree.show_rubric(None, {})
    assert tree.model().rowCount() == 0


def test_in_a_narrow_place_the_words_have_the_room(tree: CoverageTree) -> None:
    wide = tree.columnWidth(1)
    tree.resize(300, 500)
    assert tree.columnWidth(1) < wide
    assert tree.columnWidth(0) > 2 * tree.columnWidth(1)
