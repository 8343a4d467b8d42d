# SPDX-License-Identifier: MIT
"""The frame of both dialogs: a title, a place for trouble, slow work with its progress, one thing to do, a way out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from storage.job import AnyJob
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine


class Frame(QDialog):
    """A dialog that stays when its work is done, to say what came of it."""

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        """Say title and what is to be done (gettext keys); a child fills `body`."""
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(_(title))
        self.notice, self.progress = Notice(desk.look), ProgressLine(desk.look)
        self.act, self.leave = Button(desk.look, act, primary=True), Button(desk.look, N_("&Close"))
        self.act.setDefault(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(desk.look.px(8))
        self.doing = Doing(desk, self.progress, self)
        self.doing.failed.connect(self.tell)
        self.doing.idle.connect(self.allow)
        self.act.clicked.connect(self.on_act)
        self.leave.clicked.connect(self.reject)
        row, everything, side = QHBoxLayout(), QVBoxLayout(self), desk.look.px(24)
        row.setSpacing(desk.look.px(8))
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(desk.look.px(12))
        everything.addWidget(Label(title, "title", wrap=True))
        everything.addLayout(self.body, 1)
        for part in (self.notice, self.progress):
            everything.addWidget(part)
        everything.addLayout(row)

    def on_act(self) -> None:
        """Do what the dialog is for; a child says what."""

    def may_act(self) -> bool:
        """Say whether it can be done now; a child may narrow it."""
        return not self.doing.is_busy()

    def is_busy(self) -> bool:
        """Say whether slow work is under way."""
        return self.doing.is_busy()

    def work(self, job: AnyJob, key: str, answer: Callable[[Any], None]) -> None:
        """Do slow work, called by a gettext key; `answer`, a method of a QObject, is given what came of it."""
        self.notice.hide()
        self.doing.start(job, key, answer)
        self.allow()

    def tell(self, trouble: Trouble) -> None:
        """Tell trouble here, where it was asked, with what to do."""
        self.notice.tell(*told(trouble), "bad")

    def allow(self) -> None:
        """Grey what cannot be done now."""
        self.act.setEnabled(self.may_act())

    def reject(self) -> None:
        """Close; work under way is stopped, and nothing of it stays."""
        self.doing.stop()
        super().reject()
