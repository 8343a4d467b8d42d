# SPDX-License-Identifier: MIT
"""A criterion is read in full: both languages, and what would show it; the tree says which is chosen."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_rubric
from ui.look import Look, speak
from ui.widgets.coverage_tree import CoverageTree
from ui.widgets.criterion_text import CriterionText, descriptors_of

GIVEN = a_rubric()


def test_a_criterion_stands_in_both_languages_with_what_would_show_it(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    text = CriterionText(look)
    qtbot.addWidget(text)
    text.show_place(GIVEN.criterion("X1"))
    assert text.words.text() == "X1 Plans are current"
    assert text.other.text() == "Plans are current (cy)"
    assert text.shows.text().endswith("\n– X1 is seen in files")
    speak(qapp, "cy")
    assert text.words.text() == "X1 Plans are current (cy)"
    speak(qapp, "en")
    text.show_place(GIVEN.areas[0])
    assert not text.shows.isVisible()
    text.show_place(None)
    assert not text.isVisible()


def test_descriptors_in_another_language_are_better_than_none() -> None:
    criterion = GIVEN.criterion("X1")
    assert criterion is not None
    assert descriptors_of(criterion) == ("X1 is seen in files",)
    assert descriptors_of(GIVEN.areas[0]) == ()


def test_the_tree_says_what_is_chosen_by_hand_or_not(qtbot: QtBot, look: Look) -> None:
    tree, text = CoverageTree(look), CriterionText(look)
    qtbot.addWidget(tree)
    qtbot.addWidget(text)
    tree.stood.connect(text.show_place)
    tree.show_rubric(GIVEN, {})
    tree.choose("X2")
    assert text.words.text() == "X2 Visits are on time"
    tree.choose("")
    assert not text.isVisible()
    tree.choose("X")
    tree.show_rubric(a_rubric("other-2026", X1="Other words"), {})
    tree.show_rubric(None, {})
    assert not text.isVisible()
