# SPDX-License-Identifier: MIT
"""The page of backups: where they go, one made now or by itself, and the drill. The work itself: storage.

It is made soon after the window is shown and lives as long, so the backups that come by themselves are here too.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy

from resources.language import N_, _
from storage.backup import Backup, backing_up, last, looking
from storage.drill import Drilled, drilling, last_drill
from storage.errors import Trouble
from storage.job import AnyJob
from ui.backup.cards import DrillCard, PlaceCard
from ui.backup.officers_dialog import OfficersDialog
from ui.backup.words import of_backup, of_drill
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.panel import Panel, Verb
from ui.widgets.progress_line import ProgressLine

LOOK_MS = 60_000
"""How often it looks whether the folder is there and a backup is due."""


class Backups(Panel):
    """One backup or drill at a time; each can be stopped."""

    settings_wanted = Signal(object)
    """The Settings chosen."""
    said = Signal(str)
    """A passing message, translated."""

    def __init__(self, desk: Desk) -> None:
        """Build the page and begin to look after backups."""
        super().__init__(desk)
        self.place, self.drill = PlaceCard(desk.look), DrillCard(desk.look)
        self.progress = ProgressLine(desk.look)
        self.doing, self._looker = Doing(desk, self.progress, self, aside=True), Doing(desk, None, self, aside=True)
        self._told_of = ""
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self.look_after)
        self._clock.start()
        self._build()
        desk.look.changed.connect(self._fit)
        self._fit()
        self.refresh()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        return (
            Verb(N_("Back up now"), "F7", "file", self.back_up, self.can_back_up, "save"),
            Verb(N_("Try a backup out"), "F8", "file", self.try_out, self.can_try_out, "shield-check"),
            Verb(N_("Recovery officers…"), "Ctrl+Shift+F1", "file", self.ask_officers, icon="users"),
        )

    def refresh(self) -> None:
        """Show where backups go, the last one, and what the last drill found."""
        store, settings = self.desk.store, self.desk.settings
        self.place.show_place(settings.backup_folder, settings.backup_hours)
        made = last(store)
        self.place.last.show_text(of_backup(made))
        self.place.last.set_tone("" if made else "warn")
        self.drill.outcome.tell(*of_drill(last_drill(store)))
        self._allow()

    def can_back_up(self) -> bool:
        """Say whether a backup can begin: a folder was chosen, and nothing is under way."""
        return (
            not self.doing.is_busy() and self.desk.store.folder is not None and bool(self.desk.settings.backup_folder)
        )

    def can_try_out(self) -> bool:
        """Say whether there is a backup to try, and nothing under way."""
        return not self.doing.is_busy() and last(self.desk.store) is not None

    def back_up(self) -> None:
        """Make a backup now."""
        if self.can_back_up():
            self._start(backing_up(self._folder()), N_("Making a backup"), self._on_made)

    def try_out(self) -> None:
        """Really restore the newest backup in a scratch place and compare it; ask for the passphrase first."""
        if not self.drill.passphrase.text():
            self.drill.passphrase.setFocus()
            return
        made = last(self.desk.store)
        if made is not None and self.can_try_out():
            secret = self.drill.passphrase.text()
            self.drill.passphrase.clear()
            self._start(drilling(secret, Path(made.file)), N_("Trying the backup out"), self._on_tried)

    def ask_officers(self) -> None:
        """Show the recovery officers: appoint them, rehearse, help a colleague."""
        OfficersDialog(self.desk, self).open()

    def look_after(self) -> None:
        """Make a backup when one is due and its folder is there; looking is done elsewhere, for a disk may sleep."""
        if self.can_back_up() and not self._looker.is_busy():
            self._looker.start(looking(self._folder(), self.desk.settings.backup_hours), "", self._on_looked)

    def choose_folder(self) -> None:
        """Ask where backups shall go."""
        chosen = QFileDialog.getExistingDirectory(self, _(N_("Where backups go")), self.desk.settings.backup_folder)
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path) -> None:
        """Let backups go to a folder from now on, beginning with one now."""
        self.settings_wanted.emit(replace(self.desk.settings, backup_folder=str(folder)))
        self.refresh()
        self.back_up()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _folder(self) -> Path:
        return Path(self.desk.settings.backup_folder)

    def _start(self, job: AnyJob, key: str, answer: Callable[[Any], object]) -> None:
        self.notice.hide()
        self.doing.start(job, key, answer)
        self._allow()

    def _allow(self) -> None:
        self.place.now.setEnabled(self.can_back_up())
        self.drill.go.setEnabled(self.can_try_out())

    def _on_looked(self, is_wanted: bool) -> None:
        if is_wanted:
            self.back_up()

    def _on_made(self, made: Backup) -> None:
        self._told_of = ""
        self.said.emit(_(N_("A backup was made in {folder}.")).format(folder=made.folder))

    def _on_tried(self, outcome: Drilled) -> None:
        self.said.emit(of_drill(outcome)[0])

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        if str(trouble) != self._told_of:  # the same refusal every minute would be a nuisance
            self._told_of = str(trouble)
            self.said.emit(told(trouble)[0])

    def _on_hours(self) -> None:
        self.settings_wanted.emit(replace(self.desk.settings, backup_hours=self.place.chosen_hours()))

    def _build(self) -> None:
        self.place.choose.clicked.connect(self.choose_folder)
        self.place.now.clicked.connect(self.back_up)
        self.place.hours.activated.connect(self._on_hours)
        self.drill.go.clicked.connect(self.try_out)
        self.drill.passphrase.submitted.connect(self.try_out)
        self.doing.failed.connect(self._on_failed)
        self.doing.idle.connect(self.refresh)
        for part in (self.progress, self.place, self.drill):
            self.body.addWidget(part)
        for card in (self.place, self.drill):
            card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.body.addStretch(1)

    def _fit(self) -> None:
        self.body.setSpacing(self.desk.look.px(12))
        for card in (self.place, self.drill, self.progress):
            card.setMaximumWidth(self.desk.look.px(640))
