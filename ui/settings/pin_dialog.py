# SPDX-License-Identifier: MIT
"""A short PIN for as long as Arolwg runs: chosen, typed twice. What it is worth: docs/decisions/0015-lock.md."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from storage.pin import Pin
from ui.desk import Desk
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField


class PinDialog(QDialog):
    """Gives the desk a PIN, another one, or none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Ask for the digits twice."""
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_(N_("A PIN for today")))
        self.notice = Notice(desk.look)
        self.pin = PassphraseField(desk.look, N_("PIN"))
        self.again = PassphraseField(desk.look, N_("The PIN again"))
        self.drop = Button(desk.look, N_("&Remove the PIN"))
        self.drop.setVisible(desk.pin is not None)
        self.cancel, self.keep = Button(desk.look, N_("&Cancel")), Button(desk.look, N_("&Set it"), primary=True)
        self.cancel.clicked.connect(self.reject)
        self.drop.clicked.connect(self._on_drop)
        self.keep.clicked.connect(self._on_keep)
        self.keep.setDefault(True)
        self._build()
        self.pin.setFocus()

    def _build(self) -> None:
        px = self._desk.look.px
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(8))
        everything.addWidget(Label(N_("A PIN for today"), "title"))
        everything.addWidget(
            Label(N_("Four to eight digits open a locked Arolwg until it is closed, for five tries."), wrap=True)
        )
        everything.addWidget(self.notice)
        for key, field in ((N_("&PIN"), self.pin), (N_("The PIN &again"), self.again)):
            label = Label(key)
            label.setBuddy(field.edit)
            everything.addWidget(label)
            everything.addWidget(field)
        everything.addWidget(
            Label(
                N_("It keeps out whoever passes by. It is no passphrase: close Arolwg before you travel."),
                "small",
                "muted",
                wrap=True,
            )
        )
        everything.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        everything.addLayout(row)
        self.setMinimumWidth(px(440))

    def _on_keep(self) -> None:
        if self.pin.text() != self.again.text():
            self.notice.tell(_(N_("The two are not the same yet.")), tone="warn")
            self.again.setFocus()
            return
        try:
            self._desk.pin = Pin(self._desk.store.unlocked, self.pin.text())
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            self.pin.setFocus()
            return
        self.accept()

    def _on_drop(self) -> None:
        self._desk.pin = None
        self.accept()

    def done(self, result: int) -> None:
        """Forget what was typed, however it ends."""
        self.pin.clear()
        self.again.clear()
        super().done(result)
