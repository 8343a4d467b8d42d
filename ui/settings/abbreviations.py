# SPDX-License-Identifier: MIT
"""A person's own abbreviations: what is typed, what it stands for, and how that will look in a note."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLineEdit

from resources.language import N_, _
from storage.acts import habits
from storage.shorthand import LONGEST, expansion, is_possible
from ui.desk import Desk
from ui.settings.habits_part import HabitsPart
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_BEFORE = N_("The ")
"""What stands before the abbreviation in the preview."""


class Abbreviations(HabitsPart):
    """What is typed and what it stands for, a line each."""

    def __init__(self, desk: Desk) -> None:
        """Show what the store has."""
        super().__init__(desk)
        self.short, self.words = QLineEdit(), QLineEdit()
        self.short.setMaxLength(LONGEST)
        self.preview = Label("", "small", "muted", wrap=True)
        self.keep = Button(desk.look, N_("&Keep it"), "check")
        self.remove = Button(desk.look, N_("&Remove"), "x")
        self._build()
        self.list.chosen.connect(self._on_chosen)
        self.list.unwanted.connect(self._remove)
        for field in (self.short, self.words):
            field.textChanged.connect(self._on_typed)
            field.returnPressed.connect(self._on_keep)
        self.keep.clicked.connect(self._on_keep)
        self.remove.clicked.connect(self._on_remove)
        self._say()
        self._show()
        self._on_typed()

    def _table(self) -> dict[str, str]:
        return habits.shorthand(self._desk.store)

    def _show(self) -> None:
        self.list.show_rows(sorted(self._table().items()))

    def _on_chosen(self, short: str) -> None:
        self.short.setText(short)
        self.words.setText(self._table().get(short, ""))

    def _on_typed(self, _text: str = "") -> None:
        short, words = self.short.text().strip().casefold(), " ".join(self.words.text().split())
        known, is_whole = self._table(), bool(words) and is_possible(short)
        self.keep.setEnabled(is_whole and known.get(short) != words)
        self.remove.setEnabled(short in known)
        self.preview.show_text(self._previewed(short, words) if is_whole else "")

    def _previewed(self, short: str, words: str) -> str:
        before = f"{_(_BEFORE)}{short}"
        made = expansion(before, {short: words})
        if made is None:
            return ""
        return _(N_("Typed “{typed} ”, a note says “{said} ”.")).format(typed=before, said=before[: -made[0]] + made[1])

    def _on_keep(self) -> None:
        if self.keep.isEnabled() and self._keep({**self._table(), self.short.text(): self.words.text()}):
            self.list.choose(self.short.text().strip().casefold())
            self.short.setFocus()
            self.short.selectAll()

    def _on_remove(self) -> None:
        self._remove(self.short.text().strip().casefold())

    def _remove(self, short: str) -> None:
        if self._keep({each: words for each, words in self._table().items() if each != short}):
            self.short.clear()
            self.words.clear()

    def _keep(self, table: Mapping[str, str]) -> bool:
        return self._attempt(lambda: habits.keep_shorthand(self._desk.store, table))

    def _say(self) -> None:
        self.list.setAccessibleName(_(N_("Abbreviations")))
        self.short.setAccessibleName(_(N_("Abbreviation")))
        self.words.setAccessibleName(_(N_("What it stands for")))
        self.short.setPlaceholderText(_(N_("sw")))
        self.words.setPlaceholderText(_(N_("social worker")))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(self._desk.look.px(8))
        for column, (key, field) in enumerate(
            ((N_("&Abbreviation"), self.short), (N_("Stands &for"), self.words)),
        ):
            label = Label(key)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(0, 1)
        self._lay([grid, self.preview], (self.remove, self.keep))
