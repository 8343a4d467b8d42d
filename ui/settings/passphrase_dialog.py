# SPDX-License-Identifier: MIT
"""Another passphrase: the present one (or the recovery code) and a new one, twice. Changing it: storage/keys.py."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage import keys
from storage.errors import Trouble
from ui.desk import Desk
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField


class PassphraseDialog(QDialog):
    """Says when it is done; until then nothing has changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Ask for three texts."""
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(N_("Change the passphrase")))
        self.notice = Notice(desk.look)
        self.now = PassphraseField(desk.look, N_("Present passphrase or recovery code"))
        self.new = PassphraseField(desk.look, N_("New passphrase"), measured=True)
        self.again = PassphraseField(desk.look, N_("The new passphrase again"))
        self.cancel, self.change = Button(desk.look, N_("&Cancel")), Button(desk.look, N_("Change &it"), primary=True)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self._on_change)
        self.change.setDefault(True)
        self._build()
        self.now.setFocus()

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(8))
        everything.addWidget(Label(N_("Change the passphrase"), "title"))
        everything.addWidget(self.notice)
        for key, field in (
            (N_("&Present passphrase or recovery code"), self.now),
            (N_("&New passphrase"), self.new),
            (N_("The new passphrase &again"), self.again),
        ):
            label = Label(key)
            label.setBuddy(field.edit)
            everything.addWidget(label)
            everything.addWidget(field)
        everything.addWidget(Label(N_("The recovery code stays as it is."), "small", "muted", wrap=True))
        everything.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.change)
        everything.addLayout(row)
        self.setMinimumWidth(px(440))

    def _on_change(self) -> None:
        folder = self._desk.store.folder
        if self.new.strength().level < 1:
            self._lacking(N_("This passphrase is too easy to guess. Four or five words are best."), self.new)
        elif self.new.text() != self.again.text():
            self._lacking(N_("The two are not the same yet."), self.again)
        elif folder is not None:
            try:
                keys.change_passphrase(folder, self.now.text(), self.new.text())
            except Trouble as trouble:
                self.notice.tell(*told(trouble), "bad")
                self.now.setFocus()
                return
            self.accept()

    def _lacking(self, key: str, field: PassphraseField) -> None:
        self.notice.tell(_(key), tone="warn")
        field.setFocus()
        QApplication.alert(self)
