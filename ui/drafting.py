# SPDX-License-Identifier: MIT
"""A letter that a page wants drafted is asked about where letters are drafted. The asking itself: ui/letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from ui.window import Window


class Drafting(QObject):
    """Goes to the letters of a visit, and has a letter asked about."""

    def __init__(self, window: Window) -> None:
        """Keep the window."""
        super().__init__(window)
        self._window = window

    def ask(self, visit_id: str, kind: str) -> None:
        """Put the visit on hand, show its letters and ask about drafting one of a type."""
        window = self._window
        if visit_id != window.visit_id:
            window.show_visit(visit_id)
        window.go("letters")
        letters = window.page("letters")
        draft = getattr(letters, "draft", None)
        if draft is not None:
            draft()
            types = getattr(getattr(letters, "dialog", None), "kind", None)
            if isinstance(types, QComboBox) and types.findData(kind) >= 0:
                types.setCurrentIndex(types.findData(kind))
