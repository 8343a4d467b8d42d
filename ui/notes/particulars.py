# SPDX-License-Identifier: MIT
"""The few fields that only notes of one kind have, asked for once the kind is chosen. Which: storage/model/particulars.

It knows no store; every other field is details.py's.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from resources.language import _
from storage.model.particulars import MOST, PARTICULARS, Asked, kept, pairs
from ui.look import Look
from ui.widgets.labels import Label


class Particulars(QWidget):
    """A line or two of fields; none for a kind that has none."""

    changed = Signal()
    """The person altered one."""

    def __init__(self, look: Look) -> None:
        """Ask for nothing yet."""
        super().__init__()
        self._look, self._kind, self._across = look, "", 0
        self._values: dict[str, str] = {}
        self.edits = tuple(QLineEdit() for _each in range(MOST))
        self._labels = tuple(Label() for _each in range(MOST))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for label, edit in zip(self._labels, self.edits, strict=True):
            label.setBuddy(edit)
            edit.textEdited.connect(self._on_edited)
        self.arrange(2)
        self.show_kind("")

    def show_kind(self, kind: str) -> None:
        """Ask for what notes of a kind have of their own; what was typed for another kind waits for its return."""
        self._kind = kind
        own = self._own()
        for at, (label, edit) in enumerate(zip(self._labels, self.edits, strict=True)):
            name = next(iter(list(own)[at : at + 1]), "")
            for part in (label, edit):
                part.setVisible(bool(name))
            label.say(own[name].name if name else "")
            edit.setText(self._values.get(name, ""))
            edit.setCursorPosition(0)
        self.setVisible(bool(own))
        self._say()

    def values(self) -> tuple[tuple[str, str], ...]:
        """Return what stands in the fields of this kind, (name, words) each, as a note keeps it."""
        tidy = {name: " ".join(words.split()) for name, words in self._values.items()}
        return kept(self._kind, tidy)

    def show_values(self, values: Any) -> None:
        """Show a note's particulars."""
        self._values = dict(pairs(values))
        self.show_kind(self._kind)

    def arrange(self, across: int) -> None:
        """Put so many fields side by side."""
        self._grid.setHorizontalSpacing(self._look.px(8))
        self._grid.setVerticalSpacing(self._look.px(8))
        for at, (label, edit) in enumerate(zip(self._labels, self.edits, strict=True)):
            row, column = divmod(at, across)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(edit, row, 2 * column + 1)
        self._grid.setColumnStretch(1, 3 if across == 2 else 1)
        self._grid.setColumnStretch(3, 2 if across == 2 else 0)

    def lock(self, locked: bool) -> None:
        """Only tell, or let alter too."""
        for edit in self.edits:
            edit.setReadOnly(locked)

    def changeEvent(self, event: QEvent) -> None:
        """Say the names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _own(self) -> Mapping[str, Asked]:
        return PARTICULARS.get(self._kind, {})

    def _say(self) -> None:
        for edit, asked in zip(self.edits, self._own().values(), strict=False):
            edit.setAccessibleName(_(asked.meaning))
            edit.setPlaceholderText(_(asked.meaning))
            edit.setToolTip(_(asked.meaning))

    def _on_edited(self, _words: str) -> None:
        for name, edit in zip(self._own(), self.edits, strict=False):
            self._values[name] = edit.text()
        self.changed.emit()
