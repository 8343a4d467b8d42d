# SPDX-License-Identifier: MIT
"""A day and a time in one field with its calendar. Tab leaves it at once; the arrow keys go between its parts."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from ui.look import Look
from ui.widgets.day_edit import dress


class MomentField(QDateTimeEdit):
    """Local time, to the minute."""

    def __init__(self, look: Look) -> None:
        """Show this minute."""
        super().__init__(QDateTime.currentDateTime())
        self._look = look
        self.setDisplayFormat("d MMM yyyy HH:mm")
        self.setCalendarPopup(True)
        self._dress()
        look.changed.connect(self._dress)

    def set_now(self) -> None:
        """Show this minute again."""
        self.setDateTime(QDateTime.currentDateTime())

    def moment(self) -> datetime:
        """Return the moment shown, with its zone."""
        there = self.dateTime().toPython()
        assert isinstance(there, datetime)
        return there.astimezone()

    def changeEvent(self, event: QEvent) -> None:
        """Name the calendar's arrows again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()

    def _dress(self) -> None:
        dress(self, self._look)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next control: five parts would take five presses."""
        return QWidget.focusNextPrevChild(self, next)
