# SPDX-License-Identifier: MIT
"""Notices that nobody has pressed a key or a button for some minutes. What follows from it: app.py."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_SIGNS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class Idle(QObject):
    """Watches the window that has the keys: a filter on the whole application would hear every paint."""

    passed = Signal()
    """The minutes are over."""

    def __init__(self, app: QGuiApplication, minutes: int) -> None:
        """Begin to watch; 0 minutes never pass."""
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.passed)
        self._watched: QWindow | None = None
        app.focusWindowChanged.connect(self._on_window)
        self.after(minutes)
        self._on_window(app.focusWindow())

    def after(self, minutes: int) -> None:
        """Let another number of minutes count."""
        self._minutes = minutes
        self._again()

    def soon(self) -> None:
        """Let it pass again in a minute: what should follow was not possible now."""
        if self._minutes > 0:
            self._timer.start(60_000)

    def stop(self) -> None:
        """Watch no longer."""
        self._minutes = 0
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at every sign of a person."""
        if event.type() in _SIGNS:
            self._again()
        return super().eventFilter(watched, event)

    def _again(self) -> None:
        self._timer.stop()
        if self._minutes > 0:
            self._timer.start(self._minutes * 60_000)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None and window is not self._watched:
            window.installEventFilter(self)  # twice on one window is once
            self._watched = window
