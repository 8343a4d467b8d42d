# SPDX-License-Identifier: MIT
"""A visit's findings: stated, weighed against notes, moved from hunch to agreed. Letters are drafted from them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from resources.language import N_, _
from storage.acts import findings as finding_acts
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.findings import findings_of_visit
from storage.queries.note_pages import notes_named, notes_speaking_to
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.desk import Desk
from ui.findings.rows import Rows, finding_row
from ui.findings.sheet import Sheet
from ui.findings.words import rests_on
from ui.models.editions import editions
from ui.models.note_words import title_of
from ui.models.places import Place, places_of, words_of
from ui.panel import Panel, Verb
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.picker import Picker
from ui.widgets.row_delegate import RowDelegate

_NOUNS = frozenset({"finding", "note", "visit", "member"})
_NARROW = 760
"""Pixels at 100 %."""


class Findings(Panel):
    """The findings of the visit on hand."""

    history_asked = Signal(object)
    source_chosen = Signal(str)
    """"note:<id>": the person wants to see a note."""
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.rows, self.model, self.sheet = QListView(), Rows(), Sheet(desk.look)
        self.new = Button(desk.look, N_("St&ate a finding"), "plus")
        self.count = Label("", "small", "muted")
        self.areas = Picker(
            desk.look, N_("Code or words of an area"), N_("No area is called that. Try fewer letters."), self
        )
        self.notes = Picker(desk.look, N_("Words of a note"), N_("No note answers. Try fewer letters."), self)
        self._rubrics: tuple[Rubric, ...] = ()
        self._findings: dict[str, Finding] = {}
        self._behind: dict[str, Note] = {}
        self._chosen, self._side, self._is_keeping = "", "supports", False
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with findings."""
        there = self._is_there
        return (
            Verb(N_("State a finding"), "Ctrl+D", "visit", self.state, self._has_visit, "flag"),
            Verb(N_("Keep the finding"), "Ctrl+M", "visit", self._on_left, self._has_visit, "check"),
            Verb(N_("Add a note for the finding"), "Ctrl+I", "visit", self.ask_for, there, "plus"),
            Verb(N_("Add a note against the finding"), "Ctrl+U", "visit", self.ask_against, there, "minus"),
        )

    def may_close(self) -> bool:
        """Keep the words of the finding that is shown."""
        return self.keep()

    def show_visit(self, visit_id: str) -> None:
        """Keep what is under the hand and show another visit."""
        if visit_id == self.visit_id or self.keep():
            super().show_visit(visit_id)

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of findings and notes of this visit."""
        mine = self.visit.stream_id if self.visit else ""
        return any(each.stream == mine and each.entity in _NOUNS for each in recorded.changes)

    def refresh(self) -> None:
        """Read the findings again."""
        self.attempt(self._read)

    def state(self) -> None:
        """Begin a finding on a blank sheet."""
        if self.keep():
            self._chosen = ""
            self.rows.clearSelection()
            self._show_sheet()
            self.sheet.statement.setFocus()

    def keep(self) -> bool:
        """Keep the words on the sheet; say whether nothing is left unkept."""
        words, seen = self.sheet.statement.toPlainText().strip(), self._finding()
        if self.visit is None or self._is_keeping or words == (seen.statement if seen else ""):
            return True
        self._is_keeping = True
        kept = self.attempt(lambda: self._keep(words, seen))
        self._is_keeping = False
        if kept:
            self.refresh()
        return kept

    def ask_for(self) -> None:
        """Open the picker for notes that support the finding."""
        self._ask_note("supports")

    def ask_against(self) -> None:
        """Open the picker for notes that contradict the finding."""
        self._ask_note("contradicts")

    def changeEvent(self, event: QEvent) -> None:
        """Say rows and sheet again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put list and sheet above each other where there is little room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.desk.look.px(_NARROW)
        self._sides.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    # Reading and showing.

    def _read(self) -> None:
        store = self.desk.store
        self.visit = visit_by_id(store, self.visit_id) if self.visit_id else None
        self._pages.setCurrentIndex(1 if self.visit else 0)
        if self.visit is None:
            return
        self._rubrics = editions(self.desk.store, self.visit, self.tell)
        self._findings = {each.id: each for each in findings_of_visit(store, self.visit.id)}
        named = {note for each in self._findings.values() for note in (*each.supports, *each.contradicts)}
        self._behind = {note.id: note for note in notes_named(store, named).notes if note.present}
        if self._chosen not in self._findings and not self.sheet.statement.toPlainText().strip():
            self._chosen = next(iter(self._findings), "")
        self._say()

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Findings of the visit")))
        shown = [(each.id, finding_row(each, self._behind)) for each in self._findings.values()]
        self.rows.selectionModel().blockSignals(True)
        self.model.show(shown)
        row = self.model.row_of(self._chosen)
        if row >= 0:
            self.rows.setCurrentIndex(self.model.index(row))
        self.rows.selectionModel().blockSignals(False)
        self.count.show_text(str(len(shown)) if shown else "")
        self._show_sheet()

    def _show_sheet(self) -> None:
        seen = self._finding()
        if seen is None and self.sheet.statement.hasFocus() and self.sheet.statement.toPlainText():
            return  # being stated: the words on the sheet are nowhere else yet
        notes = (
            [self._behind[each] for each in (*seen.supports, *seen.contradicts) if each in self._behind] if seen else []
        )
        self.sheet.show_finding(seen, notes, self._chips(seen))
        behind = [self._behind[each] for each in seen.supports if each in self._behind] if seen else []
        self.sheet.rests.show_text(rests_on(seen, behind) if seen else "")

    def _chips(self, finding: Finding | None) -> list[Chip]:
        chips = []
        for code in finding.areas if finding else ():
            place = next((p for r in self._rubrics if (p := r.criterion(code) or r.area_of(code))), None)
            chips.append(Chip(code, code, words_of(place) if place else ""))
        return chips

    def _finding(self) -> Finding | None:
        return self._findings.get(self._chosen)

    def _has_visit(self) -> bool:
        return self.visit is not None

    def _is_there(self) -> bool:
        return self._finding() is not None

    # Writing.

    def _keep(self, words: str, seen: Finding | None) -> None:
        store = self.desk.store
        if seen is not None:
            finding_acts.amend(store, seen, statement=words or seen.statement)
        elif self.visit is not None and words:
            way = next(name for name, button in self.sheet.polarities.items() if button.isChecked())
            more = {"direction": self.sheet.direction.currentData(), "role": self.sheet.place.currentData()}
            self._chosen = finding_acts.state(store, self.visit, words, polarity=way, **more)

    def _amend(self, **after: Any) -> None:
        if self.keep() and (seen := self._finding()) is not None:
            self.attempt(lambda: finding_acts.amend(self.desk.store, seen, **after))

    def _on_left(self) -> None:
        self.keep()

    def _on_amended(self, field: str, value: str) -> None:
        self._amend(**{field: value})

    def _on_moved(self, state: str) -> None:
        if self.keep() and (seen := self._finding()) is not None:
            self.attempt(lambda: finding_acts.move(self.desk.store, seen, state))
            self._show_sheet()

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        if now.indexes() and self.keep():
            self._chosen = self.model.key(now.indexes()[0])
            self._show_sheet()

    def _ask_area(self) -> None:
        seen = self._finding()
        if seen is not None:
            places = places_of(self._rubrics)
            linked = [place.key for place in places if place.key.partition(":")[2] in seen.areas]
            self.areas.ask(_(N_("Link the finding to an area")), places, linked)

    def _on_area(self, key: str) -> None:
        seen, code = self._finding(), key.partition(":")[2] or key
        if seen is not None:
            areas = tuple(each for each in seen.areas if each != code)
            self._amend(areas=areas if code in seen.areas else (*seen.areas, code))

    def _ask_note(self, side: str) -> None:
        seen = self._finding()
        if seen is None or self.visit is None:
            return
        self._side = side
        found = notes_speaking_to(self.desk.store, self.visit.id, seen.areas)
        places = [Place(note.id, title_of(note), " ".join(note.text[:300].split()), note.text[:2000]) for note in found]
        about = N_("Add a note for the finding") if side == "supports" else N_("Add a note against the finding")
        self.notes.ask(_(about), places, getattr(seen, side))

    def _on_note(self, note_id: str) -> None:
        seen = self._finding()
        if seen is None:
            return
        other = "contradicts" if self._side == "supports" else "supports"
        mine, theirs = (_without(getattr(seen, each), note_id) for each in (self._side, other))
        self._amend(**{self._side: (*mine, note_id), other: theirs})

    def _on_note_removed(self, note_id: str) -> None:
        seen = self._finding()
        if seen is not None:
            self._amend(supports=_without(seen.supports, note_id), contradicts=_without(seen.contradicts, note_id))

    def _on_note_opened(self, note_id: str) -> None:
        self.source_chosen.emit(f"note:{note_id}")

    def _on_history(self) -> None:
        if self.keep() and (seen := self._finding()) is not None:
            self.history_asked.emit(seen)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")

    def _build(self) -> None:
        look = self.desk.look
        empty = EmptyState(
            look,
            "flag",
            N_("No visit is open"),
            N_("Findings say what you hold to be so, and on which notes. Letters are drafted from them."),
            N_("Choose a &visit"),
        )
        empty.acted.connect(self._on_visits)
        card = Card(look, N_("Findings"), N_("What you hold to be so, and on which notes"))
        card.corner.addWidget(self.count)
        card.corner.addWidget(self.new)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(look, lines=3))
        self.rows.setUniformItemSizes(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        card.body.addWidget(self.rows, 1)
        self._sides = QSplitter()
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(look.px(12))
        for side in (card, self.sheet):
            self._sides.addWidget(side)
        self._sides.setSizes([500, 500])
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self._sides)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        sheet = self.sheet
        self.rows.selectionModel().selectionChanged.connect(self._on_selected)
        self.new.clicked.connect(self.state)
        sheet.left.connect(self._on_left)
        sheet.amended.connect(self._on_amended)
        sheet.moved.connect(self._on_moved)
        sheet.history.clicked.connect(self._on_history)
        sheet.link.clicked.connect(self._ask_area)
        sheet.chips.taken_off.connect(self._on_area)
        sheet.add_for.clicked.connect(self.ask_for)
        sheet.add_against.clicked.connect(self.ask_against)
        sheet.behind.removed.connect(self._on_note_removed)
        sheet.behind.opened.connect(self._on_note_opened)
        for signal in (self.areas.picked, self.areas.dropped):
            signal.connect(self._on_area)
        self.notes.picked.connect(self._on_note)
        self.notes.dropped.connect(self._on_note_removed)


def _without(notes: Sequence[str], note_id: str) -> tuple[str, ...]:
    return tuple(each for each in notes if each != note_id)
