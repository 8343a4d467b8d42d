# SPDX-License-Identifier: MIT
"""The page of cases: the list with reader and progress on the left, the review of one on the right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.language import N_, _
from storage.acts import reviews as review_acts
from storage.model import clock
from storage.model.case import Case, CaseList
from storage.model.case_review import CaseReview
from storage.model.population import number_of
from storage.model.sample import Sample
from storage.model.visit import Visit
from storage.queries.cases import Reading, cases_of_visit, list_of_visit, note_counts, notes_of_case, readings
from storage.queries.members import members
from storage.queries.reviews import Check, reviews_of_visit
from storage.queries.reviews import review as review_by_id
from storage.queries.samples import sample_of_visit
from storage.queries.standing import Reach, place_of, reach
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.cases.deeds import Deeds
from ui.cases.parts import Strut
from ui.cases.readers import Part, Readers
from ui.cases.review import Review, Shown
from ui.cases.words import case_row, reading_words, summary
from ui.desk import Desk
from ui.models.editions import editions
from ui.models.places import places_of
from ui.models.standing_words import placed
from ui.panel import Panel, Verb
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.chips import Flow
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.row_view import RowView
from ui.widgets.sides import Sides

_NOUNS = frozenset({"case", "case_list", "sample", "case_review", "note", "visit", "member", "edition"})


class Cases(Panel):
    """The cases of the visit on hand."""

    history_asked = Signal(object)
    source_chosen = Signal(str)
    """"note:<id>": the person wants to see a note."""
    page_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.the_list: CaseList | None = None
        self.sample: Sample | None = None
        look = desk.look
        self.list, self.review = RowView(look, lines=0), Review(look)
        self.rows, self.enters_at = self.list.rows, self.list
        self.readers, self.count = Readers(look), Label("", "small", "muted")
        self.bring, self.draw = Button(look, N_("&Bring a list in…"), "download"), Button(look, N_("Draw a &sample…"))
        self.sheet, self.add = Button(look, N_("S&heet…"), "file-text"), IconButton(look, "plus", N_("Add a case…"))
        self.deeds = Deeds(self)
        self._cases: dict[str, Case] = {}
        self._counts: Mapping[int, int] = {}
        self._names: dict[str, str] = {}
        self._chosen, self._is_keeping = "", False
        self._build()
        self._connect()
        self._show()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with cases."""
        return self.deeds.verbs()

    def may_close(self) -> bool:
        """Keep the words that are being typed."""
        return self.keep()

    def show_visit(self, visit_id: str) -> None:
        """Keep what is under the hand and show another visit."""
        if visit_id == self.visit_id or self.keep():
            super().show_visit(visit_id)

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of cases and notes of this visit."""
        mine = self.visit.stream_id if self.visit else ""
        return any(each.stream == mine and each.entity in _NOUNS for each in recorded.changes)

    def refresh(self) -> None:
        """Read the cases again."""
        self.attempt(self._read)

    def keep(self) -> bool:
        """Keep the words on the review; say whether nothing is left unkept."""
        if self._is_keeping or self.case() is None or not self.review.file.is_unkept():
            return True
        return self.write(outcome_words=self.review.file.typed())

    def tell_words(self, message: str, advice: str) -> None:
        """Tell something that is no trouble, already in words."""
        self.notice.tell(message, advice, "info")

    def case(self) -> Case | None:
        """Return the case that is shown."""
        return self._cases.get(self._chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Say rows again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    # Reading and showing.

    def _read(self) -> None:
        store = self.desk.store
        self.visit = visit_by_id(store, self.visit_id) if self.visit_id else None
        self._pages.setCurrentIndex(1 if self.visit else 0)
        if self.visit is None:
            return
        self.the_list, self.sample = list_of_visit(store, self.visit.id), sample_of_visit(store, self.visit.id)
        self._cases = {each.id: each for each in cases_of_visit(store, self.visit.id)}
        self._counts = note_counts(store, self.visit.id)
        self._names = {
            seat.person_id: seat.name
            for seat in members(store, self.visit.stream_id)
            if seat.role in ("lead", "second")
        }
        self.review.show_places(places_of(editions(store, self.visit, self.tell)))
        if self._chosen not in self._cases:
            self._chosen = next((each.id for each in self._cases.values() if not each.dropped), "")
        self._show()

    def _show(self) -> None:
        self.list.setAccessibleName(_(N_("Cases of the visit")))
        known = reach(self.desk.store, self.visit.stream_id) if self.visit else Reach()
        rows = [
            (each.id, placed(case_row(each, self._names, self._count(each)), place_of(known, each)))
            for each in self._cases.values()
        ]
        chosen = self.list.selectionModel()
        chosen.blockSignals(True)
        self.rows.show(rows)
        at = self.rows.row_of(self._chosen)
        if at >= 0:
            self.list.setCurrentIndex(self.rows.index(at))
        chosen.blockSignals(False)
        found = readings(self._cases.values())
        self.count.show_text(summary(found) if found else "")
        self.readers.show_parts([self._part(each) for each in found])
        self._lists.setCurrentIndex(1 if rows else 0)
        self.review.setVisible(bool(rows))
        self._say_empty()
        for part, may in ((self.draw, self.the_list is not None), (self.sheet, self.sample is not None)):
            part.setEnabled(may)
        self._show_case()

    def _say_empty(self) -> None:
        has_list = self.the_list is not None
        self._none.button.say(N_("Draw a sam&ple") if has_list else N_("Bring the authority's &list in"))

    def _show_case(self) -> None:
        case = self.case()
        if case is None or self.visit is None:
            self.review.show_case(None)
            return
        me = self.desk.store.me
        reviews = [each for each in reviews_of_visit(self.desk.store, self.visit.id) if each.case_id == case.id]
        mine = next((each for each in reviews if each.reviewer == me), None)
        others = [each for each in reviews if each.reviewer != me]
        notes = notes_of_case(self.desk.store, self.visit.id, number_of(case.pseudonym) or 0)
        self.review.show_case(Shown(case, mine, others, notes, self._names, self._day()))

    def _part(self, reading: Reading) -> Part:
        total = reading.total if reading.reader else 0  # nobody's cases have no bar
        return Part(reading_words(reading, self._names), reading.read, reading.reading, total)

    def _day(self) -> date:
        """Return the day that lateness is counted to: today, but not after the visit."""
        today = clock.now().astimezone().date()
        try:
            return min(today, clock.span_of(self.visit.dates).latest) if self.visit else today
        except ValueError:
            return today

    def _count(self, case: Case) -> int:
        return self._counts.get(number_of(case.pseudonym) or 0, 0)

    def choose(self, case_id: str) -> None:
        """Show a case."""
        self._chosen = case_id
        self.refresh()

    # Writing.

    def write(self, **after: Any) -> bool:
        """Write fields of one's own review of the case shown; say whether it went well."""
        case = self.case()
        if case is None:
            return True
        mine = review_by_id(self.desk.store, case.id, self.desk.store.me)
        self._is_keeping = True
        kept = self.attempt(lambda: self._keep(case, mine, after))
        self._is_keeping = False
        if kept:
            self.refresh()
        return kept

    def _keep(self, case: Case, mine: CaseReview | None, after: dict[str, Any]) -> None:
        review_acts.write(self.desk.store, case, mine, **after)

    def _mine(self) -> CaseReview | None:
        case = self.case()
        return review_by_id(self.desk.store, case.id, self.desk.store.me) if case else None

    def _on_amended(self, field: str, value: object) -> None:
        self.write(**{field: value})

    def _on_feature(self, code: str, value: str) -> None:
        if self.keep():
            self.write(features=review_acts.shown(self._mine(), code, value))

    def _on_graded(self, place: str, grade: str) -> None:
        if self.keep():
            self.write(grades=review_acts.graded(self._mine(), place, grade))

    def _on_checked(self, check: Check) -> None:
        if self.keep():
            self.write(checks=review_acts.checked(self._mine(), check))

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        if now.indexes() and self.keep():
            self._chosen = self.rows.key(now.indexes()[0])
            self._show_case()

    def _on_note(self, note_id: str) -> None:
        self.source_chosen.emit(f"note:{note_id}")

    def _on_history(self) -> None:
        case = self.case()
        if self.keep() and case is not None:
            self.history_asked.emit(self._mine() or case)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")

    def _on_first(self) -> None:
        if self.the_list is not None:
            self.deeds.ask_draw()
        else:
            self.deeds.ask_list()

    def _build(self) -> None:
        look = self.desk.look
        empty = EmptyState(
            look,
            "users",
            N_("No visit is open"),
            N_("Cases are read from a sample of the authority's list, each by one of you."),
            N_("Choose a &visit"),
        )
        empty.acted.connect(self._on_visits)
        self._none = EmptyState(
            look,
            "users",
            N_("No case is to be read yet"),
            N_(
                "Bring the authority's list in and draw a sample that anybody can draw again. Names never come in; "
                "references become pseudonyms."
            ),
            N_("Bring the authority's &list in"),
        )
        self._none.acted.connect(self._on_first)
        # From outside inwards: each part is dressed once, where it stays.
        self._lists, self._sides, self._pages = QStackedWidget(), Sides(look), QStackedWidget()
        self.body.addWidget(self._pages, 1)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._sides)
        self._sides.hold(self._list_card(), self.review, (460, 540))

    def _list_card(self) -> Card:
        look = self.desk.look
        card, buttons = Card(look, N_("Cases")), Flow(look)
        card.corner.addWidget(self.count)
        for small in (self.add, Strut(look)):
            card.corner.addWidget(small)
        for button in (self.bring, self.draw, self.sheet):
            buttons.addWidget(button)
        for part in (self._none, self.list):
            self._lists.addWidget(part)
        card.body.addLayout(buttons)
        card.body.addWidget(self.readers)
        card.body.addWidget(self._lists, 1)
        return card

    def _connect(self) -> None:
        review, deeds = self.review, self.deeds
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.desk.bus.stood.connect(self._refresh_or_wait)
        self.bring.clicked.connect(deeds.ask_list)
        self.draw.clicked.connect(deeds.ask_draw)
        self.sheet.clicked.connect(deeds.show_sheet)
        self.add.clicked.connect(deeds.ask_case)
        review.replace.clicked.connect(deeds.ask_replace)
        review.key.clicked.connect(deeds.show_reference)
        review.history.clicked.connect(self._on_history)
        review.assigned.connect(deeds.assign)
        review.moved.connect(deeds.move)
        review.note_opened.connect(self._on_note)
        review.file.shown.connect(self._on_feature)
        review.file.amended.connect(self._on_amended)
        review.grades.graded.connect(self._on_graded)
        review.times.checked.connect(self._on_checked)
