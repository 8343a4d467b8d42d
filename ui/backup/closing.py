# SPDX-License-Identifier: MIT
"""The backup that is made when Arolwg is closed: a small dialog with a way out. Nothing waits behind it but the end."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from resources.language import N_, _
from storage.backup import backing_up, has_moved, last
from storage.errors import Trouble
from ui.desk import Desk
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine
from ui.worker import Running


def is_wanted(desk: Desk) -> bool:
    """Say whether to make a backup before closing: its folder is there, and something was written since the last."""
    folder = Path(desk.settings.backup_folder)
    if not desk.settings.backup_folder or desk.store.folder is None or not folder.is_dir():
        return False
    made = last(desk.store)
    return made is None or made.folder != folder or has_moved(desk.store, made)


class Closing(QDialog):
    """Closes by itself when the backup is made or stopped; stays to tell trouble."""

    def __init__(self, desk: Desk) -> None:
        """Make the dialog; `begin` starts the work."""
        super().__init__()
        self._desk = desk
        self.setWindowTitle("Arolwg")
        self.notice, self.progress = Notice(desk.look), ProgressLine(desk.look)
        self.leave = Button(desk.look, N_("&Close without a backup"), primary=True)
        self.leave.hide()
        self.leave.clicked.connect(self.accept)
        self.progress.cancel_asked.connect(self._on_cancel)
        px = desk.look.px
        everything, row = QVBoxLayout(self), QHBoxLayout()
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        row.addStretch(1)
        row.addWidget(self.leave)
        for part in (Label(N_("A backup before Arolwg closes"), "title"), self.notice, self.progress):
            everything.addWidget(part)
        everything.addLayout(row)
        self.setMinimumWidth(px(480))
        self._running = Running(backing_up(Path(desk.settings.backup_folder)), desk.store, self)
        self._running.progressed.connect(self.progress.progress)
        self._running.finished.connect(self._on_over)
        self._running.cancelled.connect(self._on_over)
        self._running.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Show the dialog and begin; what else is under way is stopped."""
        self._desk.worker.close()
        self.progress.begin(N_("Making a backup"))
        self.open()
        self._desk.worker.start(self._running, aside=True)

    def reject(self) -> None:
        """Escape and the window's cross stop the work, or close when it has ended."""
        if self.leave.isHidden():
            self._running.cancel()
        else:
            super().reject()

    def _on_cancel(self) -> None:
        self._running.cancel()

    def _on_over(self) -> None:
        self.accept()

    def _on_failed(self, trouble: Trouble) -> None:
        self.progress.end()
        message, advice = told(trouble)
        self.notice.tell(f"{_(N_('No backup was made.'))} {message}", advice, "bad")
        self.leave.show()
        self.leave.setFocus()
