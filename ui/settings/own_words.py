# SPDX-License-Identifier: MIT
"""The words a person taught the speller: listed, added, removed. What is right in either language: storage.spelling."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.acts import habits
from storage.errors import Trouble
from ui.desk import Desk
from ui.settings.habit_list import HabitList
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class OwnWords(QWidget):
    """Every change is kept at once."""

    kept = Signal()
    refused = Signal(object)
    """The Trouble why nothing was kept."""

    def __init__(self, desk: Desk) -> None:
        """Show what the store has."""
        super().__init__()
        self._desk = desk
        self.list, self.word, self.count = HabitList(desk.look), QLineEdit(), Label("", "small", "muted", wrap=True)
        self.add = Button(desk.look, N_("&Add the word"), "plus")
        self.remove = Button(desk.look, N_("&Remove"), "x")
        self._build()
        self.list.chosen.connect(self.word.setText)
        self.list.unwanted.connect(self._remove)
        self.word.textChanged.connect(self._on_typed)
        self.word.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self._say()
        self._show()
        self._on_typed()

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)

    def _known(self) -> tuple[str, ...]:
        return habits.own_words(self._desk.store)

    def _show(self) -> None:
        known = self._known()
        self.list.show_rows([(word, "") for word in known])
        count = ngettext("{count} word", "{count} words", len(known)).format(count=len(known))
        none = _(N_("None yet. In a note, the menu of an underlined word adds it here."))
        self.count.show_text(count if known else none)

    def _on_typed(self, _text: str = "") -> None:
        word, known = self.word.text().strip(), self._known()
        self.add.setEnabled(bool(word) and " " not in word and word not in known)
        self.remove.setEnabled(word in known)

    def _on_add(self) -> None:
        word = self.word.text().strip()
        if self.add.isEnabled() and self._keep((*self._known(), word)):
            self.list.choose(word)
            self.word.clear()
            self.word.setFocus()

    def _on_remove(self) -> None:
        self._remove(self.word.text().strip())

    def _remove(self, word: str) -> None:
        if self._keep([each for each in self._known() if each != word]):
            self.word.clear()

    def _keep(self, words: Collection[str]) -> bool:
        try:
            habits.keep_words(self._desk.store, words)
        except Trouble as trouble:
            self.refused.emit(trouble)
            return False
        self._show()
        self._on_typed()
        self.kept.emit()
        return True

    def _say(self) -> None:
        self.list.setAccessibleName(_(N_("Own words")))
        self.word.setAccessibleName(_(N_("Word")))

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, px(8), 0, 0)
        everything.setSpacing(px(8))
        everything.addWidget(self.list, 1)
        everything.addWidget(self.count)
        label = Label(N_("&Word"))
        label.setBuddy(self.word)
        everything.addWidget(label)
        everything.addWidget(self.word)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.add)
        everything.addLayout(row)
