# SPDX-License-Identifier: MIT
"""Chips and picker together: what is linked, what is pending, and what a person asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.rubrics import rubric
from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_visit
from ui.look import Look
from ui.notes.editor_card import EditorCard
from ui.notes.linking import Linking


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> EditorCard:
    made = EditorCard(look)
    qtbot.addWidget(made)
    made.resize(480, 640)
    made.show()
    return made


@pytest.fixture
def linking(card: EditorCard, look: Look) -> Linking:
    made = Linking(look, card, card)
    made.offer([rubric(RUBRIC)])
    return made


def test_links_and_what_is_to_be_linked_are_chips(linking: Linking, card: EditorCard, store: Store) -> None:
    link = a_link(store, a_note(store, a_visit(store)))
    linking.show_areas([link], [f"{RUBRIC}:HR1"], fixed=False)
    assert [chip.text() for chip in card.chips.buttons()] == ["QA1", "HR1"]
    assert "Professional supervision" in card.chips.buttons()[0].accessibleName()


def test_an_area_of_a_rubric_that_is_not_here_is_still_shown(linking: Linking, card: EditorCard) -> None:
    linking.show_areas([], ["another-rubric:X1"], fixed=False)
    assert [chip.text() for chip in card.chips.buttons()] == ["X1"]


def test_selected_words_are_handed_on_with_what_is_picked(qtbot: QtBot, linking: Linking, card: EditorCard) -> None:
    card.page.show_text("no supervision")
    card.page.selectAll()
    linking.ask_for_selection()
    with qtbot.waitSignal(linking.wanted) as wanted:
        QTest.keyClick(linking.picker.field, Qt.Key.Key_Return)
    assert wanted.args == [f"{RUBRIC}:HR1", (0, 14)]
    linking.ask()
    with qtbot.waitSignal(linking.wanted) as wanted:
        QTest.keyClick(linking.picker.field, Qt.Key.Key_Return)
    assert wanted.args == [f"{RUBRIC}:HR1", None]


def test_unlinking_offers_only_what_is_linked(qtbot: QtBot, linking: Linking) -> None:
    linking.show_areas([], [f"{RUBRIC}:QA2"], fixed=False)
    linking.ask_to_unlink()
    assert linking.picker.list.model().rowCount() == 1
    with qtbot.waitSignal(linking.unwanted) as unwanted:
        QTest.keyClick(linking.picker.field, Qt.Key.Key_Return)
    assert unwanted.args == [f"{RUBRIC}:QA2"]
