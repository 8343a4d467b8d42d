# SPDX-License-Identifier: MIT
"""What a file shows is said field by field; words are told when they are left."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.model.case_review import CaseReview
from storage.model.ids import StreamId
from ui.cases.file_part import FilePart
from ui.look import Look


def a_review(**fields: Any) -> CaseReview:
    return CaseReview(id="r", stream_id=StreamId("s.d"), **fields)


def test_fields_show_a_review_and_say_what_is_chosen(qtbot: QtBot, look: Look) -> None:
    part = FilePart(look)
    qtbot.addWidget(part)
    part.show_review(a_review(features=(("risk", "no"),), outcome="worse", outcome_words="Moved twice."))
    assert part.features["risk"].currentText() == "No"
    assert part.outcome.currentText() == "Worse for the child"
    with qtbot.waitSignal(part.shown) as asked:
        part.features["voice"].setCurrentIndex(1)
        part.features["voice"].activated.emit(1)
    assert asked.args == ["voice", "yes"]
    with qtbot.waitSignal(part.amended) as asked:
        part.concern.click()
    assert asked.args == ["concern", True]


def test_words_are_told_when_left_and_stay_while_typed(qtbot: QtBot, look: Look) -> None:
    part = FilePart(look)
    qtbot.addWidget(part)
    with qtbot.waitActive(part):
        part.show()
        part.activateWindow()
    part.show_review(a_review())
    part.words.setFocus()
    QTest.keyClicks(part.words, "Settled.")
    part.show_review(a_review(outcome="better"))
    assert part.typed() == "Settled."
    assert part.is_unkept()
    with qtbot.waitSignal(part.amended) as asked:
        QTest.keyClick(part.words, Qt.Key.Key_Tab)
    assert asked.args == ["outcome_words", "Settled."]
