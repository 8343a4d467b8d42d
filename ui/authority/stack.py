# SPDX-License-Identifier: MIT
"""The overview of an authority and its parts, one on the other; a part is made when it is first looked at.

What each is made of: parts.py. What is done in it: deeds.py.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from ui.authority.overview import Overview
from ui.authority.part import PartView
from ui.authority.parts import SHAPES
from ui.authority.reading import Shown
from ui.look import Look

CODES = tuple(shape.code for shape in SHAPES)
"""Of the parts, in the order of their tabs; before them comes the overview."""


class PartStack(QStackedWidget):
    """One of them is seen, and only that one asks for room."""

    asked = Signal(str, str, str)
    """A part, a deed's code, and the key of the thing it is done with."""
    history_asked = Signal(str)
    """The key of the thing whose history is wanted."""

    def __init__(self, look: Look) -> None:
        """Make the overview, empty."""
        super().__init__()
        self._look, self._shown = look, Shown(())
        self._parts: dict[str, PartView] = {}
        self.overview = Overview(look, self)
        self.addWidget(self.overview)

    def __getitem__(self, code: str) -> PartView:
        """Return a part by its code, made if need be."""
        if code not in self._parts:
            view = self._parts[code] = PartView(self._look, SHAPES[CODES.index(code)], self)
            self.addWidget(view)
            view.asked.connect(self._on_asked)
            view.history_asked.connect(self.history_asked)
            self._fill(code)
        return self._parts[code]

    def show_record(self, shown: Shown) -> None:
        """Show an authority."""
        self._shown = shown
        self.overview.show_record(shown)
        for code in self._parts:
            self._fill(code)

    def look_at(self, at: int) -> None:
        """Show the overview for 0, else the part of that place."""
        seen = self[CODES[at - 1]] if at else self.overview
        for each in (self.overview, *self._parts.values()):
            high = QSizePolicy.Policy.Preferred if each is seen else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.setCurrentWidget(seen)

    def _fill(self, code: str) -> None:
        if self._shown.telling is not None:
            self._parts[code].show_rows(self._shown.rows[code], self._shown.telling.tell)

    def _on_asked(self, deed: str, key: str) -> None:
        part = next((code for code, each in self._parts.items() if each is self.sender()), "")
        if part:
            self.asked.emit(part, deed, key)
