# SPDX-License-Identifier: MIT
"""The words a person taught the speller: listed, added, removed. What is right in either language: storage.spelling."""

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit

from resources.language import N_, _, ngettext
from storage.acts import habits
from ui.desk import Desk
from ui.settings.habits_part import HabitsPart
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class OwnWords(HabitsPart):
    """A word a line."""

    def __init__(self, desk: Desk) -> None:
        """Show what the store has."""
        super().__init__(desk)
        self.word, self.count = QLineEdit(), Label("", "small", "muted", wrap=True)
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
        return self._attempt(lambda: habits.keep_words(self._desk.store, words))

    def _say(self) -> None:
        self.list.setAccessibleName(_(N_("Own words")))
        self.word.setAccessibleName(_(N_("Word")))

    def _build(self) -> None:
        label = Label(N_("&Word"))
        label.setBuddy(self.word)
        self._lay([self.count, label, self.word], (self.remove, self.add))
