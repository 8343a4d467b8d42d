# SPDX-License-Identifier: MIT
"""The sheet before the window: other language and other theme in reach, closing said once, and only by the person."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import language
from storage.errors import CannotKeep
from ui.look import Look
from ui.unlock.front import Front


def test_the_other_language_and_theme_are_asked_for_by_what_they_are(qtbot: QtBot, look: Look) -> None:
    sheet = Front(look)
    qtbot.addWidget(sheet)
    assert sheet._other.text().strip() == "Cymraeg"
    assert sheet._theme.text().strip() == "Dark"
    with qtbot.waitSignal(sheet.language_asked) as asked:
        qtbot.mouseClick(sheet._other, Qt.MouseButton.LeftButton)
    assert asked.args == ["cy"]
    with qtbot.waitSignal(sheet.scheme_asked) as scheme:
        qtbot.mouseClick(sheet._theme, Qt.MouseButton.LeftButton)
    assert scheme.args == ["dark"]
    language.use("cy")
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
    assert sheet._other.text().strip() == "English"


def test_trouble_is_told_on_the_card(qtbot: QtBot, look: Look) -> None:
    sheet = Front(look)
    qtbot.addWidget(sheet)
    sheet.tell(CannotKeep("The disk is full.", "Make room."))
    assert sheet.notice.message.text() == "The disk is full."
    assert sheet.notice.advice.text() == "Make room."


def test_only_the_person_closes_it(qtbot: QtBot, look: Look) -> None:
    sheet = Front(look)
    qtbot.addWidget(sheet)
    with qtbot.waitSignal(sheet.closed):
        sheet.close()
    left = Front(look)
    with qtbot.assertNotEmitted(left.closed):
        left.leave()
