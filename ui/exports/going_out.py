# SPDX-License-Identifier: MIT
"""The frame of the dialogs that write files out of the store: they say first that these are not encrypted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from reports.exports import files
from reports.exports.files import Files
from resources.language import N_, _, ngettext
from storage.job import AnyJob, Job, Tick
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame
from ui.reading import reading
from ui.widgets.notice import Notice

Made = Callable[[Store, Tick], Files]
"""Makes files of a store, which may be one to look only, on another thread."""


class GoingOut(Frame):
    """Asks for a folder and writes into it; a child says what."""

    asking = N_("Write into a folder")
    working = N_("Writing files")

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        """Say the title, a gettext key, and the warning."""
        super().__init__(desk, title, N_("Choose a &folder…"), parent)
        self.warning = Notice(desk.look)
        self.warning.tell(
            _(N_("These files leave the encrypted store: whoever gets them can read them.")),
            _(N_("Keep them where children's data may lie, and delete them after use.")),
            "warn",
        )
        self.body.addWidget(self.warning)

    def made(self) -> Made:
        """Return what makes the files, as everything is chosen now; a child says it."""
        return lambda _store, _tick: {}

    def on_act(self) -> None:
        """Ask for a folder and write into it."""
        folder = QFileDialog.getExistingDirectory(self, _(self.asking))
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write the files into a folder."""
        made = self.made()
        if self.desk.store.folder is not None:
            job: AnyJob = reading(lambda store, tick: files.write(folder, made(store, tick)))
        else:  # a store without a folder cannot be read through a second connection
            job = Job(
                lambda store: made(store, lambda _part: None),
                lambda ready, _tick: files.write(folder, ready),
                lambda _store, written: written,
            )
        self.work(job, self.working, self._on_written)

    def _on_written(self, written: list[Path]) -> None:
        count = len(written)
        words = ngettext("{count} file was written.", "{count} files were written.", count).format(count=count)
        self.note(words, "\n".join(map(str, written)))
