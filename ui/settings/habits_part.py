# SPDX-License-Identifier: MIT
"""A list of one's own habits in the settings: shown, altered, kept at once. Which habits these are: its children."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from storage.errors import Trouble
from ui.desk import Desk
from ui.settings.habit_list import HabitList


class HabitsPart(QWidget):
    """Every change is kept at once."""

    kept = Signal()
    refused = Signal(object)
    """The Trouble why nothing was kept."""

    def __init__(self, desk: Desk) -> None:
        """Make the list, empty; a child builds itself around it."""
        super().__init__()
        self._desk, self.list = desk, HabitList(desk.look)

    def changeEvent(self, event: QEvent) -> None:
        """Say names and rows again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
            self._on_typed()
        super().changeEvent(event)

    def _attempt(self, keep: Callable[[], object]) -> bool:
        """Keep something, show what there is now, and say whether it went well."""
        try:
            keep()
        except Trouble as trouble:
            self.refused.emit(trouble)
            return False
        self._show()
        self._on_typed()
        self.kept.emit()
        return True

    def _lay(self, parts: list[QWidget | QLayout], buttons: tuple[QWidget, QWidget]) -> None:
        """Put the list first, then the parts, then what takes away at the left and what keeps at the right."""
        column, row, px = QVBoxLayout(self), QHBoxLayout(), self._desk.look.px
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.list, 1)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        row.addWidget(buttons[0])
        row.addStretch(1)
        row.addWidget(buttons[1])
        column.addLayout(row)

    def _show(self) -> None:
        """Show what the store has; a child says how."""

    def _say(self) -> None:
        """Say the names of fields; a child says them."""

    def _on_typed(self, _text: str = "") -> None:
        """Allow what can be done with what is typed; a child knows."""
