# SPDX-License-Identifier: MIT
"""The dialog that brings things in: an exported visit, or notes from text, CSV or Word; always by a preview."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Refused, Trouble
from storage.imports import notes, visit_in
from storage.imports.notes import Plan
from storage.imports.sheets import Sheet, read_sheet
from storage.imports.visit_json import ReadVisit, read_visit_file
from storage.job import AnyJob, Job, Tick
from storage.model.visit import Visit
from storage.queries.visits import visit
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame
from ui.exports.mapping import Mapping
from ui.exports.preview import PreviewTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_KINDS = "*.json *.txt *.csv *.tsv *.docx"


class BringIn(Frame):
    """Shows what will become of a file; only then can it be brought in."""

    brought = Signal(str)
    """The visit that something was brought into."""

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Bring notes into a visit; an exported visit needs none."""
        super().__init__(desk, N_("Bring notes in"), N_("&Bring in"), parent)
        self._visit_id = visit_id
        self.read: ReadVisit | None = None
        self.sheet: Sheet | None = None
        self.planned: Plan | None = None
        self._new = 0
        self.choose = Button(desk.look, N_("Choose a &file…"), "folder-open")
        self.about, self.table, self.mapping = Label(wrap=True), PreviewTable(desk.look), Mapping(desk.look)
        hint = N_(
            "A visit exported as JSON, or notes as plain text, CSV or Word. Nothing is kept before you have seen what "
            "will become of it, and one Undo takes all of it back."
        )
        self.body.addWidget(Label(hint, "body", "muted", wrap=True))
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.about, self.mapping):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.about.hide()
        self.table.hide()
        self.choose.clicked.connect(self._on_choose)
        self.mapping.changed.connect(self._on_mapped)
        self.resize(desk.look.px(960), desk.look.px(640))
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
        is_visit = path.suffix.lower() == ".json"

        def work(_taken: None, _tick: Tick) -> ReadVisit | Sheet:
            return read_visit_file(path) if is_visit else read_sheet(path)

        def put(_store: Store, found: ReadVisit | Sheet) -> ReadVisit | Sheet:
            return found

        self.work(Job(_nothing, work, put), N_("Reading the file"), self._on_read)

    def on_act(self) -> None:
        """Bring in what was shown, in one gesture, a little at a time; trouble is told here."""
        try:
            self.work(self._bringing(), N_("Bringing in"), self._on_brought)
        except Trouble as trouble:
            self.tell(trouble)

    def _bringing(self) -> AnyJob:
        read, planned = self.read, self.planned
        if read is not None:
            return Job(_nothing, _untouched, lambda store, _worked: visit_in.bringing_in(store, read))
        assert planned is not None
        there = self._visit()
        return Job(_nothing, _untouched, lambda store, _worked: notes.bringing_in(store, there, planned))

    def _on_brought(self, made: object) -> None:
        visit_id = str(made) if self.read is not None else self._visit_id
        count, self._new = self._new, 0
        words = ngettext("{count} thing was brought in.", "{count} things were brought in.", count)
        self.notice.tell(words.format(count=count), _(N_("Undo takes all of it back.")), "ok")
        self.leave.setFocus()
        self.brought.emit(visit_id)

    def _on_choose(self) -> None:
        kinds = f"{_(N_('Visits and notes'))} ({_KINDS})"
        name, _kind = QFileDialog.getOpenFileName(self, _(N_("Choose a file to bring in")), "", kinds)
        if name:
            self.show_file(Path(name))

    def _on_read(self, found: object) -> None:
        try:
            if isinstance(found, ReadVisit):
                self._show_visit(found)
            elif isinstance(found, Sheet):
                self.sheet = found
                self._visit()
                self.mapping.show_sheet(found)
                self._plan("")
        except Trouble as trouble:
            self.tell(trouble)
        self.allow()

    def _on_mapped(self) -> None:
        try:
            self._plan(self.mapping.style_code())
        except Trouble as trouble:
            self.tell(trouble)
        self.allow()

    def _show_visit(self, read: ReadVisit) -> None:
        shown = visit_in.preview(self.desk.store, read)
        self.read, self._new = read, shown.new + (not shown.is_here)
        name = " · ".join(filter(None, (shown.council, shown.visit.service, shown.visit.dates)))
        said = N_("This visit is here: what it lacks is added.") if shown.is_here else N_("This visit is not here yet.")
        self._say(f"{name}\n{_(said)}")
        self.table.show_counts(shown.counts)

    def _plan(self, style: str) -> None:
        assert self.sheet is not None
        self.planned, self._new = None, 0
        self.planned = notes.plan(self.desk.store, self._visit(), self.sheet, self.mapping.where(), style)
        self._new = len(self.planned.new)
        self.mapping.show_style(self.planned.style)
        count = len(self.planned.drafts)
        rows = ngettext("{count} row", "{count} rows", count).format(count=count)
        new = ngettext("{count} new note", "{count} new notes", self._new).format(count=self._new)
        self._say(f"{rows} · {new}")
        self.table.show_drafts(self.planned.drafts)
        self.notice.hide()
        if not self.planned.style:
            asked, advice = N_("The dates can be read in two ways."), N_("Say whether day or month comes first.")
            self.notice.tell(_(asked), _(advice), "warn")

    def _say(self, words: str) -> None:
        self.about.show_text(words)
        self.about.show()
        self.table.show()

    def _visit(self) -> Visit:
        there = visit(self.desk.store, self._visit_id) if self._visit_id else None
        if there is None:
            raise Refused(N_("There is no visit to bring notes into."), N_("Choose a visit from the list."))
        return there


def _nothing(_store: Store) -> None:
    return None


def _untouched(taken: object, _tick: Tick) -> object:
    return taken
