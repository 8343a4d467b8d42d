# SPDX-License-Identifier: MIT
"""Whose passphrase is forgotten, or whose laptop is lost, asks two officers. What is in it: storage/recovering.py.

The new passphrase is typed twice over: when asking, for the answer is locked to it, and when the answer has come.
Nothing that opens anything is ever on the screen: the officers open their seals on their own laptops.
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Refused, Trouble, WrongPassphrase
from storage.recovering import Asked, Lost, answering, asking
from storage.restore import Restored
from ui.look import Look
from ui.unlock.working import Working
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet

_FILES = "JSON (*.json)"


class AskingDialog(Sheet):
    """Asks, shows the words, and takes the answer: on one day or on two."""

    recovered = Signal(str)
    """The new passphrase, which opens the store now."""

    def __init__(self, look: Look, lost: Lost, parent: QWidget | None = None) -> None:
        """Ask for the store in a folder, or for the one of which a backup is left."""
        super().__init__(look, N_("Ask two officers"), parent)
        self._lost = lost
        self.name = QLineEdit()
        self.new = PassphraseField(look, N_("New passphrase"), measured=True)
        self.ask = Button(look, N_("&Save the request…"), "download")
        self.words, self.hear = Label(type="code", wrap=True), Label(wrap=True)
        self.take = Button(look, N_("&Take the answer…"), primary=True)
        self.shut = Button(look, N_("C&lose"))
        self.line = ProgressLine(look)
        self._working = Working(self.line, self)
        self._build()
        self.ask.clicked.connect(self._on_ask)
        self.take.clicked.connect(self._on_take)
        self.shut.clicked.connect(self.reject)
        self._working.failed.connect(self._on_failed)
        self._working.idle.connect(self._allow)
        self.name.setFocus()

    def ask_in(self, path: Path) -> None:
        """Write the request, and show its words."""
        self.notice.hide()
        if self.new.strength().level < 1:
            self.tell(Refused(N_("This passphrase is too easy to guess. Four or five words are best.")))
            return
        job = asking(self._lost, self.name.text(), self.new.text(), path)
        self._working.start(job, N_("Writing the request"), self._on_asked)
        self._allow()

    def take_in(self, path: Path) -> None:
        """Take the answer: the new passphrase opens the store then, and the dialog is done."""
        self.notice.hide()
        job = answering(self._lost, path, self.new.text())
        words = N_("Restoring the backup") if self._lost.backup else N_("Opening the answer")
        self._working.start(job, words, self._on_answered)
        self._allow()

    def reject(self) -> None:
        """Stop what is under way, and go; what was typed goes too."""
        self._working.close()
        self.new.clear()
        super().reject()

    def _on_asked(self, asked: Asked) -> None:
        self.words.show_text("  ".join(asked.words))
        self.words.setAccessibleName(", ".join(asked.words))
        for part in (self.words, self.hear):
            part.show()
        self.note(
            _(N_("Saved. Give it to one officer, who passes it on to another.")),
            _(N_("Read the six words aloud to both, and keep the new passphrase: the answer is locked to it.")),
        )

    def _on_answered(self, made: Restored | None) -> None:
        secret = self.new.text()
        self.new.clear()
        if made is not None and made.lost:
            said = ngettext("{count} record could not be read.", "{count} records could not be read.", made.lost)
            self.note(said.format(count=made.lost), tone="warn")
        self.accept()
        self.recovered.emit(secret)

    def _on_failed(self, trouble: Trouble) -> None:
        if isinstance(trouble, WrongPassphrase):
            self.note(
                _(N_("The answer is locked to another passphrase than the one typed here.")),
                _(N_("Type the one that you chose when you asked. If it is lost too, save a new request.")),
                "bad",
            )
        else:
            self.tell(trouble)
        self.new.edit.setFocus()

    def _allow(self) -> None:
        for part in (self.ask, self.take):
            part.setEnabled(not self._working.is_busy())

    def _on_ask(self) -> None:
        start = str(Path.home() / _(N_("Arolwg request.json")))
        chosen, _kind = QFileDialog.getSaveFileName(self, _(N_("Save the request")), start, _FILES)
        if chosen:
            self.ask_in(Path(chosen))

    def _on_take(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, _(N_("Take the answer")), "", _FILES)
        if chosen:
            self.take_in(Path(chosen))

    def _build(self) -> None:
        look = self.look
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why = N_("Two recovery officers can open your notes together, and you choose a new passphrase now.")
        of_backup = N_("They can open the backup together, and you choose a new passphrase now.")
        self.hear.say(N_("Each officer hears these words from you before opening a seal. They are no secret."))
        first, then = Card(look, N_("1 · Ask")), Card(look, N_("2 · When the answer has come"))
        for key, field, at in (
            (N_("Your &name, as the officers know it"), self.name, self.name),
            (N_("New &passphrase"), self.new, self.new.edit),
        ):
            label = Label(key, wrap=True)
            label.setBuddy(at)
            at.setAccessibleName(_(key).replace("&", ""))
            first.body.addWidget(label)
            first.body.addWidget(field)
        first.body.addLayout(self.row(self.ask))
        for part in (self.words, self.hear):
            first.body.addWidget(part)
            part.hide()
        then.body.addWidget(Label(N_("Type the same passphrase again, above, and take the answer."), wrap=True))
        then.body.addLayout(self.row(self.take))
        self.add(Label(of_backup if self._lost.backup else why, wrap=True), first, then)
        self.work_in(self.line)
        self.close_with(self.shut)
