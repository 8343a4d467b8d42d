# SPDX-License-Identifier: MIT
"""First run, four short steps: who, passphrase, recovery code, what to begin with. Each step is a part of its own."""

import contextlib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout

from resources.language import N_
from storage.acts import members
from storage.errors import Trouble
from storage.store import Store, create, open_store
from ui.look import Look
from ui.unlock.front import Front
from ui.unlock.practice import practice_visit
from ui.unlock.recovery import RecoveryStep
from ui.unlock.steps import BeginStep, SecretStep, Step, WhoStep
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.window import LAST_VISIT
from ui.worker import Running, Worker


class FirstRun(Front):
    """Makes a new store together with its person."""

    names = ("first-who", "first-passphrase", "first-recovery", "first-begin")
    """The steps, for pictures and tests."""

    def __init__(self, look: Look, folder: Path) -> None:
        """Begin at the first step. Nothing is written before a passphrase is chosen."""
        super().__init__(look)
        self._folder = folder
        self._store: Store | None = None
        self._before = frozenset[str]()
        self._worker = Worker(self)
        self.who, self.secret = WhoStep(look), SecretStep(look)
        self.recovery, self.begin = RecoveryStep(look), BeginStep(look)
        self.steps: tuple[Step, ...] = (self.who, self.secret, self.recovery, self.begin)
        self.place = Label(type="small", tone="muted")
        self.at = 0
        self.back = Button(look, N_("&Back"))
        self.next = Button(look, N_("&Continue"), primary=True)
        self.restore = Button(look, N_("Restore a &backup instead…"))
        self.progress = ProgressLine(look)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self.submit)
        self.restore.clicked.connect(self.restore_instead)
        self.progress.cancel.hide()
        self._lay_out()
        self.show_step(0)

    def submit(self) -> None:
        """Go on, if the step is filled in."""
        step = self.steps[self.at]
        self.notice.hide()
        if not step.is_complete():
            self.notice.tell(step.lacking(), tone="warn")
            step.focus_lacking()
        elif step is self.secret:
            self._make()
        elif step is self.begin:
            self._finish()
        else:
            if step is self.recovery and self._store is not None:
                self._store.marks.keep("recovery_code_confirmed", True)
            self.show_step(self.at + 1)

    def leave(self) -> None:
        """Go away, the store handed over."""
        self._store = None
        super().leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take back a store whose recovery code nobody has: it holds nothing yet."""
        self._worker.close()
        if self._store is not None:
            is_safe = bool(self._store.marks.get("recovery_code_confirmed", False))
            self._store.close()
            self._store = None
            if not is_safe:
                _take_back(self._folder, self._before)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        for part in (self.place, *self.steps, self.progress):
            self.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        self.body.addLayout(buttons)

    def show_step(self, at: int) -> None:
        """Show a step, from 0."""
        self.at = at
        for number, step in enumerate(self.steps):
            step.setVisible(number == at)
        self.place.say(N_("Step {number} of {all}"), number=at + 1, all=len(self.steps))
        self.restore.setVisible(at == 0)
        self.back.setVisible(at == 1)  # what has been made is not unmade by going back
        self.steps[at].begin()

    def restore_instead(self) -> None:
        """Ask for a backup, and go on with what comes out of it."""
        from ui.unlock.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self.look, self._folder, self)
        dialog.restored.connect(self._on_restored)
        dialog.open()

    def _on_restored(self, secret: str) -> None:
        try:
            store = open_store(self._folder, secret)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self.opened.emit(store)

    def _on_back(self) -> None:
        self.notice.hide()
        self.show_step(self.at - 1)

    def _make(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._before = frozenset(each.name for each in self._folder.glob("*"))
        try:
            self._store, code = create(self._folder, self.secret.text())
            members.introduce(self._store, self.who.name())
            self._store.marks.keep("my_role", self.who.role())
        except Trouble as trouble:
            self.tell(trouble)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.secret.forget()
        self.recovery.show_code(code, self.who.name())
        self.show_step(2)

    def _finish(self) -> None:
        self.recovery.forget()
        if not self.begin.wants_practice():
            self.opened.emit(self._store)
            return
        running = Running(practice_visit(), self._store, self)
        running.progressed.connect(self.progress.progress)
        running.finished.connect(self._on_practice)
        running.failed.connect(self._on_failed)
        self.progress.begin(N_("Recording the practice visit"))
        self.next.setEnabled(False)
        self._worker.start(running)

    def _on_practice(self, visit_id: str) -> None:
        if self._store is not None:
            self._store.marks.keep(LAST_VISIT, visit_id)
            self.opened.emit(self._store)

    def _on_failed(self, trouble: Trouble) -> None:
        self.progress.end()
        self.next.setEnabled(True)
        self.tell(trouble)


def _take_back(folder: Path, before: frozenset[str]) -> None:
    """Remove the files of a store that was made a moment ago, holds nothing, and that nobody could recover."""
    for made in (each for each in folder.iterdir() if each.name not in before and each.is_file()):
        with contextlib.suppress(OSError):
            made.unlink()
