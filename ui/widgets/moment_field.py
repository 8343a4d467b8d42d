# SPDX-License-Identifier: MIT
"""A day and a time in one field with its calendar. Tab leaves it at once; the arrow keys go between its parts."""

from datetime import datetime

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget


class MomentField(QDateTimeEdit):
    """Local time, to the minute."""

    def __init__(self) -> None:
        """Show this minute."""
        super().__init__(QDateTime.currentDateTime())
        self.setDisplayFormat("d MMM yyyy HH:mm")
        self.setCalendarPopup(True)

    def set_now(self) -> None:
        """Show this minute again."""
        self.setDateTime(QDateTime.currentDateTime())

    def moment(self) -> datetime:
        """Return the moment shown, with its zone."""
        there = self.dateTime().toPython()
        assert isinstance(there, datetime)
        return there.astimezone()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on to the next control: five parts would take five presses."""
        return QWidget.focusNextPrevChild(self, next)
