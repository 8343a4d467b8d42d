# SPDX-License-Identifier: MIT
"""Who signs: the practice identity, or an identity file with its password, which is asked for and not kept."""

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from resources.language import N_, _, long_date
from ui.desk import Desk
from ui.letters import files
from ui.letters.press import Press, opening, practising
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label, restyle
from ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from reports.signing.identity import Identity


class IdentityChoice(QWidget):
    """Two ways to sign, and what the certificate says of who one is then."""

    chosen = Signal(object)
    """The Identity to sign with, or None while there is none."""
    failed = Signal(object)

    def __init__(self, desk: Desk, press: Press, is_practice: bool) -> None:
        """Begin on the practice identity for a practice letter, on a file for any other."""
        super().__init__()
        self._desk, self._press = desk, press
        self._path: Path | None = None
        self.identity: Identity | None = None
        self.practice = QRadioButton(_(N_("&Practice identity, made on this laptop")))
        self.file = QRadioButton(_(N_("Identity &file (.p12, .pfx)")))
        self.pick = Button(desk.look, N_("C&hoose the file…"), "folder-open")
        self.name = ElidedLabel(N_("No file chosen yet"), "small", "muted")
        self.password = PassphraseField(desk.look, N_("Password of the identity file"))
        self.password.eye.say(N_("Show the password"))
        self.unlock = Button(desk.look, N_("&Open the identity"), "lock")
        self.words = Label(wrap=True)
        self._build()
        (self.practice if is_practice else self.file).setChecked(True)
        self.practice.toggled.connect(self._on_way)
        self.pick.clicked.connect(self._on_pick)
        self.password.submitted.connect(self._on_unlock)
        self.password.changed.connect(self._on_typed)
        self.unlock.clicked.connect(self._on_unlock)
        self._on_way(is_practice)

    def forget(self) -> None:
        """Let go of key and password."""
        self.password.clear()
        self._keep(None)

    def use(self, path: Path) -> None:
        """Take a file as the identity to open."""
        self._path = path
        self.name.show_text(path.name)
        self._keep(None)
        self._on_typed("")
        self.password.setFocus()

    def _build(self) -> None:
        look = self._desk.look
        label = Label(N_("Pass&word of the file; it is not kept"), "small")
        label.setBuddy(self.password.edit)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.pick)
        row.addWidget(self.name, 1)
        self._file_part = QWidget()
        part = QVBoxLayout(self._file_part)
        part.setContentsMargins(look.px(24), 0, 0, 0)
        part.setSpacing(look.px(8))
        part.addLayout(row)
        part.addWidget(label)
        part.addWidget(self.password)
        part.addWidget(self.unlock)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.setSpacing(look.px(8))
        for each in (self.practice, self.file, self._file_part, self.words):
            everything.addWidget(each)

    def _on_way(self, practice: bool) -> None:
        self._file_part.setVisible(not practice)
        self._keep(None)
        if practice:
            self._press.start(practising(), N_("Fetching the practice identity"), self._keep)
        else:
            self._on_typed("")

    def _on_pick(self) -> None:
        path = files.ask_open(self, N_("Choose an identity file"), files.IDENTITIES)
        if path is not None:
            self.use(path)

    def _on_typed(self, _text: str) -> None:
        self.unlock.setEnabled(self._path is not None and bool(self.password.text()))

    def _on_unlock(self) -> None:
        if self._path is None or not self.password.text():
            return
        password = self.password.text()
        self.password.clear()
        self._press.start(opening(self._path, password), N_("Opening the identity"), self._keep)

    def _keep(self, identity: "Identity | None") -> None:
        self.identity = identity
        restyle(self.words, tone="")
        self.words.show_text(_words_of(identity) if identity else "")
        self.words.setVisible(identity is not None)
        self.chosen.emit(identity)


def _words_of(identity: "Identity") -> str:
    """Return whom the certificate names and until when it holds; practice is said to be that."""
    office = ", ".join(filter(None, (identity.role, identity.organisation)))
    days = [long_date(each.astimezone(UTC).date()) for each in (identity.not_before, identity.not_after)]
    lines = [identity.name, office, _("Valid from {first} to {last}.").format(first=days[0], last=days[1])]
    if identity.practice:
        lines.append(_("It shows that nothing was changed; it proves nobody's name."))
    return "\n".join(filter(None, lines))
