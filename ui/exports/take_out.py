# SPDX-License-Identifier: MIT
"""The dialog that takes a visit out of the store: in which forms, into which folder. Writing them: reports/exports."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from reports.exports import files
from reports.exports.visit import whole_visit
from resources.language import N_, _, ngettext
from storage.job import AnyJob, Job, Tick
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame
from ui.reading import reading
from ui.widgets.labels import Label
from ui.widgets.notice import Notice

_USUAL = ("json", "docx")
"""What is ticked at first."""


class TakeOut(Frame):
    """Says first that the files leave the encrypted store."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Offer the forms in which the visit can go out, also half-finished."""
        super().__init__(desk, N_("Take the visit out"), N_("Choose a &folder…"), parent)
        self._visit_id = visit_id
        self.warning = Notice(desk.look)
        self.warning.tell(
            _(N_("These files leave the encrypted store: whoever gets them can read them.")),
            _(N_("Keep them where children's data may lie, and delete them after use.")),
            "warn",
        )
        self.boxes = {form: QCheckBox(_(name)) for form, name in files.FORMS.items()}
        self.body.addWidget(self.warning)
        self.body.addWidget(
            Label(N_("The whole visit as it stands, every note with its original wording, as:"), wrap=True)
        )
        for form, box in self.boxes.items():
            box.setChecked(form in _USUAL)
            box.toggled.connect(self.allow)
            self.body.addWidget(box)
        self.body.addStretch(1)
        self.setMinimumWidth(desk.look.px(520))
        self.boxes["json"].setFocus()

    def forms(self) -> tuple[str, ...]:
        """Return the forms that are ticked."""
        return tuple(form for form, box in self.boxes.items() if box.isChecked())

    def may_act(self) -> bool:
        """Say whether a form is ticked and nothing is being written."""
        return super().may_act() and bool(self.forms())

    def on_act(self) -> None:
        """Ask for a folder and write into it."""
        folder = QFileDialog.getExistingDirectory(self, _(N_("Write the visit into a folder")))
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write the ticked forms into a folder."""
        forms, visit_id = self.forms(), self._visit_id

        def look(store: Store, tick: Tick) -> list[Path]:
            return files.write(folder, files.made(whole_visit(store, visit_id), forms, tick))

        if self.desk.store.folder is not None:
            job: AnyJob = reading(look)
        else:  # a store without a folder cannot be read through a second connection
            job = Job(
                lambda store: whole_visit(store, visit_id),
                lambda whole, tick: files.write(folder, files.made(whole, forms, tick)),
                lambda _store, written: written,
            )
        self.work(job, N_("Writing the visit out"), self._on_written)

    def _on_written(self, written: list[Path]) -> None:
        count = len(written)
        words = ngettext("{count} file was written.", "{count} files were written.", count).format(count=count)
        self.notice.tell(words, "\n".join(map(str, written)), "ok")
