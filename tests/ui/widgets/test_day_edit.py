# SPDX-License-Identifier: MIT
"""A day and a time: the calendar wears our colours, its months follow the language, Tab leaves it at once."""

from datetime import date, time

from PySide6.QtCore import QLocale, QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look, speak
from ui.widgets.day_edit import DayEdit, TimeEdit

DAY = date(2018, 7, 3)


def test_the_calendar_wears_no_colours_of_its_own_in_either_theme(qtbot: QtBot, look: Look) -> None:
    field = DayEdit(look, DAY)
    qtbot.addWidget(field)
    for theme in ("light", "dark"):
        look.wear(theme)
        sunday = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color()
        assert sunday == look.colour("text")


def test_months_weeks_and_arrows_follow_the_language_while_they_are_shown(
    qtbot: QtBot, qapp: QApplication, look: Look
) -> None:
    screen, field = QWidget(), DayEdit(look, DAY)
    qtbot.addWidget(screen)
    QVBoxLayout(screen).addWidget(field)
    screen.show()
    speak(qapp, "en")
    before = field.calendarWidget().findChild(QToolButton, "qt_calendar_prevmonth").accessibleName()
    assert (field.text(), before) == ("3 Jul 2018", "Previous month")
    speak(qapp, "cy")
    try:
        assert field.text() == "3 Gorff 2018"
        assert field.calendarWidget().locale().language() == QLocale.Language.Welsh
        assert field.calendarWidget().findChild(QToolButton, "qt_calendar_prevmonth").accessibleName() != before
        later = DayEdit(look, DAY)
        qtbot.addWidget(later)
        assert later.text() == "3 Gorff 2018"
    finally:
        speak(qapp, "en")
    assert field.text() == "3 Jul 2018"
    assert field.calendarWidget().firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_tab_leaves_it_at_once(qtbot: QtBot, look: Look) -> None:
    screen, field, last = QWidget(), DayEdit(look, DAY), QLineEdit()
    qtbot.addWidget(screen)
    rows = QVBoxLayout(screen)
    rows.addWidget(field)
    rows.addWidget(last)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_the_arrows_of_a_time_have_room_and_step_it(qtbot: QtBot, look: Look) -> None:
    field = TimeEdit(look, time(9, 30))
    qtbot.addWidget(field)
    field.resize(look.px(160), field.sizeHint().height())
    field.show()
    side = look.px(12)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - side, field.height() // 4))
    assert field.time() == QTime(10, 30)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - side, field.height() * 3 // 4))
    assert field.time() == QTime(9, 30)
    assert field.lineEdit().geometry().right() < field.width() - side
    assert field.lineEdit().textMargins().left() == look.px(8)
