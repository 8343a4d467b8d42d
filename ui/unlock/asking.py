# SPDX-License-Identifier: MIT
"""Whose passphrase is forgotten asks two recovery officers, and takes their answer. What is in it: storage/officers.py.

The new passphrase is typed twice over: when asking, for the answer is locked to it, and when the answer has come.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage import officers
from storage.errors import Refused, Trouble
from ui.errors import told
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.grown import grow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField

_FILES = "JSON (*.json)"


class AskingDialog(QDialog):
    """Asks, shows the words, and takes the answer: on one day or on two."""

    def __init__(self, look: Look, folder: Path, parent: QWidget | None = None) -> None:
        """Ask for the store in the folder."""
        super().__init__(parent)
        self._look, self._folder = look, folder
        self.setWindowTitle(_(N_("Ask two officers")))
        self.notice = Notice(look)
        self.name = QLineEdit()
        self.new = PassphraseField(look, N_("New passphrase"), measured=True)
        self.ask = Button(look, N_("&Save the request…"), "download")
        self.words = Label(type="code", wrap=True)
        self.take = Button(look, N_("&Take the answer…"), primary=True)
        self.shut = Button(look, N_("C&lose"))
        self._build()
        self.ask.clicked.connect(self._on_ask)
        self.take.clicked.connect(self._on_take)
        self.shut.clicked.connect(self.reject)
        self.name.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need."""
        super().showEvent(event)
        grow(self)

    def ask_in(self, path: Path) -> None:
        """Write the request, and show its words."""
        self._attempt(lambda: self._ask(path))

    def take_in(self, path: Path) -> None:
        """Take the answer: the new passphrase opens the store then, and the dialog is done."""
        if self._attempt(lambda: officers.take(self._folder, officers.read(path), self.new.text())):
            self.accept()

    def _ask(self, path: Path) -> None:
        if self.new.strength().level < 1:
            raise Refused(N_("This passphrase is too easy to guess. Four or five words are best."))
        request = officers.ask(self._folder, self.name.text(), self.new.text())
        officers.write(request, path)
        self.words.show_text("  ".join(request.words))
        self.words.setAccessibleName(", ".join(request.words))
        self.words.show()
        self.notice.tell(
            _(N_("Saved. Give it to one officer, who passes it on to another.")),
            _(N_("Read the six words aloud to both, and keep the new passphrase: the answer is locked to it.")),
            "ok",
        )

    def _attempt(self, deed: Callable[[], object]) -> bool:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            deed()
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return False
        finally:
            QApplication.restoreOverrideCursor()
            grow(self)
        return True

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
        px = self._look.px
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(8))
        why = N_("Two recovery officers can open your notes together, and you choose a new passphrase now.")
        for above in (Label(N_("Ask two officers"), "title"), Label(why, wrap=True), self.notice):
            everything.addWidget(above)
        for key, field, at in (
            (N_("Your &name, as the officers know it"), self.name, self.name),
            (N_("New &passphrase"), self.new, self.new.edit),
        ):
            label = Label(key)
            label.setBuddy(at)
            at.setAccessibleName(_(key).replace("&", ""))
            everything.addWidget(label)
            everything.addWidget(field)
        everything.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        everything.addWidget(self.words)
        everything.addWidget(Label(N_("When the answer has come, type the same passphrase again."), wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self.take)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        everything.addStretch(1)
        everything.addLayout(foot)
        self.words.hide()
        self.setMinimumWidth(px(480))
