# SPDX-License-Identifier: MIT
"""One area's card: it asks for one's own rating first, for a settlement when all lies open, and says what is wrong."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.queries.claims import Ground
from storage.queries.ratings import Rated, Voice
from ui.findings.rating_card import RatingCard
from ui.look import Look

NONE = Voice("rhian", "Rhian", "lead", "none")
HIS = Voice("tomos", "Tomos", "second", "locked")


def rated(*voices: Voice, own: tuple[str, str] = ("", "")) -> Rated:
    return Rated("r", "QA", voices, own)


def test_it_asks_for_ones_own_rating_first(qtbot: QtBot, look: Look) -> None:
    card = RatingCard(look)
    qtbot.addWidget(card)
    card.show_area("QA Quality", rated(NONE, HIS), "rhian")
    card.grade.setCurrentIndex(card.grade.findData("priority"))
    card.why.setPlainText("Six of eight.")
    with qtbot.waitSignal(card.locked) as locked:
        card.deed.click()
    assert locked.args == ["priority", "Six of eight."]
    card.show_area("QA Quality", rated(NONE, HIS), "rhian")
    assert card.grade.currentData() == "priority"  # what comes in meanwhile leaves a choice alone
    assert card.stands() == ("priority", "Six of eight.")
    card.take("", "")
    assert card.stands() == ("", "")


def test_a_locked_rating_waits(qtbot: QtBot, look: Look) -> None:
    card = RatingCard(look)
    qtbot.addWidget(card)
    mine = Voice("rhian", "Rhian", "lead", "locked")
    card.show_area("QA", rated(mine, HIS, own=("priority", "Why")), "rhian")
    assert card.deed.isHidden()
    assert "Priority for improvement" in card.own.text()
    card.show_area("QA", rated(mine, HIS), "rhian")
    assert "cannot be opened from this one" in card.own.text()


def test_open_ratings_are_settled(qtbot: QtBot, look: Look) -> None:
    card = RatingCard(look)
    qtbot.addWidget(card)
    both = (Voice("rhian", "Rhian", "lead", "open", "priority"), Voice("tomos", "Tomos", "second", "open", "secure"))
    card.show_area("QA", rated(*both), "rhian")
    with qtbot.waitSignal(card.settled):
        card.deed.click()
    assert card.stage.text() == "Ratings differ"
    card.show_ground(Ground((), ()))
    assert card.level.text() == "No evidence"
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert card.grade.accessibleName() == "Grade"


def test_a_wrong_opening_is_told_loudly(qtbot: QtBot, look: Look) -> None:
    card = RatingCard(look)
    qtbot.addWidget(card)
    wrong = Voice("tomos", "Tomos", "second", "wrong")
    card.show_area("QA", rated(Voice("rhian", "Rhian", "lead", "open", "priority"), wrong), "rhian")
    assert "Tomos opened another rating" in card.alarm.message.text()
