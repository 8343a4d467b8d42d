# SPDX-License-Identifier: MIT
"""A day to type or to choose in a calendar that wears our colours, and a time of day. Months as look.speak says.

A day with a time: moment_field.py. A day written out as a letter will have it: ui/letters/fields.py.
"""

from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTime
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QDateTimeEdit, QTimeEdit, QToolButton, QWidget

from resources.language import N_, _
from ui.look import Look
from ui.widgets.icons import icon

_ARROWS = (("prev", "chevron-left", N_("Previous month")), ("next", "chevron-right", N_("Next month")))


class DayEdit(QDateEdit):
    """One day, shown as "3 Jul 2018", or "3 Gorff 2018"."""

    def __init__(self, look: Look, day: date | None = None) -> None:
        """Begin on a day, or where Qt does."""
        super().__init__()
        self._look = look
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self._dress()
        look.changed.connect(self._dress)

    def changeEvent(self, event: QEvent) -> None:
        """Name the calendar's arrows again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next control: three parts would take three presses. The arrow keys go between them."""
        return QWidget.focusNextPrevChild(self, next)

    def _dress(self) -> None:
        dress(self, self._look)


class TimeEdit(QTimeEdit):
    """A time of day to the minute, "09:30"."""

    def __init__(self, look: Look, at: time = time()) -> None:
        """Begin on a time."""
        super().__init__(QTime(at.hour, at.minute))
        self._look = look
        self.setDisplayFormat("HH:mm")
        self._dress()
        look.changed.connect(self._dress)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next control, as a day does."""
        return QWidget.focusNextPrevChild(self, next)

    def _dress(self) -> None:
        # A style sheet's padding moves the words of a field with arrows at the right only.
        self.lineEdit().setTextMargins(self._look.px(8), 0, 0, 0)


def dress(field: QDateTimeEdit, look: Look) -> None:
    """Give a field's calendar our own colours and outlines in place of Qt's red weekends and black arrows."""
    calendar, plain = field.calendarWidget(), QTextCharFormat()
    plain.setForeground(look.colour("text"))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    for name, outline, key in _ARROWS:
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if isinstance(button, QToolButton):
            button.setIcon(icon(look, outline, "muted"))
            button.setAccessibleName(_(key))
    _give_room(calendar, look)


def _give_room(calendar: QCalendarWidget, look: Look) -> None:
    """Let every weekday's name and the sixth week be seen: Qt reckons without the style sheet."""
    calendar.setMinimumSize(0, 0)
    metrics, short = calendar.fontMetrics(), QLocale.FormatType.ShortFormat
    widest = max(metrics.horizontalAdvance(calendar.locale().dayName(day, short)) for day in range(1, 8))
    high = calendar.sizeHint().height() + 2 * metrics.height()
    calendar.setMinimumSize(7 * (widest + look.px(18)) + look.px(16), high)
