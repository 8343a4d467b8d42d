# SPDX-License-Identifier: MIT
"""A backup restored instead of beginning anew: which one, its passphrase, and the lost laptop's folder if there.

Restoring itself: storage/restore.py. Who has neither passphrase nor code asks two officers: asking.py.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.recovering import Lost
from storage.restore import Restored, restore
from ui.look import Look
from ui.unlock.working import Working
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


class RestoreDialog(Sheet):
    """Restores into the person's own folder, which is empty yet, and says what came back."""

    restored = Signal(str)
    """The secret that opens what came back."""

    def __init__(self, look: Look, into: Path, parent: QWidget | None = None) -> None:
        """Ask for the backup and its passphrase."""
        super().__init__(look, N_("Restore a backup"), parent, wide=520)
        self._into = into
        self.file: Path | None = None
        self.lost: Path | None = None
        self.progress = ProgressLine(look)
        self._working = Working(self.progress, self)
        self.chosen, self.beside = Label(tone="muted", wrap=True), Label(tone="muted", wrap=True)
        self.choose = Button(look, N_("Choose the &backup…"), "folder-open")
        self.choose_lost = Button(look, N_("The &lost laptop's folder…"), "folder-open")
        self.secret = PassphraseField(look, N_("Passphrase, or recovery code"))
        self.officers = Button(look, N_("I have neither: ask two &officers…"), "users")
        self.cancel, self.go = Button(look, N_("&Cancel")), Button(look, N_("&Restore it"), primary=True)
        self._build()
        self.choose.clicked.connect(self._on_choose)
        self.choose_lost.clicked.connect(self._on_choose_lost)
        self.secret.submitted.connect(self.begin)
        self.officers.clicked.connect(self.ask_officers)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.begin)
        self._working.failed.connect(self._on_failed)
        self._working.idle.connect(self._on_idle)

    def use(self, file: Path, lost: Path | None = None) -> None:
        """Restore this backup, with the journal of the lost store where there is one."""
        self.file, self.lost = file, lost
        self._show_chosen()

    def begin(self) -> None:
        """Restore, if everything that is needed is there."""
        if self.file is None or not self.secret.text():
            self.note(_(N_("Choose a backup and type its passphrase.")), tone="warn")
            (self.choose if self.file is None else self.secret).setFocus()
            return
        file, into, secret, lost = self.file, self._into, self.secret.text(), self.lost

        def work(_taken: None, tick: Tick) -> Restored:
            return restore(file, into, secret, lost, tick)

        self.notice.hide()
        self._working.start(Job(_nothing, work, _as_it_is), N_("Restoring the backup"), self._on_restored)
        self.go.setEnabled(False)

    def ask_officers(self) -> None:
        """Let two officers open the backup together."""
        from ui.unlock.asking import AskingDialog

        if self.file is None:
            self.note(_(N_("Choose the backup first: the officers open that one.")), tone="warn")
            self.choose.setFocus()
            return
        dialog = AskingDialog(self.look, Lost(self._into, self.file, self.lost), self)
        dialog.recovered.connect(self._on_recovered)
        dialog.open()

    def reject(self) -> None:
        """Stop what is under way, and go."""
        self._working.close()
        self.secret.clear()
        super().reject()

    def _on_restored(self, made: Restored) -> None:
        secret = self.secret.text()
        self.secret.clear()
        if made.lost:
            count = made.lost
            said = ngettext("{count} record could not be read.", "{count} records could not be read.", count)
            self.note(said.format(count=count), tone="warn")
        self._on_recovered(secret)

    def _on_recovered(self, secret: str) -> None:
        self.accept()
        self.restored.emit(secret)

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        self.secret.setFocus()

    def _on_idle(self) -> None:
        self.go.setEnabled(True)

    def _show_chosen(self) -> None:
        for label, path in ((self.chosen, self.file), (self.beside, self.lost)):
            label.show_text(str(path or ""))
            label.setVisible(path is not None)
        self.fit()

    def _on_choose(self) -> None:
        title = _(N_("Choose the backup"))
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "Arolwg (*.backup)")
        if chosen:
            self.use(Path(chosen), self.lost)

    def _on_choose_lost(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _(N_("The lost laptop's folder")))
        if chosen:
            self.lost = Path(chosen)
            self._show_chosen()

    def _build(self) -> None:
        label = Label(N_("&Passphrase, or recovery code"))
        label.setBuddy(self.secret.edit)
        hint = N_("If the old laptop's folder can still be read, what you typed after the backup comes back too.")
        self.add(self.row(self.choose), self.chosen, Label(hint, "small", "muted", wrap=True))
        self.add(self.row(self.choose_lost), self.beside, label, self.secret, self.row(self.officers))
        self.work_in(self.progress)
        self.close_with(self.cancel, self.go)
        self._show_chosen()
        self.go.setDefault(True)


def _nothing(_store: object) -> None:
    return None


def _as_it_is(_store: object, made: Restored) -> Restored:
    return made
