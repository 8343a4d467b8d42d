# SPDX-License-Identifier: MIT
"""Says when the keys have left a part of the screen for another. What is done then is the part's own affair."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget


class Leaving(QObject):
    """Watches one widget."""

    left = Signal()

    def __init__(self, room: QWidget) -> None:
        """Watch a widget with all that is in it."""
        super().__init__(room)
        self._room = room
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.left)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def rest(self) -> None:
        """Say nothing of what was left just now."""
        self._soon.stop()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        # Not at once: the click that takes the focus away must first reach the row it was meant for.
        if now is not None and _is_inside(before, self._room) and not _is_inside(now, self._room):
            self._soon.start(0)


def _is_inside(widget: QObject | None, room: QWidget) -> bool:
    """Say whether a widget belongs to the room, dialogs opened over it included."""
    while widget is not None and widget is not room:
        widget = widget.parent()
    return widget is room
