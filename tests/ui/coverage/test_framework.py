# SPDX-License-Identifier: MIT
"""The framework as a page: counted anew when something is recorded, gaps reached by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.store import Store
from tests.builders import RUBRIC, a_link, a_note, a_visit
from tests.ui.shown import a_desk
from ui.coverage.framework import Framework
from ui.look import Look
from ui.models.rubric_tree import Role, Tally


@pytest.fixture
def shown(qtbot: QtBot, store: Store, look: Look, tmp_path: Path) -> Framework:
    made = Framework(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    return made


def test_a_link_made_elsewhere_is_counted_here(shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    shown.show_visit(visit.id)
    index = shown.tree.model().index_of("QA1")
    assert index.data(Role.TALLY) == Tally()
    a_link(store, a_note(store, visit, polarity="weakness"))
    assert index.data(Role.TALLY) == Tally(0, 0, 1)


def test_the_key_for_gaps_goes_round(shown: Framework, store: Store) -> None:
    visit = a_visit(store)
    a_link(store, a_note(store, visit), "HR1")
    shown.show_visit(visit.id)
    shown.next_gap()
    assert shown.tree.code() == "HR2"
    shown.next_gap()
    assert shown.tree.code() == "HR3"


def test_return_on_a_code_asks_for_its_notes(qtbot: QtBot, shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store).id)
    shown.tree.choose("QA1")
    with qtbot.waitSignal(shown.area_chosen) as chosen:
        QTest.keyClick(shown.tree, Qt.Key.Key_Return)
    assert chosen.args == ["QA1"]


def test_a_rubric_that_is_not_here_is_told_and_the_other_shown(shown: Framework, store: Store) -> None:
    shown.show_visit(a_visit(store, frameworks=("of-the-year-3000", RUBRIC)).id)
    assert "of-the-year-3000" in shown.notice.message.text()
    assert shown.box.rubric().name == RUBRIC


def test_without_a_visit_it_says_where_to_go(qtbot: QtBot, shown: Framework) -> None:
    shown.show_visit("")
    with qtbot.waitSignal(shown.page_wanted) as wanted:
        shown._pages.currentWidget().button.click()
    assert wanted.args == ["visits"]
    assert not any(verb.is_possible() for verb in shown.verbs())
