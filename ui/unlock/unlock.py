# SPDX-License-Identifier: MIT
"""Unlocking: passphrase or recovery code opens the store; plain words when it does not. Opening itself: storage."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout

from resources.language import N_
from storage.errors import Trouble, WrongPassphrase
from ui.look import Look
from ui.unlock.front import Front
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.passphrase_field import PassphraseField


class Unlock(Front):
    """Asks for the secret until the store opens."""

    def __init__(self, look: Look, folder: Path) -> None:
        """Ask for the secret of the store in the folder."""
        super().__init__(look)
        self._folder, self._is_code = folder, False
        self.sentence = Label(N_("Type your passphrase to open your notes."), tone="muted", wrap=True)
        self.label = Label(N_("&Passphrase"))
        self.field = PassphraseField(look, N_("Passphrase"))
        self.label.setBuddy(self.field.edit)
        self.by_code = Button(look, N_("Use the &recovery code"))
        self.by_phrase = Button(look, N_("Use the &passphrase"))
        self.by_phrase.hide()
        self.unlock = Button(look, N_("&Unlock"), "lock", primary=True)
        self.place = Label(type="small", tone="muted", wrap=True)
        self.place.say(N_("Everything stays on this laptop, in {folder}."), folder=folder)
        self.field.submitted.connect(self.submit)
        self.unlock.clicked.connect(self.submit)
        self.by_code.clicked.connect(self._on_other)
        self.by_phrase.clicked.connect(self._on_other)
        for part in (Label(N_("Locked"), "heading"), self.sentence, self.label, self.field):
            self.body.addWidget(part)
        if (known := _practice_passphrase(folder)) is not None:
            hint = Label(type="small", wrap=True)
            hint.say(N_("This is the demonstration. Its passphrase, for practice only: {passphrase}"), passphrase=known)
            hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.by_code)
        buttons.addWidget(self.by_phrase)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        self.body.addLayout(buttons)
        self.body.addWidget(self.place)
        self.field.setFocus()

    def submit(self) -> None:
        """Try what was typed."""
        if not self.field.text():
            self.field.setFocus()
            return
        from storage.store import open_store  # not before the first paint: ui/app.py

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = open_store(self._folder, self.field.text().strip() if self._is_code else self.field.text())
        except Trouble as trouble:
            self.tell(trouble)
            if isinstance(trouble, WrongPassphrase):
                self.field.edit.selectAll()
            self.field.setFocus()
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.field.clear()
        self.notice.hide()
        self.opened.emit(store)

    def _on_other(self) -> None:
        self._is_code = not self._is_code
        code = self._is_code
        self.field.clear()
        # A code is read off paper, letter by letter: it is easier to copy when it can be seen.
        self.field.eye.setChecked(code)
        self.label.say(N_("&Recovery code") if code else N_("&Passphrase"))
        self.sentence.say(
            N_("Type the eight groups that you printed or wrote down. Capitals and hyphens do not matter.")
            if code
            else N_("Type your passphrase to open your notes.")
        )
        self.by_code.setVisible(not code)
        self.by_phrase.setVisible(code)
        self.field.setFocus()


def _practice_passphrase(folder: Path) -> str | None:
    """Return what the demonstration wrote beside its stores (reports/demo.py), or None where this is none of them."""
    note = folder.parent / "AROLWG-DEMO.txt"
    try:
        return note.read_text("utf-8").splitlines()[-1] if note.is_file() else None
    except (OSError, ValueError, IndexError):
        return None
