# SPDX-License-Identifier: MIT
"""What Arolwg put on the clipboard, so that locking can take it off again. What others put there is let be."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class Copied(QObject):
    """Listens to the clipboard as long as the application lives."""

    def __init__(self, app: QGuiApplication) -> None:
        """Begin to listen."""
        super().__init__(app)
        self._is_ours = False
        self._clipboard = app.clipboard()
        self._clipboard.dataChanged.connect(self._on_changed)

    def forget(self) -> None:
        """Empty the clipboard if what is on it came from here, and the selection of X11 likewise."""
        if self._is_ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()
            self._is_ours = False
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _on_changed(self) -> None:
        # Not every platform knows who owns it; where a window of ours has the keys, it was us.
        self._is_ours = self._clipboard.ownsClipboard() or QGuiApplication.focusWindow() is not None
