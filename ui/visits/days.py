# SPDX-License-Identifier: MIT
"""The first and the last day of a visit, as two fields that know of each other. The forms they stand in: forms.py."""

from datetime import date

from PySide6.QtCore import QDate, QObject

from storage.model import clock
from storage.model.visit import LONGEST
from ui.look import Look
from ui.widgets.day_edit import DayEdit

_EARLIEST = QDate(1990, 1, 1)
_AHEAD = 10
"""Years from now in which a visit may be planned: a wrong century is stopped where it is typed."""
_ISO = "yyyy-MM-dd"


class Days(QObject):
    """Two fields: the last day is never before the first, goes along with it, and is at most LONGEST days on."""

    def __init__(self, look: Look, first: date, last: date, parent: QObject) -> None:
        """Begin on two days."""
        super().__init__(parent)
        self.first, self.last = DayEdit(look, first), DayEdit(look, last)
        self.first.setDateRange(_EARLIEST, QDate(clock.now().year + _AHEAD, 12, 31))
        self._was = self.first.date()
        self.last.setDateRange(self._was, self._was.addDays(LONGEST - 1))
        self.first.dateChanged.connect(self._on_first)

    def fields(self) -> dict[str, object]:
        """Return the days as a visit has them: a date, or two with a stroke between them, and how many they are."""
        first, last = (edit.date().toString(_ISO) for edit in (self.first, self.last))
        count = self.first.date().daysTo(self.last.date()) + 1
        return {"dates": first if first == last else f"{first}/{last}", "days": count}

    def _on_first(self, day: QDate) -> None:
        """Take the last day along: the visit stays as long as it was."""
        length, self._was = self._was.daysTo(self.last.date()), day
        self.last.setDateRange(day, day.addDays(LONGEST - 1))
        self.last.setDate(day.addDays(length))
