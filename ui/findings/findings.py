# SPDX-License-Identifier: MIT
"""A visit's findings: stated, weighed against notes, agreed. Letters are drafted from them. Ratings: ratings.py."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.change import Change
from storage.model.finding import Finding
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.claims import ground
from storage.queries.findings import (
    Weighed,
    earlier_of,
    finding,
    findings_of_visit,
    names_of_stream,
    weigh,
)
from storage.queries.standing import Reach, place_of, reach
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.desk import Desk
from ui.findings.behind import Behind
from ui.findings.pencilling import Pencilling
from ui.findings.ratings import Ratings
from ui.findings.rows import finding_row
from ui.findings.sheet import Beside, Sheet
from ui.findings.writing import Writing
from ui.models.editions import editions
from ui.models.places import words_of
from ui.models.standing_words import placed
from ui.panel import Panel, Verb
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.picker import Picker
from ui.widgets.row_delegate import Row
from ui.widgets.row_view import RowView
from ui.widgets.sides import Sides

_NOUNS = frozenset({"finding", "agreement", "note", "visit", "member"})
_YESES = frozenset({"finding", "agreement"})
"""What a finding's own row is made of; an agreement's identifier begins with its finding's."""


class Findings(Panel):
    """The findings of the visit on hand, and the ratings of its areas."""

    history_asked = Signal(object)
    source_chosen = Signal(str)
    """"note:<id>": the person wants to see a note."""
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.rubrics: tuple[Rubric, ...] = ()
        self.chosen = self._in_sight = ""
        """The finding that is shown, or an empty text while one is stated."""
        self.rows, self.sheet = RowView(desk.look, lines=2), Sheet(desk.look)
        self.enters_at = self.rows
        self.model = self.rows.rows
        self.new = Button(desk.look, N_("St&ate a finding"), "plus")
        self.count = Label("", "small", "muted")
        self.tabs, self.ratings = QTabBar(), Ratings(desk)
        none = N_("No area is called that. Try fewer letters.")
        self.areas = Picker(desk.look, N_("Code or words of an area"), none, self)
        self.notes = Picker(desk.look, N_("Words of a note"), N_("No note answers. Try fewer letters."), self)
        self.earlier = Picker(desk.look, N_("Words of what was found or asked"), N_("Nothing earlier answers."), self)
        self._weighed: dict[str, Weighed] = {}
        self._behind = Behind(desk.store, self)
        self._touched: set[str] | None = None
        """Findings to be read again when the page is next refreshed; None for all."""
        self._shown: dict[str, Row] = {}
        self.writing, self.pencilling = Writing(self), Pencilling(self)
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with findings."""
        there = self._is_there
        return (
            Verb(N_("State a finding"), "Ctrl+D", "visit", self.state, self._has_visit, "flag"),
            Verb(N_("Keep the finding"), "Ctrl+M", "visit", self._on_kept, self._has_visit, "check"),
            Verb(N_("Add a note for the finding"), "Ctrl+I", "visit", self.writing.ask_for, there, "plus"),
            Verb(N_("Add a note against the finding"), "Ctrl+U", "visit", self.writing.ask_against, there, "minus"),
            Verb(N_("Agree to the finding"), "Shift+F5", "visit", self._on_agreed, there, "check"),
            Verb(N_("Rate an area"), "Shift+F9", "visit", self.rate, self._has_visit, "shield-check"),
        )

    def may_close(self) -> bool:
        """Keep the words of the finding that is shown."""
        return self.writing.keep()

    def show_visit(self, visit_id: str) -> None:
        """Keep what is under the hand and show another visit."""
        if visit_id == self.visit_id or self.writing.keep():
            self.chosen = "" if visit_id != self.visit_id else self.chosen
            super().show_visit(visit_id)
            self.ratings.show_visit(visit_id)

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of findings and notes of this visit; of links only what the claims of the one shown need."""
        mine = [each for each in recorded.changes if self.visit and each.stream == self.visit.stream_id]
        self._touch(mine)
        if self.isVisible() and any(each.entity == "link" for each in mine):
            self._show_claims()
        return any(each.entity in _NOUNS for each in mine)

    def refresh(self) -> None:
        """Read the findings again."""
        self.attempt(self._read)

    def state(self) -> None:
        """Begin a finding on a blank sheet."""
        if self.writing.keep():
            self.tabs.setCurrentIndex(0)
            self.choose("")
            self.sheet.statement.setFocus()

    def rate(self) -> None:
        """Show the areas to rate."""
        self.tabs.setCurrentIndex(1)
        self.ratings.rows.setFocus()

    def finding(self) -> Finding | None:
        """Return the finding that is shown, or None."""
        weighed = self._weighed.get(self.chosen)
        return weighed.finding if weighed else None

    def choose(self, finding_id: str) -> None:
        """Show another finding, or a blank sheet for an identifier that is not here; words typed are kept before."""
        if finding_id != self.chosen and not self.writing.keep():
            return
        self.chosen = finding_id if finding_id in self._weighed else ""
        self.rows.selectionModel().blockSignals(True)
        if self.chosen:
            at = self.model.index(self.model.row_of(self.chosen))
            self.rows.setCurrentIndex(at)
            if self.chosen != self._in_sight:  # once: whoever scrolls on is not called back by news
                self.rows.scrollTo(at)
        else:
            self.rows.clearSelection()
        self._in_sight = self.chosen
        self.rows.selectionModel().blockSignals(False)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the chosen finding as it is known; words that are being typed stay."""
        weighed = self._weighed.get(self.chosen)
        seen = weighed.finding if weighed else None
        if self.visit is None:
            return
        if not self.sheet.is_pending() or (self.writing.typed_on and self.writing.typed_on.id) != self.chosen:
            self.writing.typed_on = seen
        names = names_of_stream(self.desk.store, self.visit.stream_id)
        earlier = earlier_of(self.desk.store, seen) if seen else None
        self.sheet.show_finding(weighed, Beside(self._chips(seen), names, self.desk.store.me, earlier))
        self._show_claims()

    def _read(self) -> None:
        store = self.desk.store
        before, self.visit = self.visit, visit_by_id(store, self.visit_id) if self.visit_id else None
        self._pages.setCurrentIndex(1 if self.visit else 0)
        if self.visit is None or before is None or before.id != self.visit.id:
            self._behind.forget()
        if self.visit is None:
            return
        self.rubrics = editions(self.desk.store, self.visit, self.tell)
        self._weigh(self.visit, None if before is None or before.id != self.visit.id else self._touched)
        if self.chosen not in self._weighed and not self.sheet.statement.is_pending():
            self.chosen = next(iter(self._weighed), "")
        self._say()
        self.pencilling.recover()

    def _touch(self, changes: Sequence[Change]) -> None:
        """Remember which findings are not as they are shown."""
        notes = {each.entity_id for each in changes if each.entity == "note"}
        if notes:
            self._behind.forget(notes)
        if self._touched is None or any(each.entity in ("visit", "member") for each in changes):
            self._touched = None
            return
        self._touched |= {each.entity_id.partition(".")[0] for each in changes if each.entity in _YESES}
        for each in self._weighed.values() if notes else ():
            if not notes.isdisjoint((*each.finding.supports, *each.finding.contradicts)):
                self._touched.add(each.finding.id)

    def _weigh(self, visit: Visit, touched: set[str] | None) -> None:
        """Weigh findings again: those touched, or all for None."""
        store, self._touched = self.desk.store, set()
        if touched is None:
            every: Sequence[Finding] = findings_of_visit(store, visit.id)
            self._weighed, self._shown = {}, {}
        else:
            found = (finding(store, each) for each in touched)
            every = [each for each in found if each is not None and each.present and each.visit_id == visit.id]
            for name in touched:
                self._weighed.pop(name, None)
                self._shown.pop(name, None)
        self._behind.fetch(every)
        self._weighed |= {each.finding.id: each for each in weigh(store, visit.id, every, self._behind.notes)}
        self._weighed = dict(sorted(self._weighed.items()))  # as the query orders them

    def _on_complete(self) -> None:
        self._touched = None
        self.refresh()

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Findings of the visit")))
        for at, name in enumerate((N_("Findings"), N_("Ratings"))):
            self.tabs.setTabText(at, _(name))
        self.tabs.setAccessibleName(_(N_("Findings or ratings")))
        self._shown |= {name: finding_row(each) for name, each in self._weighed.items() if name not in self._shown}
        known = reach(self.desk.store, self.visit.stream_id) if self.visit else Reach()
        where = {name: place_of(known, each.finding) for name, each in self._weighed.items()}
        self.model.show([(name, placed(self._shown[name], where[name])) for name in self._weighed])
        self.count.show_text(str(len(self._weighed)) if self._weighed else "")
        self.choose(self.chosen)

    def _show_claims(self) -> None:
        seen = self.finding()
        if self.sheet.tabs.currentIndex() != 1:
            return  # what nobody looks at is not asked for
        if seen is None or self.visit is None:
            self.sheet.show_claims(())
            return
        self.sheet.show_claims(
            ground(self.desk.store, self.visit.id, seen.areas, (*seen.supports, *seen.contradicts)).pairs
        )

    def _chips(self, finding: Finding | None) -> list[Chip]:
        chips = []
        for code in finding.areas if finding else ():
            place = next((p for r in self.rubrics if (p := r.criterion(code) or r.area_of(code))), None)
            chips.append(Chip(code, code, words_of(place) if place else ""))
        return chips

    def _has_visit(self) -> bool:
        return self.visit is not None

    def _is_there(self) -> bool:
        return self.finding() is not None

    def _on_kept(self) -> None:
        self.writing.keep()

    def _on_agreed(self) -> None:
        self.writing.agree()

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        if now.indexes() and self.writing.keep():
            self.chosen = self.model.key(now.indexes()[0])
            self.show_sheet()

    def _on_tab(self, _at: int) -> None:
        self._show_claims()

    def _on_note_opened(self, note_id: str) -> None:
        self.source_chosen.emit(f"note:{note_id}")

    def _on_history(self) -> None:
        if self.writing.keep() and (seen := self.finding()) is not None:
            self.history_asked.emit(seen)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")

    def changeEvent(self, event: QEvent) -> None:
        """Say rows and sheet again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._shown.clear()
            self._say()
        super().changeEvent(event)

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
        # From outside inwards: each part is dressed once, where it stays.
        self._parts, self._pages, self._sides = QStackedWidget(), QStackedWidget(), Sides(look)
        self.body.addWidget(self._pages, 1)
        whole = QWidget(self._pages)
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.tabs)
        inside.addWidget(self._parts, 1)
        for part in (self._sides, self.ratings):
            self._parts.addWidget(part)
        card = Card(look, N_("Findings"), N_("What you hold to be so, and on which notes"))
        card.corner.addWidget(self.count)
        card.corner.addWidget(self.new)
        card.body.addWidget(self.rows, 1)
        self._sides.hold(card, self.sheet, (400, 600))
        self.tabs.setExpanding(False)
        for _name in range(2):
            self.tabs.addTab("")
        for page in (empty, whole):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        self.rows.selectionModel().selectionChanged.connect(self._on_selected)
        self.new.clicked.connect(self.state)
        self.tabs.currentChanged.connect(self._parts.setCurrentIndex)
        self.ratings.source_chosen.connect(self.source_chosen)
        self._behind.complete.connect(self._on_complete)
        self.desk.bus.stood.connect(self._refresh_or_wait)
        evidence, sheet = self.sheet.evidence, self.sheet
        evidence.add_for.clicked.connect(self.writing.ask_for)
        evidence.add_against.clicked.connect(self.writing.ask_against)
        sheet.history.clicked.connect(self._on_history)
        sheet.tabs.currentChanged.connect(self._on_tab)
        for notes in (evidence.supports, evidence.contradicts, sheet.claims):
            notes.opened.connect(self._on_note_opened)
