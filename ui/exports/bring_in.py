# SPDX-License-Identifier: MIT
"""The dialog that brings things in: an exported visit or authority, or notes; always by a preview."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Trouble
from storage.imports import notes, standing_in, visit_in
from storage.imports.notes import Plan
from storage.imports.sheets import Sheet
from storage.imports.standing_json import ReadAuthority
from storage.imports.visit_json import ReadVisit
from storage.job import AnyJob, Job, Tick
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame
from ui.exports.looking import Looked, looking_at_file, looking_at_sheet, visit_named
from ui.exports.mapping import Mapping
from ui.exports.preview import PreviewTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class BringIn(Frame):
    """Shows what will become of a file; only then can it be brought in."""

    brought = Signal(str)
    """The visit that something was brought into."""
    council_brought = Signal(str)
    """The authority whose record was brought in."""

    wide = 960
    title = N_("Bring notes in")
    hint = N_(
        "A visit or an authority exported as JSON, or notes as plain text, CSV or Word. Nothing is kept before you "
        "have seen what will become of it, and one Undo takes all of it back."
    )
    kinds = N_("Visits and notes"), "*.json *.txt *.csv *.tsv *.docx"
    """What the dialog for files calls what it shows, and that."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Bring notes into a visit; an exported visit needs none."""
        super().__init__(desk, self.title, N_("&Bring in"), parent)
        self._visit_id = visit_id
        self.read: ReadVisit | ReadAuthority | None = None
        self.sheet: Sheet | None = None
        self.planned: Plan | None = None
        self._new = 0
        self.choose = Button(desk.look, N_("Choose a &file…"), "folder-open")
        self.about, self.table, self.mapping = Label(wrap=True), PreviewTable(desk.look), Mapping(desk.look)
        self.body.addWidget(Label(self.hint, "body", "muted", wrap=True))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.about, self.mapping):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.about.hide()
        self.table.hide()
        self.choose.clicked.connect(self._on_choose)
        self.mapping.changed.connect(self._on_mapped)
        self.allow()
        self.choose.setFocus()

    def may_act(self) -> bool:
        """Say whether something new can be brought in."""
        return super().may_act() and self._new > 0 and (self.planned is None or bool(self.planned.style))

    def show_file(self, path: Path) -> None:
        """Read a file and show what will become of it."""
        self.read = self.sheet = self.planned = None
        self._new = 0
        for part in (self.about, self.table, self.mapping):
            part.hide()
        self.work(self.looking(path), N_("Looking at each row"), self._on_looked)

    def looking(self, path: Path) -> AnyJob:
        """Return the job that finds what a file would become."""
        return looking_at_file(self.desk.store, path, self._visit_id)

    def on_act(self) -> None:
        """Bring in what was shown, in one gesture, a little at a time; trouble is told here."""
        try:
            self.work(self._bringing(), N_("Bringing in"), self._on_brought)
        except Trouble as trouble:
            self.tell(trouble)

    def _bringing(self) -> AnyJob:
        read, planned = self.read, self.planned
        if isinstance(read, ReadVisit):
            return Job(_nothing, _untouched, lambda store, _worked: visit_in.bringing_in(store, read))
        if isinstance(read, ReadAuthority):
            return Job(_nothing, _untouched, lambda store, _worked: standing_in.bringing_in(store, read))
        assert planned is not None
        there = visit_named(self.desk.store, self._visit_id)
        return Job(_nothing, _untouched, lambda store, _worked: notes.bringing_in(store, there, planned))

    def _on_brought(self, made: object) -> None:
        count, self._new = self._new, 0
        words = ngettext("{count} thing was brought in.", "{count} things were brought in.", count)
        self.note(words.format(count=count), _(N_("Undo takes all of it back.")))
        self.leave.setFocus()
        if isinstance(self.read, ReadAuthority):
            self.council_brought.emit(str(made))
        else:
            self.brought.emit(str(made) if self.read is not None else self._visit_id)

    def _on_choose(self) -> None:
        name, kinds = self.kinds
        kinds = f"{_(name)} ({kinds})"
        name, _kind = QFileDialog.getOpenFileName(self, _(N_("Choose a file to bring in")), "", kinds)
        if name:
            self.show_file(Path(name))

    def _on_looked(self, found: object) -> None:
        assert isinstance(found, Looked)
        if found.read is not None and found.shown is not None:
            self._show_exported(found.read, found.shown)
        elif found.sheet is not None:
            if found.sheet is not self.sheet:
                self.mapping.show_sheet(found.sheet)
            self.sheet = found.sheet
            if found.planned is not None:
                self._show_plan(found.planned)
        if found.trouble is not None:
            self.tell(found.trouble)

    def _on_mapped(self) -> None:
        """Look again; where that is under way already, this takes its place."""
        self.planned, self._new = None, 0
        if self.sheet is not None:
            chosen = self.mapping.where(), self.mapping.style_code()
            job = looking_at_sheet(self.desk.store, self.sheet, self._visit_id, chosen)
            self.work(job, N_("Looking at each row"), self._on_looked)

    def _show_exported(self, read: ReadVisit | ReadAuthority, shown: visit_in.Preview | standing_in.Preview) -> None:
        self.read, self._new = read, shown.new + (not shown.is_here)
        self._say(f"{shown.name}\n{_(shown.said)}")
        self.table.show_counts(shown.counts)

    def _show_plan(self, planned: Plan) -> None:
        self.planned, self._new = planned, len(planned.new)
        self.mapping.show_style(planned.style)
        count = len(planned.drafts)
        rows = ngettext("{count} row", "{count} rows", count).format(count=count)
        new = ngettext("{count} new note", "{count} new notes", self._new).format(count=self._new)
        self._say(f"{rows} · {new}")
        self.table.show_drafts(planned.drafts)
        if not planned.style:
            asked, advice = N_("The dates can be read in two ways."), N_("Say whether day or month comes first.")
            self.note(_(asked), _(advice), "warn")

    def _say(self, words: str) -> None:
        self.about.show_text(words)
        self.about.show()
        self.table.show()
        self.fit()


def _nothing(_store: Store) -> None:
    return None


def _untouched(taken: object, _tick: Tick) -> object:
    return taken
