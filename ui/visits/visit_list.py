# SPDX-License-Identifier: MIT
"""The list of visits under their authorities, and beside it what the chosen one is. Its desk is another panel's."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from resources.language import N_, _
from storage.acts import authorities as authority_acts
from storage.acts import visits as visit_acts
from storage.model.visit import Visit
from storage.queries.authorities import authorities, authority
from storage.queries.coverage import holdings
from storage.queries.editions import rubrics_here
from storage.queries.retention import keeping_of
from storage.queries.standing import Stand, is_revoked, stands
from storage.queries.visits import visit as visit_by_id
from storage.queries.visits import visits
from storage.store import Recorded
from ui.desk import Desk
from ui.models.office_words import of_visit
from ui.panel import Panel, Verb
from ui.visits.about import About
from ui.visits.change_form import ChangeForm
from ui.visits.forms import AuthorityForm, VisitForm
from ui.visits.keeping_dialog import KeepingDialog
from ui.visits.rows import VisitDelegate, VisitRows, entries
from ui.visits.state_dialog import StateDialog
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

_NOUNS = frozenset({"authority", "visit", "note", "letter", "session", "member"})


_NARROW = 640
"""Pixels at 100 %."""


class VisitList(Panel):
    """Where one begins: which visit is it today?"""

    visit_chosen = Signal(str)
    """The person wants to work on a visit (VisitId)."""
    history_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show every visit of the store."""
        super().__init__(desk, parent)
        self.rows, self.model = QListView(), VisitRows()
        self.field = SearchField(desk.look, N_("Search visits"))
        self.about = About(desk.look)
        self.plan = Button(desk.look, N_("&Plan a visit"), "plus")
        self.none = Label(N_("No visit answers. Try fewer letters."), tone="muted", wrap=True)
        self._form: VisitForm | AuthorityForm | ChangeForm | None = None
        self._then_plan = False
        self._sought, self._chosen = "", ""
        self._stands: Mapping[str, Stand] = {}
        self._is_revoked = False
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with visits."""
        return (
            Verb(N_("Plan a visit"), "Ctrl+Shift+N", "visit", self.ask_visit, icon="calendar"),
            Verb(N_("Add an authority"), "Ctrl+Shift+O", "visit", self.ask_authority, icon="building-2"),
            Verb(N_("Open the visit"), "Ctrl+O", "visit", self.open_visit, self._has_chosen, "folder-open"),
            Verb(N_("Change the visit"), "Alt+Shift+V", "visit", self.ask_change, self._has_chosen, "pen-line"),
            Verb(N_("How long it is kept…"), "Ctrl+Shift+Q", "visit", self.ask_keeping, self._has_chosen, "lock"),
            Verb(N_("Search visits"), "Ctrl+Shift+F", "visit", self.field.setFocus, icon="search"),
        )

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of whatever the rows tell."""
        return any(change.entity in _NOUNS for change in recorded.changes)

    def show_visit(self, visit_id: str) -> None:
        """Choose the visit that is on hand."""
        self._chosen = visit_id or self._chosen
        super().show_visit(visit_id)

    def refresh(self) -> None:
        """Read visits and authorities again."""
        self.attempt(self._read)

    def ask_visit(self) -> None:
        """Open the form for a visit; without any authority, the one for an authority first."""
        self.attempt(self._ask_visit)

    def _ask_visit(self) -> None:
        councils = authorities(self.desk.store)
        if not councils:
            self._then_plan = True
            self.ask_authority()
            return
        form = VisitForm(self.desk.look, councils, rubrics_here(self.desk.store), self)
        chosen = visit_by_id(self.desk.store, self._chosen) if self._chosen else None
        if chosen is not None:
            form.authority.setCurrentIndex(max(form.authority.findData(chosen.authority_id), 0))
        form.accepted.connect(self._on_visit_given)
        self._form = form
        form.open()
        form.authority.setFocus()

    def ask_authority(self) -> None:
        """Open the form for an authority."""
        form = AuthorityForm(self.desk.look, self)
        form.accepted.connect(self._on_authority_given)
        form.rejected.connect(self._on_given_up)
        self._form = form
        form.open()
        form.name.setFocus()

    def open_visit(self) -> None:
        """Work on the visit that is chosen."""
        if self._has_chosen():
            self.visit_chosen.emit(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list all the room where there is little."""
        super().resizeEvent(event)
        self.about.setVisible(self.width() >= self.desk.look.px(_NARROW))

    def changeEvent(self, event: QEvent) -> None:
        """Say rows again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _has_chosen(self) -> bool:
        return bool(self._chosen)

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Visits, under their authorities")))
        self.model.retranslate()
        self._show_about()

    def _read(self) -> None:
        store = self.desk.store
        councils = authorities(store)
        every = visits(store)
        self._ask_stands(every)
        places = {stream: each.place for stream, each in self._stands.items()}
        shown = entries(councils, every, holdings(store), self._sought, places)
        self._pages.setCurrentIndex(1 if councils else 0)
        self.rows.selectionModel().blockSignals(True)
        self.model.show(shown)
        row = self.model.row_of(self._chosen)
        if row < 0:
            row = next((at for at, each in enumerate(shown) if each.visit and each.visit.frameworks), -1)
        if row < 0:
            row = next((at for at, each in enumerate(shown) if each.visit), -1)
        self.rows.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self.rows.selectionModel().blockSignals(False)
        self._keep_chosen(row)
        self.none.setVisible(not shown)
        self.rows.setVisible(bool(shown))
        self._show_about()

    def _ask_stands(self, shown: Iterable[Visit]) -> None:
        store = self.desk.store
        self._stands = stands(store, dict.fromkeys(each.stream_id for each in shown))
        self._is_revoked = is_revoked(store)

    def _on_stood(self) -> None:
        """Say anew where each visit is, which is all that is new; what is not on the screen is read when it is."""
        if self.isVisible():
            self.attempt(self._place_again)
        else:
            self._refresh_or_wait()

    def _place_again(self) -> None:
        self._ask_stands(each.visit for each in self.model.entries if each.visit is not None)
        self.model.place({stream: each.place for stream, each in self._stands.items()})
        self._show_word()

    def _show_word(self) -> None:
        there = self._visit()
        stand = self._stands.get(there.stream_id) if there is not None else None
        self.about.show_word(of_visit(stand, is_revoked=self._is_revoked) if stand is not None else None)

    def _keep_chosen(self, row: int) -> None:
        there = self.model.entries[row].visit if row >= 0 else None
        self._chosen = there.id if there else ""

    def _show_about(self) -> None:
        row = self.model.row_of(self._chosen)
        there = self._visit()
        keeping = keeping_of(self.desk.store, there) if there is not None else None
        self.about.show_entry(self.model.entries[row] if row >= 0 else None, keeping)
        self._show_word()

    def _visit(self) -> Visit | None:
        row = self.model.row_of(self._chosen)
        return self.model.entries[row].visit if row >= 0 else None

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._keep_chosen(now.row())
            self._show_about()

    def _on_activated(self, _index: QModelIndex) -> None:
        self.open_visit()

    def _on_sought(self, words: str) -> None:
        self._sought = words
        self.refresh()

    def _on_history(self) -> None:
        there = self._visit()
        if there is not None:
            self.history_asked.emit(there)

    def change_state(self) -> None:
        """Ask which state the chosen visit comes into, when and why."""
        there = self._visit()
        if there is not None:
            StateDialog(self.desk, there, self).open()

    def ask_keeping(self) -> None:
        """Show how long the chosen visit is kept; lay a hold; wipe it from this laptop."""
        there = self._visit()
        if there is not None:
            KeepingDialog(self.desk, there, self).open()

    def ask_change(self) -> None:
        """Ask for other days, another kind or scope of the chosen visit."""
        if (there := self._visit()) is not None:
            self._form = ChangeForm(self.desk.look, there, self)
            self._form.accepted.connect(self._on_changed)
            self._form.open()
            self._form.kind.setFocus()

    def _on_changed(self) -> None:
        form = self._form
        if isinstance(form, ChangeForm):
            self.attempt(lambda: visit_acts.amend(self.desk.store, form.seen, **form.fields()))

    def _on_visit_given(self) -> None:
        form = self._form
        if isinstance(form, VisitForm):
            self.attempt(lambda: self._plan(str(form.authority.currentData()), form))

    def _plan(self, authority_id: str, form: VisitForm) -> None:
        council = authority(self.desk.store, authority_id)
        if council is not None:
            self._chosen = visit_acts.plan(self.desk.store, council, **form.fields())
            self._read()

    def _on_authority_given(self) -> None:
        form, then_plan = self._form, self._then_plan
        self._then_plan = False
        if isinstance(form, AuthorityForm) and self.attempt(partial(self._add_authority, form)) and then_plan:
            self.ask_visit()

    def _add_authority(self, form: AuthorityForm) -> None:
        authority_acts.add(self.desk.store, **form.fields())

    def _on_given_up(self) -> None:
        self._then_plan = False

    def _build(self) -> None:
        look = self.desk.look
        empty = EmptyState(
            look,
            "calendar",
            N_("No visits yet"),
            N_("A visit holds two days of notes, the framework beside them, and the letters that come of it."),
            N_("Plan a &visit"),
        )
        empty.acted.connect(self.ask_visit)
        card = Card(look, N_("Visits"))
        card.corner.addWidget(self.plan)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(VisitDelegate(look))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        for part in (self.field, self.none, self.rows):
            card.body.addWidget(part)
        card.body.setStretchFactor(self.rows, 1)
        card.body.addStretch(0)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(look.px(12))
        sides.addWidget(card)
        sides.addWidget(self.about)
        sides.setStretchFactor(0, 5)
        sides.setStretchFactor(1, 4)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(sides)
        self.body.addWidget(self._pages, 1)
        for first, then in pairwise((self.field, self.rows, self.plan)):
            self.setTabOrder(first, then)

    def _connect(self) -> None:
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.rows.activated.connect(self._on_activated)
        self.desk.bus.stood.connect(self._on_stood)
        self.field.sought.connect(self._on_sought)
        self.field.down.connect(self.rows.setFocus)
        self.plan.clicked.connect(self.ask_visit)
        self.about.open_asked.connect(self.open_visit)
        self.about.history_asked.connect(self._on_history)
        self.about.state_asked.connect(self.change_state)
        self.about.change_asked.connect(self.ask_change)
