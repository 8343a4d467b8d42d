# SPDX-License-Identifier: MIT
"""The box is there only where there is a choice, and keeps it in another language."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources import language
from storage.rubrics import rubrics
from ui.look import Look
from ui.widgets.rubric_box import RubricBox


def test_one_rubric_is_no_choice(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = RubricBox()
    QVBoxLayout(window).addWidget(box)
    window.show()
    box.offer(rubrics()[:1])
    assert not box.isVisible()
    assert box.rubric() == rubrics()[0]
    box.offer(rubrics())
    assert box.isVisible()
    box.offer(())
    assert box.rubric() is None


def test_a_choice_is_said_and_kept_in_another_language(qtbot: QtBot, look: Look) -> None:
    box, given = RubricBox(), rubrics()
    qtbot.addWidget(box)
    box.offer(given)
    with qtbot.waitSignal(box.chosen):
        box.choose(given[1].name)
    language.use("cy")
    with qtbot.assertNotEmitted(box.chosen):
        QApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))
        box.offer(tuple(given))
    assert box.rubric() == given[1]
    assert box.currentText() == given[1].title["cy"]
