# SPDX-License-Identifier: MIT
"""The framework beside the notes names what nobody has seen."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language
from storage.rubrics import rubric
from tests.builders import RUBRIC
from ui.look import Look
from ui.models.rubric_tree import Tally
from ui.notes.framework_card import FrameworkCard


def test_gaps_are_counted_and_named(qtbot: QtBot, look: Look) -> None:
    card = FrameworkCard(look)
    qtbot.addWidget(card)
    given = rubric(RUBRIC)
    card.box.offer([given])
    codes = [each.code for area in given.areas for each in area.criteria]
    card.show_counts({code: Tally(1) for code in codes if code not in ("HR7", "QA2")})
    assert card.seen.text() == f"{len(codes) - 2} of {len(codes)} seen"
    assert card.gaps.text() == "2 not yet seen: HR7, QA2"
    card.show_counts({code: Tally(1) for code in codes})
    assert card.gaps.text() == "Every criterion has been seen."


def test_choosing_a_code_is_said(qtbot: QtBot, look: Look) -> None:
    card = FrameworkCard(look)
    qtbot.addWidget(card)
    card.box.offer([rubric(RUBRIC)])
    card.show_counts({})
    with qtbot.waitSignal(card.area_chosen) as chosen:
        card.tree.setCurrentIndex(card.tree.model().index(1, 0))
    assert chosen.args == ["QA"]


def test_titles_speak_another_language(qtbot: QtBot, look: Look) -> None:
    card = FrameworkCard(look)
    qtbot.addWidget(card)
    card.box.offer([rubric(RUBRIC)])
    card.show_counts({})
    language.use("cy")
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert "Adnoddau dynol" in card.tree.model().index(0, 0).data()
