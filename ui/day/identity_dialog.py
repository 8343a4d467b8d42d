# SPDX-License-Identifier: MIT
"""Opens a signing identity once, to see before a visit that it works and how long. Nothing secret is kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.errors import Trouble
from storage.job import AnyJob, Job, Tick
from storage.model import clock
from storage.store import Store
from ui.day import asking
from ui.desk import Desk
from ui.doing import Doing
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.notice import Notice
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from reports.signing.identity import Identity


class IdentityDialog(QDialog):
    """A file, its password, and what opening it said."""

    opened = Signal()
    """It was opened and is remembered, by name and last day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Ask for a file first."""
        super().__init__(parent)
        self._path: Path | None = None
        self.setWindowTitle(_(N_("Open a signing identity")))
        look = desk.look
        self.pick = Button(look, N_("C&hoose the file…"), "folder-open")
        self.name = ElidedLabel(N_("No file chosen yet"), "small", "muted")
        self.password = PassphraseField(look, N_("Password of the identity file"))
        self.go = Button(look, N_("&Open the identity"), "lock", primary=True)
        self._cancel = Button(look, N_("&Cancel"))
        self.notice, self._line = Notice(look), ProgressLine(look)
        self._doing = Doing(desk, self._line, self)
        self._build(look.px(8), look.px(24))
        self._on_typed("")

    def use(self, path: Path) -> None:
        """Take a file as the identity to open."""
        self._path = path
        self.name.show_text(path.name)
        self._on_typed(self.password.text())
        self.password.setFocus()

    def reject(self) -> None:
        """Let go of the password, and of what is under way."""
        self.password.clear()
        self._doing.stop()
        super().reject()

    def _build(self, gap: int, side: int) -> None:
        label = Label(N_("Pass&word of the file; it is not kept"), "small")
        label.setBuddy(self.password.edit)
        row, foot = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.pick)
        row.addWidget(self.name, 1)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.go)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(gap)
        everything.addWidget(Label(N_("Open a signing identity"), "title"))
        everything.addWidget(self.notice)
        everything.addLayout(row)
        for part in (label, self.password, self._line):
            everything.addWidget(part)
        everything.addStretch(1)
        everything.addLayout(foot)
        self.setMinimumWidth(side * 20)
        self.pick.clicked.connect(self._on_pick)
        self.password.changed.connect(self._on_typed)
        self.password.submitted.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self._cancel.clicked.connect(self.reject)
        self._doing.failed.connect(self._on_failed)

    def _on_pick(self) -> None:
        path = asking.which_identity(self)
        if path is not None:
            self.use(path)

    def _on_typed(self, text: str) -> None:
        self.go.setEnabled(self._path is not None and bool(text))

    def _on_go(self) -> None:
        if self._path is not None and self.password.text() and not self._doing.is_busy():
            password = self.password.text()
            self.password.clear()
            self._doing.start(_opening(self._path, password), N_("Opening the identity"), self._on_opened)

    def _on_opened(self, _outcome: object) -> None:
        self.opened.emit()
        self.accept()

    def _on_failed(self, trouble: Trouble) -> None:
        message, advice = told(trouble)
        self.notice.tell(message, advice, "bad")


def _opening(path: Path, password: str) -> AnyJob:
    """Return the Job that opens the file and remembers whose it is and until when. Raise BadFile."""

    def work(_taken: object, _tick: Tick) -> "Identity":
        from reports.signing.identity import open_identity

        return open_identity(path, password.encode(), clock.now())

    def put(store: Store, identity: "Identity") -> None:
        from reports.signing.remembered import remember

        remember(store, identity)

    return Job(_nothing, work, put)


def _nothing(_store: Store) -> None:
    return None
