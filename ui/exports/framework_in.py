# SPDX-License-Identifier: MIT
"""The dialog that lets a visit use another framework, from a file or one that is here, or moves it to a new edition.

What will become of the visit is shown first; reading files is storage/imports/rubrics.py's, the acts acts/rubrics.py's.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTreeView,
    QWidget,
)

from resources.language import N_, _, ngettext
from storage.acts import rubrics as acts
from storage.errors import Refused, Trouble
from storage.imports.rubric_rows import Read
from storage.imports.rubrics import named, reading
from storage.job import Job, Tick
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.editions import earlier, rubric_for, rubrics_here, rubrics_of_visit
from storage.queries.moving import fates
from storage.queries.visits import visit
from storage.steps import Steps
from storage.store import Store
from ui.desk import Desk
from ui.exports.frame import Frame
from ui.exports.framework_table import FrameworkTable
from ui.models.places import words_of
from ui.models.rubric_tree import RubricTree
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, add_row

_KINDS = "*.toml *.xlsx *.csv"
_HINT = N_(
    "From a TOML file or a spreadsheet (XLSX, CSV) with the columns code, parent, title, Welsh, descriptors and "
    "replaces; or one that is here already. Nothing is kept before you have seen what will become of it, and one Undo "
    "takes it back."
)


class FrameworkIn(Frame):
    """Shows a framework as a tree, what is wrong with its file, and what becomes of the visit's links."""

    wide = 980

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Offer a file and what is here."""
        super().__init__(desk, N_("Load a framework"), N_("&Use it"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._visit_id = visit_id
        self.read: Read | None = None
        self.choose, self.here = Button(desk.look, N_("Choose a &file…"), "folder-open"), QComboBox()
        self.name, self.title, self.title_cy, self.how = QLineEdit(), QLineEdit(), QLineEdit(), QComboBox()
        self.about, self.table = Label(wrap=True), FrameworkTable(desk.look)
        self.tree, self._model = QTreeView(), RubricTree(parent=self)
        self._build()
        self._offer()
        self._show_read()

    def may_act(self) -> bool:
        """Say whether a whole framework is shown, and a visit is there to use it."""
        return super().may_act() and self.read is not None and self.read.is_whole and bool(self._visit_id)

    def show_file(self, path: Path) -> None:
        """Read a file and show what it holds."""
        self.read = None
        self.here.setCurrentIndex(0)
        self._show_read()
        self.work(reading(path), N_("Reading the file"), self._on_read)

    def rubric(self) -> Rubric:
        """Return what is shown, under the name and titles that are given. Raise BadFile without a name."""
        assert self.read is not None
        return named(self.read, self.name.text(), self.title.text(), self.title_cy.text()).rubric

    def on_act(self) -> None:
        """Let the visit use it, or move the visit with its links, in one gesture; tell trouble here."""
        try:
            old, rubric = str(self.how.currentData() or ""), self.rubric()
            if old:
                self.work(_moving(self._visit(), old, rubric), N_("Moving the links"), self._on_moved)
                return
            acts.use(self.desk.store, self._visit(), rubric)
        except Trouble as trouble:
            self.tell(trouble)
            return
        self._say_done(N_("The visit uses this framework now."))

    def _on_moved(self, _outcome: object) -> None:
        self._say_done(N_("The visit has moved to this edition."))

    def _say_done(self, said: str) -> None:
        self.read = None
        self._show_read()
        self.note(_(said), _(N_("Undo takes all of it back.")))
        self._offer()
        self.leave.setFocus()

    def _visit(self) -> Visit:
        there = visit(self.desk.store, self._visit_id) if self._visit_id else None
        if there is None:
            raise Refused(N_("There is no visit to use a framework."), N_("Choose a visit from the list."))
        return there

    def _offer(self) -> None:
        """Offer what is here and not in use, and the visit's own editions to move from."""
        there = visit(self.desk.store, self._visit_id) if self._visit_id else None
        left = earlier(self.desk.store, there) if there else ()
        used = there.frameworks if there and not left else ()  # left: links came later that can still move
        self.here.clear()
        self.here.addItem(_(N_("Or one that is here")), None)
        for each in rubrics_here(self.desk.store):
            if each.name not in used:
                self.here.addItem(words_of(each), each)
        self.here.setEnabled(self.here.count() > 1)
        self.how.clear()
        self.how.addItem(_(N_("Use it beside the visit’s other frameworks")), "")
        for each in (*rubrics_of_visit(self.desk.store, there), *left) if there else ():
            self.how.addItem(_(N_("Move the visit from “{name}” to it")).format(name=words_of(each)), each.name)

    def _show_read(self) -> None:
        read = self.read
        for part in (self.about, self.tree, self._form):
            part.setVisible(read is not None)
        self.table.hide()
        if read is not None:
            self._model.show(read.rubric, {})
            self.tree.expandAll()
            self._show_table()
        self.allow()
        self.fit()

    def _show_table(self) -> None:
        """Show problems, or where there are none and the visit is to move, what becomes of its links."""
        assert self.read is not None
        old, told = str(self.how.currentData() or ""), _told(self.read)
        if self.read.problems:
            self.table.show_problems(self.read.problems)
        elif old:
            there = self._visit()
            found = fates(self.desk.store, there, rubric_for(self.desk.store, old, there.id), self.read.rubric)
            self.table.show_fates(found)
            lost = sum(each.links for each in found if not each.becomes)
            words = ngettext("{count} link cannot be carried over", "{count} links cannot be carried over", lost)
            told = f"{told} · {words.format(count=lost)}"
        self.about.show_text(told)
        self.table.setVisible(bool(self.read.problems or old))

    def _on_choose(self) -> None:
        kinds = f"{_(N_('Frameworks'))} ({_KINDS})"
        name, _kind = QFileDialog.getOpenFileName(self, _(N_("Choose a framework’s file")), "", kinds)
        if name:
            self.show_file(Path(name))

    def _on_here(self, at: int) -> None:
        rubric = self.here.itemData(at)
        if isinstance(rubric, Rubric):
            self._on_read(Read(rubric, (), 0))

    def _on_read(self, read: object) -> None:
        if not isinstance(read, Read):
            return
        self.read = read
        self.name.setText(read.rubric.name)
        self.title.setText(read.rubric.title.get("en", ""))
        self.title_cy.setText(read.rubric.title.get("cy", ""))
        is_here = self.here.currentIndex() > 0
        for field in (self.name, self.title, self.title_cy):
            field.setReadOnly(is_here)  # an edition that is here never changes
        self._show_read()
        if read.problems:
            count = len(read.problems)
            words = ngettext("{count} problem", "{count} problems", count).format(count=count)
            self.note(words, _(N_("Correct the file and choose it again; nothing of it is used before.")), "bad")
        else:
            self.notice.hide()

    def _on_how(self, _at: int) -> None:
        if self.read is not None:
            self._show_table()

    def _build(self) -> None:
        self._form = self._made_form()
        self.here.setAccessibleName(_(N_("A framework that is here")))
        self.tree.setModel(self._model)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnHidden(1, True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_(N_("Areas and criteria of the framework")))
        self.tree.setMinimumHeight(self.desk.look.px(240))
        self._place()
        self.choose.clicked.connect(self._on_choose)
        self.here.activated.connect(self._on_here)
        self.how.currentIndexChanged.connect(self._on_how)
        self.choose.setFocus()

    def _made_form(self) -> QWidget:
        made = QWidget()
        form = QFormLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        for key, field in (
            (N_("&Name with edition"), self.name),
            (N_("&Title"), self.title),
            (N_("Title in &Welsh"), self.title_cy),
            (N_("What to &do"), self.how),
        ):
            add_row(form, key, field)
        return made

    def _place(self) -> None:
        look = self.desk.look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.choose)
        row.addWidget(self.here, 1)
        sides = QHBoxLayout()
        sides.setSpacing(look.px(12))
        for part in (self.tree, self.table):
            sides.addWidget(part, 1)
        self.add(Label(_HINT, "body", "muted", wrap=True), row, self.about, self._form)
        self.body.addLayout(sides, 1)
        self.body.addStretch(0)


def _moving(visit: Visit, old: str, new: Rubric) -> Job[Store, None, None, None]:
    """Return the job that moves a visit: all of it is done in the store, in steps."""

    def put(store: Store, _worked: None) -> Steps[None]:
        return acts.moving(store, visit, old, new)

    return Job(_nothing, _no_work, put)


def _nothing(_store: Store) -> None:
    pass


def _no_work(_taken: None, _tick: Tick) -> None:
    pass


def _told(read: Read) -> str:
    """Return what a file holds, in numbers."""
    areas, lacking = len(read.rubric.areas), read.untranslated
    parts = [
        ngettext("{count} area", "{count} areas", areas).format(count=areas),
        ngettext("{count} criterion", "{count} criteria", read.criteria).format(count=read.criteria),
    ]
    if lacking:
        words = ngettext("{count} title in one language only", "{count} titles in one language only", lacking)
        parts.append(words.format(count=lacking))
    return " · ".join(parts)
