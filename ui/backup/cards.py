# SPDX-License-Identifier: MIT
"""The two cards of the page of backups: where they go, and the drill. They show and ask; page.py answers."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField

_HOURS = {1: N_("Every hour"), 4: N_("Every 4 hours"), 8: N_("Every 8 hours"), 24: N_("Once a day")}


class PlaceCard(Card):
    """Where backups go, how often, and the last one."""

    def __init__(self, look: Look) -> None:
        """Make the card; `show_place` fills it."""
        super().__init__(
            look,
            N_("Backups"),
            N_("Encrypted like the store, best on a stick that is kept apart from the laptop. The last five stay."),
        )
        self.folder, self.last = Label(wrap=True), Label(wrap=True)
        for label in (self.folder, self.last):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hours = QComboBox()
        for value, name in _HOURS.items():
            self.hours.addItem(_(name), value)
        self.often = Label(N_("When the folder is there, and when Arolwg &closes"))
        self.often.setBuddy(self.hours)
        self.choose = Button(look, N_("Choose a &folder…"), "folder-open")
        self.now = Button(look, N_("&Back up now"), "save", primary=True)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.often)
        row.addWidget(self.hours)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.now)
        for line in (row, buttons):
            line.addStretch(1)
        for label in (self.folder, self.last):
            self.body.addWidget(label)
        self.body.addLayout(row)
        self.body.addLayout(buttons)
        self._say()

    def show_place(self, folder: str, hours: int) -> None:
        """Show where backups go by themselves, and how often."""
        if folder:
            self.folder.say(N_("They go to {folder}"), folder=folder)
        else:
            self.folder.say(N_("No folder has been chosen yet."))
        at = self.hours.findData(hours)
        if at < 0:  # set by hand in the file: shown as it is
            self.hours.addItem(f"{hours} h", hours)
            at = self.hours.count() - 1
        self.hours.setCurrentIndex(at)

    def chosen_hours(self) -> int:
        """Return at most how often a backup is made by itself, in hours."""
        return int(self.hours.currentData())

    def changeEvent(self, event: QEvent) -> None:
        """Say the choices again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        for at in range(self.hours.count()):
            self.hours.setItemText(at, _(_HOURS.get(self.hours.itemData(at), self.hours.itemText(at))))
        self.hours.setAccessibleName(_(N_("How often")))


class DrillCard(Card):
    """Asks for the passphrase, and says what the last drill found."""

    def __init__(self, look: Look) -> None:
        """Make the card."""
        super().__init__(
            look,
            N_("Restore drill"),
            N_("The newest backup is really restored in a scratch place, opened, checked and compared; then removed."),
        )
        self.outcome = Notice(look)
        self.label = Label(N_("&Passphrase, or recovery code"))
        self.passphrase = PassphraseField(look, N_("Passphrase, or recovery code"))
        self.label.setBuddy(self.passphrase.edit)
        self.go = Button(look, N_("&Try it out"), "shield-check")
        row = QHBoxLayout()
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.go)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.label)
        self.body.addLayout(row)
