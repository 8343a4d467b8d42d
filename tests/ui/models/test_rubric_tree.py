# SPDX-License-Identifier: MIT
"""A rubric as a tree with counts: true to Qt's rules, and open branches survive fresh counts."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from resources import language
from storage.model.rubric import Area, Criterion, Rubric
from ui.look import Look
from ui.models.rubric_tree import Role, RubricTree, Tally, spoken

RUBRIC = Rubric(
    name="trial-2026",
    title={"en": "Trial"},
    source="made up",
    areas=(
        Area(
            "1",
            {"en": "Records", "cy": "Cofnodion"},
            (Criterion("1.1", {"en": "Kept"}), Criterion("1.2", {"en": "Whole"})),
        ),
        Area("2", {"en": "Staff"}, (Criterion("2.1", {"en": "Enough"}),)),
        Area("3", {"en": "Bare"}, ()),
    ),
)
COUNTS = {"1.1": Tally(1, 2, 3), "1.2": Tally(0, 0, 1)}


@pytest.fixture
def tree() -> RubricTree:
    return RubricTree(RUBRIC, COUNTS)


def test_the_tree_keeps_qts_rules(tree: RubricTree, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tree, force_py=True)
    tree.show(None, {})
    qtmodeltester.check(tree, force_py=True)


def test_an_area_adds_its_criteria_up(tree: RubricTree) -> None:
    assert tree.tally("1") == Tally(1, 2, 4)
    assert tree.tally("2") == tree.tally("3") == tree.tally("no such code") == Tally()


def test_an_areas_own_count_stands_so_a_note_on_two_criteria_counts_once() -> None:
    assert RubricTree(RUBRIC, {**COUNTS, "1": Tally(1, 2, 3)}).tally("1") == Tally(1, 2, 3)


def test_a_code_is_found_at_either_level(tree: RubricTree) -> None:
    assert tree.index_of("1.2").data(Role.CODE) == "1.2"
    assert tree.index_of("1.2").parent() == tree.index_of("1")
    assert not tree.index_of("9").isValid()


def test_a_full_bar_is_the_most_on_its_level(tree: RubricTree) -> None:
    assert tree.index_of("1").data(Role.MOST) == 7
    assert tree.index_of("2.1").data(Role.MOST) == 6


def test_fresh_counts_leave_open_branches_open(tree: RubricTree, qtbot: QtBot) -> None:
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(tree)
    view.expand(tree.index_of("1"))
    with qtbot.assertNotEmitted(tree.modelReset):
        tree.show(RUBRIC, {"2.1": Tally(strength=1)})
    assert view.isExpanded(tree.index_of("1"))
    assert tree.index_of("2.1").siblingAtColumn(1).data() == "1"


def test_a_row_is_never_editable(tree: RubricTree) -> None:
    assert not tree.flags(tree.index_of("1.1")) & Qt.ItemFlag.ItemIsEditable
    assert tree.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_words_follow_the_language_and_fall_back_to_english(tree: RubricTree, look: Look) -> None:
    language.use("cy")
    assert tree.index_of("1").data() == "1 Cofnodion"
    assert tree.index_of("1.1").data() == "1.1 Kept"


def test_a_screen_reader_hears_what_the_bar_shows(tree: RubricTree) -> None:
    assert tree.index_of("1.2").data(Qt.ItemDataRole.AccessibleTextRole).startswith("1.2 Whole: 1 note: ")
    assert spoken(Tally()) == "not yet seen"
    assert spoken(Tally(1, 0, 2)) == "3 notes: strength 1, neutral 0, weakness 2"
