# SPDX-License-Identifier: MIT
"""A backup restored instead of beginning anew: which one, its passphrase, and the lost laptop's folder if there.

Restoring itself: storage/restore.py.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.restore import Restored, restore
from ui.errors import told
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress_line import ProgressLine
from ui.worker import Running, Worker


class RestoreDialog(QDialog):
    """Restores into the person's own folder, which is empty yet, and says what came back."""

    restored = Signal(str)
    """The secret that opens what came back."""

    def __init__(self, look: Look, into: Path, parent: QWidget | None = None) -> None:
        """Ask for the backup and its passphrase."""
        super().__init__(parent)
        self._into, self._look = into, look
        self.file: Path | None = None
        self.lost: Path | None = None
        self._worker = Worker(self)
        self._running: Running | None = None
        self.setWindowTitle(_(N_("Restore a backup")))
        self.notice, self.progress = Notice(look), ProgressLine(look)
        self.chosen, self.beside = Label(tone="muted", wrap=True), Label(tone="muted", wrap=True)
        self.choose = Button(look, N_("Choose the &backup…"), "folder-open")
        self.choose_lost = Button(look, N_("The &lost laptop's folder…"), "folder-open")
        self.secret = PassphraseField(look, N_("Passphrase, or recovery code"))
        self.cancel, self.go = Button(look, N_("&Cancel")), Button(look, N_("&Restore it"), primary=True)
        self.choose.clicked.connect(self._on_choose)
        self.choose_lost.clicked.connect(self._on_choose_lost)
        self.secret.submitted.connect(self.begin)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.begin)
        self.progress.cancel_asked.connect(self._on_cancel)
        self._build()

    def use(self, file: Path, lost: Path | None = None) -> None:
        """Restore this backup, with the journal of the lost store where there is one."""
        self.file, self.lost = file, lost
        self.chosen.show_text(str(file))
        self.beside.show_text(str(lost or ""))

    def begin(self) -> None:
        """Restore, if everything that is needed is there."""
        if self.file is None or not self.secret.text():
            self.notice.tell(_(N_("Choose a backup and type its passphrase.")), tone="warn")
            (self.choose if self.file is None else self.secret).setFocus()
            return
        file, into, secret, lost = self.file, self._into, self.secret.text(), self.lost

        def work(_taken: None, tick: Tick) -> Restored:
            return restore(file, into, secret, lost, tick)

        self.notice.hide()
        self._running = Running(Job(_nothing, work, _as_it_is), None, self)
        self._running.progressed.connect(self.progress.progress)
        self._running.finished.connect(self._on_restored)
        self._running.failed.connect(self._on_failed)
        self._running.ended.connect(self._on_ended)
        self.progress.begin(N_("Restoring the backup"))
        self.go.setEnabled(False)
        self._worker.start(self._running)

    def reject(self) -> None:
        """Stop what is under way, and go."""
        self._worker.close()
        self.secret.clear()
        super().reject()

    def _on_restored(self, made: Restored) -> None:
        secret = self.secret.text()
        self.secret.clear()
        if made.lost:
            count = made.lost
            said = ngettext("{count} record could not be read.", "{count} records could not be read.", count)
            self.notice.tell(said.format(count=count), tone="warn")
        self.accept()
        self.restored.emit(secret)

    def _on_failed(self, trouble: Trouble) -> None:
        self.notice.tell(*told(trouble), "bad")
        self.secret.setFocus()

    def _on_ended(self) -> None:
        self._running = None
        self.progress.end()
        self.go.setEnabled(True)

    def _on_cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _on_choose(self) -> None:
        title = _(N_("Choose the backup"))
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "Arolwg (*.backup)")
        if chosen:
            self.use(Path(chosen), self.lost)

    def _on_choose_lost(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _(N_("The lost laptop's folder")))
        if chosen:
            self.lost = Path(chosen)
            self.beside.show_text(chosen)

    def _build(self) -> None:
        px = self._look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(8))
        everything.addWidget(Label(N_("Restore a backup"), "title"))
        everything.addWidget(self.notice)
        label = Label(N_("&Passphrase, or recovery code"))
        label.setBuddy(self.secret.edit)
        hint = N_("If the old laptop's folder can still be read, what you typed after the backup comes back too.")
        for part in (
            *(_left(self.choose), self.chosen, Label(hint, "small", "muted", wrap=True)),
            *(_left(self.choose_lost), self.beside, label, self.secret, self.progress),
        ):
            everything.addLayout(part) if isinstance(part, QHBoxLayout) else everything.addWidget(part)
        everything.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        everything.addLayout(row)
        self.go.setDefault(True)
        self.setMinimumWidth(px(480))


def _left(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row


def _nothing(_store: object) -> None:
    return None


def _as_it_is(_store: object, made: Restored) -> Restored:
    return made
