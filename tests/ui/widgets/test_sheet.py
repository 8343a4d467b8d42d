# SPDX-License-Identifier: MIT
"""A sheet fits its words, and any screen: what does not fit scrolls, and the buttons stay in reach."""

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from storage.errors import CannotKeep
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


def shown(qtbot: QtBot, look: Look, sentences: int) -> tuple[Sheet, Button, Label]:
    sheet, button = Sheet(look, "Members of the visit"), Button(look, "&Close")
    qtbot.addWidget(sheet)
    label = Label(wrap=True)
    label.show_text("Many words of one sentence that goes on. " * sentences)
    sheet.add(label)
    sheet.close_with(button)
    sheet.open()
    QApplication.processEvents()
    return sheet, button, label


def test_a_few_words_make_a_low_sheet_and_nothing_scrolls(qtbot: QtBot, look: Look) -> None:
    sheet, button, label = shown(qtbot, look, 3)
    assert sheet.height() < 300
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert label.height() >= label.heightForWidth(label.width())
    assert button.isVisible()


def test_more_words_make_it_higher(qtbot: QtBot, look: Look) -> None:
    sheet, _button, label = shown(qtbot, look, 1)
    before = sheet.height()
    label.show_text("Many words of one sentence that goes on. " * 20)
    sheet.fit()
    assert sheet.height() > before
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())


def test_at_200_percent_on_a_low_screen_it_scrolls_and_the_button_is_on_the_screen(qtbot: QtBot, look: Look) -> None:
    look.wear("light", 200)
    sheet, button, _label = shown(qtbot, look, 80)
    room = sheet.screen().availableSize()
    assert sheet.width() <= room.width()
    assert sheet.height() <= room.height()
    area = sheet.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert sheet.rect().contains(button.geometry())


def test_trouble_is_told_where_it_is_seen(qtbot: QtBot, look: Look) -> None:
    sheet, _button, _label = shown(qtbot, look, 300)
    area = sheet.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    sheet.tell(CannotKeep("The disk is full.", "Make room."))
    QApplication.processEvents()
    assert "The disk is full." in sheet.notice.message.text()
    assert sheet.notice.visibleRegion().boundingRect().height() == sheet.notice.height()


def test_fewer_words_make_it_lower_again_unless_a_person_made_it_higher(qtbot: QtBot, look: Look) -> None:
    sheet, _button, label = shown(qtbot, look, 30)
    high = sheet.height()
    label.show_text("Few.")
    sheet.fit()
    assert sheet.height() < high
    sheet.resize(sheet.width(), 600)
    sheet.fit()
    assert sheet.height() == 600


def test_work_that_begins_and_ends_moves_nothing(qtbot: QtBot, look: Look) -> None:
    sheet, button = Sheet(look, "Members of the visit"), Button(look, "&Close")
    qtbot.addWidget(sheet)
    line = ProgressLine(look)
    sheet.work_in(line)
    sheet.close_with(button)
    sheet.open()
    QApplication.processEvents()
    before = button.geometry()
    line.begin("Changing who sits here")
    QApplication.processEvents()
    assert button.geometry() == before
    assert sheet.rect().contains(line.geometry())
