# SPDX-License-Identifier: MIT
"""Unlocking: PIN, passphrase or recovery code opens the store; plain words when it does not. Opening itself: storage.

A miss makes the next try wait, without holding up the window: language and theme can be changed meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout

from resources.language import N_, _
from storage.errors import Damaged, Trouble, WrongPassphrase
from ui.look import Look
from ui.unlock.attempts import Attempts
from ui.unlock.front import Front
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from storage.pin import Pin
    from storage.store import Store
    from ui.unlock.renewing import Renewing

PIN, PHRASE, CODE = "pin", "phrase", "code"
_LABELS = {PIN: N_("P&IN"), PHRASE: N_("&Passphrase"), CODE: N_("&Recovery code")}
_SENTENCES = {
    PIN: N_("Type your PIN to open your notes. It works until Arolwg is closed."),
    PHRASE: N_("Type your passphrase to open your notes."),
    CODE: N_("Type the eight groups that you printed or wrote down. Capitals and hyphens do not matter."),
}


class Unlock(Front):
    """Asks for the secret until the store opens."""

    def __init__(self, look: Look, folder: Path, attempts: Attempts | None = None, pin: Pin | None = None) -> None:
        """Ask for the secret of the store in the folder; for the PIN first, where one was set since the start."""
        super().__init__(look)
        self._folder, self._pin, self._attempts = folder, pin, attempts or Attempts()
        self.way = PHRASE
        """What is asked for: pin, phrase or code."""
        self.waiting = Label(type="small", tone="warn", wrap=True)
        self.waiting.hide()
        self._seconds = 0
        self._renewing: Renewing | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)
        self.sentence = Label(N_("Type your passphrase to open your notes."), tone="muted", wrap=True)
        self.label = Label(N_("&Passphrase"))
        self.field = PassphraseField(look, N_("Passphrase"))
        self.label.setBuddy(self.field.edit)
        self.by_code = Button(look, N_("Use the &recovery code"))
        self.by_phrase = Button(look, N_("Use the &passphrase"))
        self.by_officers = Button(look, N_("Ask two &officers…"))
        self.unlock = Button(look, N_("&Unlock"), "lock", primary=True)
        self.place = Label(type="small", tone="muted", wrap=True)
        self.place.say(N_("Everything stays on this laptop, in {folder}."), folder=folder)
        self.field.submitted.connect(self.submit)
        self.unlock.clicked.connect(self.submit)
        self.by_code.clicked.connect(self._on_code)
        self.by_phrase.clicked.connect(self._on_phrase)
        self.by_officers.clicked.connect(self._on_officers)
        self._lay_out()
        self._ask(PIN if pin is not None and pin.left else PHRASE)
        self._wait(self._attempts.wait())

    def _lay_out(self) -> None:
        for part in (Label(N_("Locked"), "heading"), self.sentence, self.label, self.field, self.waiting):
            self.body.addWidget(part)
        if (known := _practice_passphrase(self._folder)) is not None:
            hint = Label(type="small", wrap=True)
            hint.say(N_("This is the demonstration. Its passphrase, for practice only: {passphrase}"), passphrase=known)
            hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.by_code)
        buttons.addWidget(self.by_phrase)
        buttons.addWidget(self.by_officers)
        buttons.addStretch(1)
        buttons.addWidget(self.unlock)
        self.body.addLayout(buttons)
        self.body.addWidget(self.place)

    def submit(self) -> None:
        """Try what was typed, unless a miss is being waited for."""
        if not self.field.text() or self._seconds or self._is_renewing():
            self.field.setFocus()
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            store = self._opened(self.field.text())
        except Trouble as trouble:
            self._missed(trouble)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._attempts.hit()
        self.field.clear()
        self.notice.hide()
        self.opened.emit(store)

    def leave(self) -> None:
        """Wait for what is under way, and go."""
        if self._renewing is not None:
            self._renewing.close()
        super().leave()

    def _opened(self, secret: str) -> Store:
        from storage.store import open_store, open_unlocked  # not before the first paint: ui/app.py

        if self.way == PIN and self._pin is not None:
            return open_unlocked(self._folder, self._pin.open(self._folder, secret.strip()))
        return open_store(self._folder, secret.strip() if self.way == CODE else secret)

    def _missed(self, trouble: Trouble) -> None:
        self.tell(trouble)
        if self.way == PIN and self._pin is not None and not self._pin.left:
            self._ask(PHRASE)
        if trouble.code == WrongPassphrase.code:
            self._wait(self._attempts.miss())
            self.field.edit.selectAll()
        if isinstance(trouble, Damaged):
            self.offer_anew()
        self.field.setFocus()

    def offer_anew(self) -> None:
        """Offer to make the damaged store anew from the journal beside it; a PIN is not enough for that."""
        from storage.rebuild import can_renew

        if self.way == PIN:
            self._ask(PHRASE)
        if can_renew(self._folder):
            self.notice.offer(N_("&Make it anew from its journal"), self._make_anew)

    def _make_anew(self) -> None:
        from ui.unlock.renewing import Renewing

        secret = self.field.text().strip() if self.way == CODE else self.field.text()
        if not secret or self._seconds or self._is_renewing():
            self.field.setFocus()
            return
        if self._renewing is None:
            self._renewing = Renewing(self.look, self.notice, self)
            self._renewing.failed.connect(self._missed)
            self._renewing.changed.connect(self._on_renewing)
            self.body.addWidget(self._renewing.line)
        self._renewing.begin(self._folder, secret)

    def _is_renewing(self) -> bool:
        return self._renewing is not None and self._renewing.is_busy()

    def _on_renewing(self) -> None:
        is_idle = not self._is_renewing()
        for part in (self.field, self.by_code, self.by_phrase, self.by_officers):
            part.setEnabled(is_idle)
        self.unlock.setEnabled(is_idle and not self._seconds)
        if is_idle:
            self.field.setFocus()

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        self._clock.start() if seconds else self._clock.stop()
        self.unlock.setEnabled(not seconds)
        self.waiting.setVisible(bool(seconds))
        if seconds:
            self.waiting.say(N_("The next try is possible in {seconds} s."), seconds=seconds)

    def _on_second(self) -> None:
        self._wait(max(0, self._seconds - 1))

    def _on_code(self) -> None:
        self._ask(CODE)

    def _on_phrase(self) -> None:
        self._ask(PHRASE)

    def _on_officers(self) -> None:
        from storage.recovering import Lost
        from ui.unlock.asking import AskingDialog

        dialog = AskingDialog(self.look, Lost(self._folder), self)
        dialog.accepted.connect(self._on_recovered)
        dialog.open()

    def _on_recovered(self) -> None:
        self._ask(PHRASE)
        self.notice.tell(_(N_("The store opens with the new passphrase now.")), tone="ok")

    def _ask(self, way: str) -> None:
        self.way = way
        self.field.clear()
        # A code is read off paper, letter by letter: it is easier to copy when it can be seen.
        self.field.eye.setChecked(way == CODE)
        self.label.say(_LABELS[way])
        self.field.edit.setAccessibleName(_(_LABELS[way]).replace("&", ""))
        self.sentence.say(_SENTENCES[way])
        self.by_code.setVisible(way == PHRASE)
        self.by_phrase.setVisible(way != PHRASE)
        self.by_officers.setVisible(way == CODE)
        self.field.setFocus()


def _practice_passphrase(folder: Path) -> str | None:
    """Return what the demonstration wrote beside its stores (reports/demo.py), or None where this is none of them."""
    note = folder.parent / "AROLWG-DEMO.txt"
    try:
        return note.read_text("utf-8").splitlines()[-1] if note.is_file() else None
    except (OSError, ValueError, IndexError):
        return None
