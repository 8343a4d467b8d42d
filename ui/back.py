# SPDX-License-Identifier: MIT
"""Back to where one was: the page before this one, with the keys where they were on it. What pages are: window.py."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.window import Window


class Back(QObject):
    """Remembers a window's last two pages, and which part of each had the keys."""

    def __init__(self, window: "Window") -> None:
        """Watch a window's pages."""
        super().__init__(window)
        self._window = window
        self._here = self._before = ""
        self._keys: dict[str, QWidget] = {}
        window.stack.currentChanged.connect(self._on_page)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def go(self) -> None:
        """Go to the page before this one; once more comes back here."""
        if self.is_possible():
            code = self._before
            keys = self._keys.get(code)
            self._window.go(code)
            if keys is not None:
                with suppress(RuntimeError):  # it may have gone since
                    keys.setFocus()

    def is_possible(self) -> bool:
        """Say whether there was a page before this one."""
        return bool(self._before)

    def _on_page(self, _at: int) -> None:
        code = self._code()
        if code != self._here:
            self._before, self._here = self._here, code

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        panel = self._window.current
        if now is not None and panel is not None and panel.isAncestorOf(now):
            self._keys[self._code()] = now

    def _code(self) -> str:
        current = self._window.current
        return next((code for code, panel in self._window.panels.items() if panel is current), "")
