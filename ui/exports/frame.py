# SPDX-License-Identifier: MIT
"""The frame of the dialogs of this folder: slow work with its progress, one thing to do, a way out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from resources.language import N_
from storage.job import AnyJob
from ui.desk import Desk
from ui.doing import Doing
from ui.widgets.buttons import Button
from ui.widgets.progress_line import ProgressLine
from ui.widgets.sheet import Sheet


class Frame(Sheet):
    """A dialog that stays when its work is done, to say what came of it."""

    wide = 560
    """Pixels at 100 %."""

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        """Say title and what is to be done (gettext keys); a child fills `body`."""
        super().__init__(desk.look, title, parent, self.wide)
        self.desk, self.progress = desk, ProgressLine(desk.look)
        self.act, self.leave = Button(desk.look, act, primary=True), Button(desk.look, N_("&Close"))
        self.act.setDefault(True)
        self.work_in(self.progress)
        self.close_with(self.leave, self.act)
        self.doing = Doing(desk, self.progress, self)
        self.doing.failed.connect(self.tell)
        self.doing.idle.connect(self.allow)
        self.act.clicked.connect(self.on_act)
        self.leave.clicked.connect(self.reject)

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

    def allow(self) -> None:
        """Grey what cannot be done now."""
        self.act.setEnabled(self.may_act())

    def reject(self) -> None:
        """Close; work under way is stopped, and nothing of it stays."""
        self.doing.stop()
        super().reject()
