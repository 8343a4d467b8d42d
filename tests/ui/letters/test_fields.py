# SPDX-License-Identifier: MIT
"""The dialogs' fields: a date in digits and in words, a choice, labels that lead to their fields."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from ui.letters.fields import DateField, FieldSheet, choice
from ui.look import Look


def test_a_day_typed_in_digits_is_written_out(qtbot: QtBot, look: Look) -> None:
    field = DateField(look, date(2018, 10, 12))
    qtbot.addWidget(field)
    field.show()
    assert field.written.text() == "12 October 2018"
    field.edit.setFocus()
    field.edit.setSelectedSection(field.edit.Section.DaySection)
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.day() == "2018-10-13"
    field.speak("cy")
    assert field.written.text() == "13 Hydref 2018"


def test_the_digits_have_room_to_be_seen(qtbot: QtBot, look: Look) -> None:
    field = DateField(look, date(2018, 10, 12))
    qtbot.addWidget(field)
    field.show()
    inner = field.edit.lineEdit()
    assert inner.width() >= inner.fontMetrics().horizontalAdvance("12/10/2018")


def test_every_field_has_a_label_that_leads_to_it(qtbot: QtBot, look: Look) -> None:
    sheet = FieldSheet(look, "Title", "&Do it")
    qtbot.addWidget(sheet)
    field = QLineEdit()
    sheet.ask("&Name", field, "A hint.")
    labels = {each.text(): each.buddy() for each in sheet.findChildren(QLabel)}
    assert labels["&Name"] is field
    assert field.accessibleName() == "Name"


def test_trouble_is_told_in_the_sheet(qtbot: QtBot, look: Look) -> None:
    sheet = FieldSheet(look, "Title", "&Do it")
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.tell(Refused("Not {word}.", "Try {word} again.", word="so"))
    assert sheet.notice.message.text() == "Not so."
    assert sheet.notice.advice.text() == "Try so again."


def test_a_choice_begins_on_what_was_chosen(qtbot: QtBot, look: Look) -> None:
    box = choice([("a", "One"), ("b", "Two")], "b")
    qtbot.addWidget(box)
    assert box.currentData() == "b"
    other = choice([("a", "One")], "unknown")
    qtbot.addWidget(other)
    assert other.currentData() == "a"
