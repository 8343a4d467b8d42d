# SPDX-License-Identifier: MIT
"""What stands for a finding and what against it, side by side, how strong that is, and by which rule."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.queries.findings import Weighed
from ui.findings.rows import note_row
from ui.look import Look
from ui.models.finding_words import rests_on, strength_rule, strength_words
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.row_view import RowView


class NoteList(RowView):
    """Rows that Return opens and, where that is allowed, Delete takes away."""

    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, name: str, lines: int = 2) -> None:
        """Make the list, empty; a gettext key says what it holds."""
        super().__init__(look, lines)
        self._name = name
        self.setAccessibleName(_(name))
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete; the rest moves in the list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.removed.emit(self.rows.key(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(_(self._name))
        super().changeEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.key(index))


class Evidence(QWidget):
    """The two columns."""

    def __init__(self, look: Look) -> None:
        """Make both, empty."""
        super().__init__()
        self._look = look
        self.level, self.rule = Label("", "strong", wrap=True), Label("", "small", "muted", wrap=True)
        self.count = Label("", "small", "muted", wrap=True)
        self.supports = NoteList(look, N_("Notes for this finding"))
        self.contradicts = NoteList(look, N_("Notes against this finding"))
        self.add_for = Button(look, N_("Add fo&r"), "plus")
        self.add_against = Button(look, N_("Add a&gainst"), "minus")
        self._build()

    def show_finding(self, weighed: Weighed | None) -> None:
        """Show what a finding rests on; nothing for None."""
        self.level.show_text(strength_words(weighed.strength) if weighed else "")
        self.rule.show_text(strength_rule(weighed.strength) if weighed else "")
        self.count.show_text(rests_on(weighed) if weighed else "")
        self.count.setVisible(bool(weighed and weighed.strength.level != "none"))
        for side, notes in (
            (self.supports, weighed.supports if weighed else ()),
            (self.contradicts, weighed.contradicts if weighed else ()),
        ):
            side.rows.show([(note.id, note_row(note)) for note in notes])
            side.setEnabled(weighed is not None)
        for button in (self.add_for, self.add_against):
            button.setEnabled(weighed is not None)

    def _build(self) -> None:
        words, sides = QVBoxLayout(), QHBoxLayout()
        for label in (self.level, self.rule, self.count):
            words.addWidget(label)
        words.setSpacing(self._look.px(2))
        for title, notes, button in (
            (N_("For it"), self.supports, self.add_for),
            (N_("Against it"), self.contradicts, self.add_against),
        ):
            side, head = QVBoxLayout(), QHBoxLayout()
            head.addWidget(Label(title, "heading"), 1)
            head.addWidget(button)
            side.addLayout(head)
            side.addWidget(notes, 1)
            notes.setMinimumHeight(self._look.px(72))
            sides.addLayout(side, 1)
        sides.setSpacing(self._look.px(12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, self._look.px(8), 0, 0)
        whole.addLayout(words)
        whole.addLayout(sides, 1)
