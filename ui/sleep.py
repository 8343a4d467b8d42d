# SPDX-License-Identifier: MIT
"""Notices that the machine sleeps, where the platform says so, or has slept: a beat was missed.

What follows from it: app.py.
"""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

BEAT_MS = 5_000
GAP_S = 60.0
"""A beat that comes so late was slept through; a busy machine is never that late."""


class Sleep(QObject):
    """Says once that the machine sleeps, or has just woken."""

    passed = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        """Begin to listen."""
        super().__init__(app)
        self._last = _since_boot()
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.beat)
        self._beat.start()
        app.applicationStateChanged.connect(self._on_state)

    def beat(self) -> None:
        """Look how long ago the last beat was."""
        before, self._last = self._last, _since_boot()
        if self._last - before > GAP_S:
            self.passed.emit()

    def stop(self) -> None:
        """Listen no longer."""
        self._beat.stop()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.passed.emit()


def _since_boot() -> float:
    """Return seconds of a clock that goes on while the machine sleeps, and that nobody can set."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):  # Linux; macOS, whose monotonic clock counts sleep
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()  # Windows counts sleep
