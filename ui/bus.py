# SPDX-License-Identifier: MIT
"""The data signals of the window. What was touched travels on it; the data itself is asked of the queries."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Hand on what the store announces to whichever panels are alive."""

    recorded = Signal(object)
    """A storage Recorded: which changes, and where they came from."""

    stood = Signal()
    """Receipts or parcels may say something new of where things are; no record was touched."""

    indexed = Signal()
    """Notes that came in a while ago are found from now on."""

    damaged = Signal()
    """The store's file is found damaged, and the person wants it made anew."""

    def announce(self, recorded: object) -> None:
        """Pass the news on; given to the store as its listener."""
        self.recorded.emit(recorded)
