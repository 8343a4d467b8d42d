# SPDX-License-Identifier: MIT
"""The frame of this page's dialogs: a title, a place for trouble, slow work with its progress, one thing to do."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine


class Asking(QDialog):
    """A child fills `body` and says what the button does."""

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        """Say title and what is to be done (gettext keys)."""
        super().__init__(parent)
        self.desk, self._title = desk, title
        self.setWindowTitle(_(title))
        self.heading = Label(title, "title", wrap=True)
        self.notice, self.progress = Notice(desk.look), ProgressLine(desk.look)
        self.act, self.leave = Button(desk.look, act, primary=True), Button(desk.look, N_("&Close"))
        self.act.setDefault(True)
        self.doing = Doing(desk, self.progress, self)
        self.doing.failed.connect(self.tell)
        self.doing.idle.connect(self.allow)
        self.act.clicked.connect(self.on_act)
        self.leave.clicked.connect(self.reject)
        self.body = QVBoxLayout()
        self._place()

    def on_act(self) -> None:
        """Do what the dialog is for; a child says what."""

    def may_act(self) -> bool:
        """Say whether it can be done now; a child may narrow it."""
        return not self.doing.is_busy()

    def allow(self) -> None:
        """Grey what cannot be done now."""
        self.act.setEnabled(self.may_act())

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble here, where it was asked, with what to do."""
        self.notice.tell(*told(trouble), "bad")

    def reject(self) -> None:
        """Close; work under way is stopped, and nothing of it stays."""
        self.doing.stop()
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        """Say the title again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(_(self._title))
        super().changeEvent(event)

    def _place(self) -> None:
        look = self.desk.look
        row, everything, side = QHBoxLayout(), QVBoxLayout(self), look.px(24)
        row.setSpacing(look.px(8))
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        self.body.setSpacing(look.px(8))
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(12))
        everything.addWidget(self.heading)
        everything.addLayout(self.body, 1)
        for part in (self.notice, self.progress):
            everything.addWidget(part)
        everything.addLayout(row)
