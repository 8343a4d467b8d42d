# SPDX-License-Identifier: MIT
"""One case in full: who reads it, how far, and one's own review in four parts. It shows and says what is wanted.

What is wanted is done by page.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QListView, QTabWidget, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.case import PROGRESS, Case
from storage.model.case_review import CaseReview
from storage.model.note import Note
from storage.queries.reviews import checks_of
from ui.cases.file_part import FilePart
from ui.cases.grades_part import GradesPart
from ui.cases.parts import Strut
from ui.cases.times_part import TimesPart
from ui.cases.words import MARKS, all_facts, other_review
from ui.look import Look
from ui.models.note_words import title_of
from ui.models.places import Place
from ui.models.row_list import RowList
from ui.widgets.buttons import Button, IconButton, NavButton
from ui.widgets.card import Card
from ui.widgets.chips import Flow
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row, RowDelegate

_PARTS = (N_("The file"), N_("Grades"), N_("Times"), N_("Notes"))


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the card tells of one case."""

    case: Case
    mine: CaseReview | None
    others: Sequence[CaseReview]
    notes: Sequence[Note]
    names: Mapping[str, str]
    """PersonId → name of everybody who may read."""
    today: date


class Review(Card):
    """The right of the page."""

    assigned = Signal(str)
    """The reader it is to have (PersonId)."""
    moved = Signal(str)
    """How far it is to be (case.PROGRESS)."""
    note_opened = Signal(str)

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__(look, N_("Case"))
        self.title.setProperty("type", "title")
        self.history = IconButton(look, "history", N_("History of this case"))
        self.key = IconButton(look, "eye", N_("Show the authority's reference"))
        self.facts = Label("", "small", "muted", wrap=True)
        self.reader = QComboBox()
        self.progress = {code: NavButton(look, MARKS[code][0], name) for code, name in PROGRESS.items()}
        self.replace = Button(look, N_("Re&place…"))
        self.file, self.grades, self.times = FilePart(look), GradesPart(look), TimesPart(look)
        self.notes, self.notes_list, self.others = RowList(), QListView(), Label("", "small", "", wrap=True)
        self.tabs = QTabWidget()
        self._build()
        self._say()
        self.reader.activated.connect(self._on_reader)
        self.notes_list.activated.connect(self._on_note)
        for button in self.progress.values():
            button.clicked.connect(self._on_progress)

    def show_places(self, places: Sequence[Place]) -> None:
        """Show the criteria that a case can be graded against."""
        self.grades.show_places(places)

    def show_case(self, shown: Shown | None) -> None:
        """Show a case; blank and grey for None."""
        reads = shown is not None and not shown.case.dropped
        for part in (self.tabs, self.reader, self.replace, self.key, self.history, *self.progress.values()):
            part.setEnabled(reads)
        if shown is None:
            self.title.say(N_("No case chosen"))
            self.facts.say(N_("Choose a case on the left, or draw a sample first."))
            self.file.show_review(None)
            self.grades.show_review(None)
            return
        case = shown.case
        self.history.setEnabled(True)
        self.title.show_text(case.pseudonym)
        self.facts.show_text(all_facts(case))
        self._offer_readers(shown)
        for code, button in self.progress.items():
            button.setChecked(code == case.progress)
        self.replace.setEnabled(reads and case.selection in ("random", "replacement"))
        self.file.show_review(shown.mine)
        self.grades.show_review(shown.mine)
        kept = {str(each[0]) for each in shown.mine.checks} if shown.mine else set()
        self.times.show_checks(checks_of(case, shown.mine), shown.today, kept)
        self.notes.show([(note.id, _note_row(note)) for note in shown.notes])
        told = [other_review(each, shown.names.get(each.reviewer, "")) for each in shown.others]
        self.others.show_text("\n".join(told) or _(N_("Nobody else has reviewed this case.")))
        self._say_notes()

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _offer_readers(self, shown: Shown) -> None:
        self.reader.clear()
        self.reader.addItem(_(N_("Nobody yet")), "")
        for person, name in shown.names.items():
            self.reader.addItem(name, person)
        self.reader.setCurrentIndex(max(0, self.reader.findData(shown.case.reader)))

    def _on_reader(self) -> None:
        self.assigned.emit(str(self.reader.currentData() or ""))

    def _on_progress(self) -> None:
        self.moved.emit(next(code for code, button in self.progress.items() if button.isChecked()))

    def _on_note(self, index: QModelIndex) -> None:
        self.note_opened.emit(self.notes.key(index))

    def _say(self) -> None:
        for at, key in enumerate(_PARTS):
            self.tabs.setTabText(at, _(key))
        self._say_notes()
        self.tabs.tabBar().setAccessibleName(_(N_("Parts of the review")))
        self.reader.setAccessibleName(_(N_("Reader")))
        self.notes_list.setAccessibleName(_(N_("Notes that name this case")))

    def _say_notes(self) -> None:
        count = self.notes.rowCount()
        self.tabs.setTabText(3, f"{_(_PARTS[3])} ({count})" if count else _(_PARTS[3]))

    def _build(self) -> None:
        look, who, how, notes = self._look, QHBoxLayout(), Flow(self._look), QWidget()
        for part in (self.key, self.history, Strut(look)):
            self.corner.addWidget(part)
        label = Label(N_("Rea&der"))
        label.setBuddy(self.reader)
        who.addWidget(label)
        who.addWidget(self.reader, 1)
        who.addWidget(self.replace)
        self._group = QButtonGroup(self)
        for button in self.progress.values():
            self._group.addButton(button)
            how.addWidget(button)
        self.notes_list.setModel(self.notes)
        self.notes_list.setItemDelegate(RowDelegate(look, lines=2, chips=False))
        self.notes_list.setUniformItemSizes(True)
        self.notes_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(notes)
        rows.setContentsMargins(0, look.px(8), 0, 0)
        rows.addWidget(self.notes_list, 1)
        rows.addWidget(Label(N_("Other reviews of this case"), "strong"))
        rows.addWidget(self.others)
        for page in (self.file, self.grades, self.times, notes):
            self.tabs.addTab(page, "")
        self.body.addWidget(self.facts)
        self.body.addLayout(who)
        self.body.addLayout(how)
        self.body.addWidget(self.tabs, 1)


def _note_row(note: Note) -> Row:
    return Row(title_of(note), note.text, (), "")
