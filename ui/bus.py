# SPDX-License-Identifier: MIT
"""The one data signal of the window. What was touched travels on it; the data itself is asked of the queries."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Hand on what the store announces to whichever panels are alive."""

    recorded = Signal(object)
    """A storage Recorded: which changes, and where they came from."""

    def announce(self, recorded: object) -> None:
        """Pass the news on; given to the store as its listener."""
        self.recorded.emit(recorded)
