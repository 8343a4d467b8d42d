# SPDX-License-Identifier: MIT
"""The dialog that brings an authority's list of cases in: a file, its columns, what becomes of it; then all at once."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.errors import Refused
from storage.imports import case_files, cases, cases_in
from storage.imports.case_files import Table
from storage.imports.cases import Choices, Planned
from storage.job import Job, Tick
from storage.queries.visits import visit
from storage.store import Store
from ui.cases.frame import Asking
from ui.cases.mapping import Mapping
from ui.cases.preview import Preview
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

HINT = N_(
    "A workbook (.xlsx) or CSV from the authority. Only the columns below are read, never a name. Each reference "
    "becomes a pseudonym; the key to it stays on this computer, apart from the visit."
)


class ListIn(Asking):
    """Shows what will become of a list; only then can it be brought in."""

    brought = Signal()

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Bring a list into a visit."""
        super().__init__(desk, N_("Bring in the list of cases"), N_("&Bring in"), parent)
        self._visit_id = visit_id
        self.table: Table | None = None
        self.planned: Planned | None = None
        self.choose = Button(desk.look, N_("Choose a &file…"), "folder-open")
        self.mapping, self.preview = Mapping(desk.look), Preview(desk.look)
        self.about = Label("", "small", "muted")
        row = QHBoxLayout()
        row.setSpacing(desk.look.px(12))
        row.addWidget(self.choose)
        row.addWidget(self.about, 1)
        self.body.addWidget(Label(HINT, "body", "muted", wrap=True))
        self.body.addLayout(row)
        self.body.addWidget(self.mapping)
        self.body.addWidget(self.preview, 1)
        self.body.addStretch(0)
        self.choose.clicked.connect(self._on_choose)
        self.mapping.changed.connect(self._plan)
        self.resize(desk.look.px(940), desk.look.px(600))
        self.allow()
        self.choose.setFocus()

    def may_act(self) -> bool:
        """Say whether the list is settled."""
        return super().may_act() and self.planned is not None and self.planned.is_ready

    def show_file(self, path: Path) -> None:
        """Read a file and show what will become of it."""
        self.table = self.planned = None
        self.notice.hide()
        self.mapping.hide()
        self.preview.hide()

        def work(_taken: None, tick: Tick) -> Table:
            return case_files.read_table(path, tick)

        self.doing.start(Job(_nothing, work, _as_it_is), N_("Reading the list"), self._on_read)
        self.allow()

    def on_act(self) -> None:
        """Bring the list in as it was shown."""
        there = visit(self.desk.store, self._visit_id)
        if there is None or self.planned is None:
            self.tell(Refused(N_("There is no visit to bring the list into."), N_("Choose a visit from the list.")))
            return
        self.notice.hide()
        self.doing.start(cases_in.importing(there, self.planned), N_("Bringing the list in"), self._on_brought)
        self.allow()

    def _on_choose(self) -> None:
        kinds = f"{_(N_('Lists of cases'))} (*.xlsx *.xlsm *.csv *.tsv *.txt)"
        name, _kind = QFileDialog.getOpenFileName(self, _(N_("Choose the list of cases")), "", kinds)
        if name:
            self.show_file(Path(name))

    def _on_read(self, table: object) -> None:
        assert isinstance(table, Table)
        self.table = table
        self.mapping.show_table(table)
        # The job that read is still ending: the next begins when it has.
        QTimer.singleShot(0, self, self._plan)

    def _plan(self) -> None:
        table, choices = self.table, self.mapping.choices()
        if table is None:
            return
        self.planned = None
        self.notice.hide()

        def work(_taken: None, tick: Tick) -> Planned:
            return cases.plan(table, choices, tick)

        self.doing.start(Job(_nothing, work, _as_it_is), N_("Looking through the list"), self._on_planned)
        self.allow()

    def _on_planned(self, planned: object) -> None:
        assert isinstance(planned, Planned)
        self.planned = planned
        self.mapping.show_style(planned.style)
        self.preview.show_planned(planned)
        count = len(planned.rows)
        said = [ngettext("{count} case", "{count} cases", count).format(count=count)]
        if self.table is not None and self.table.mixed:
            lines = ngettext(
                "{count} line in another encoding was read too",
                "{count} lines in another encoding were read too",
                self.table.mixed,
            )
            said.append(lines.format(count=self.table.mixed))
        self.about.show_text(" · ".join(said))
        self._say_what_is_open(planned)
        self.allow()

    def _say_what_is_open(self, planned: Planned) -> None:
        choices: Choices = planned.choices
        if not planned.style:
            self._ask(N_("The dates can be read in two ways."), N_("Say whether day or month comes first."))
        elif planned.problems and not choices.leave_out:
            self._ask(
                N_("Some rows cannot be read. Nothing is brought in like this."),
                N_("Have the list mended, or leave these rows out."),
            )
        elif planned.duplicates and not choices.merge:
            self._ask(
                N_("Some references stand in several rows. Nothing is brought in like this."),
                N_("Have the list mended, or make such rows one case; the first row counts where they differ."),
            )

    def _ask(self, message: str, advice: str) -> None:
        self.notice.tell(_(message), _(advice), "warn")

    def _on_brought(self, _list_id: object) -> None:
        count = len(self.planned.rows) if self.planned else 0
        self.planned = None
        words = ngettext("{count} case is on the list now.", "{count} cases are on the list now.", count)
        self.notice.tell(words.format(count=count), _(N_("Draw a sample next. Undo takes the list back.")), "ok")
        self.leave.setFocus()
        self.brought.emit()


def _nothing(_store: Store) -> None:
    return None


def _as_it_is(_store: Store, made: object) -> object:
    return made
