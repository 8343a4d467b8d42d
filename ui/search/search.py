# SPDX-License-Identifier: MIT
"""The search page: a field, filters, searches kept by name, and what was found as one types."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from resources.language import N_, _
from storage.queries.found import Found
from storage.search import saved
from storage.search.query import MOST_TERMS, Sought, question
from storage.store import Recorded
from ui.desk import Desk
from ui.panel import Panel, Verb
from ui.search.asking import Asking
from ui.search.choices import Choices, choices
from ui.search.narrowing import Folding, Narrowing
from ui.search.nothing import Nothing, is_narrowed
from ui.search.results import Results
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.search_field import SearchField

_NOUNS = frozenset({"note", "link", "visit", "session", "authority", "member"})
_NAME, _READ = 80, 400
"""Signs of a kept search's name that its line shows, and its tooltip: whole pages are pasted into a field."""
_HINT = N_("All words must be there. “In quotes” for words in that order. Welsh words are found in every mutated form.")


class Search(Panel):
    """Every note of every visit on this laptop."""

    visit_chosen = Signal(str)
    note_chosen = Signal(str)
    """The person wants to read a note (NoteId)."""

    def __init__(self, desk: Desk) -> None:
        """Build the page; nothing is asked before it is shown."""
        super().__init__(desk)
        self.field = SearchField(desk.look, N_("Search every note"))
        self.narrowing = Narrowing(desk.look)
        self.filters, self.kept = self.narrowing.filters, self.narrowing.kept
        self.keep, self.forget = self.narrowing.keep, self.narrowing.forget
        self.fold = Folding(desk.look, self.narrowing)
        self.card = Card(desk.look, N_("Search"), _HINT)
        self.count = Label("", "small", "muted")
        self.cut = Label("", "small", "warn", wrap=True)
        self.cut.say(N_("Only the first {count} words are looked for."), count=MOST_TERMS)
        self.none = Nothing(desk.look)
        self.results = Results(desk.look)
        self.asking = Asking(desk, self)
        self._choices, self._before = Choices(), 0
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        return (
            Verb(N_("Keep this search"), "Ctrl+S", "view", self.keep_search, self._is_asking, "save"),
            Verb(N_("Clear the search"), "Ctrl+.", "view", self.clear, self._is_asking, "x"),
        )

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of whatever can be found or chosen."""
        return any(change.entity in _NOUNS for change in recorded.changes)

    def refresh(self) -> None:
        """Read what can be chosen, and search again."""
        self.attempt(self._read)
        self._ask()

    def sought(self) -> Sought:
        """Return what is looked for now."""
        return self.filters.narrowed(self.field.text())

    def look_for(self, sought: Sought) -> None:
        """Search for something else."""
        self.attempt(lambda: self.filters.offer(choices(self.desk.store, sought.visit_id)))
        self.filters.put(sought)
        self.field.put(sought.text)
        self._show_kept()
        self._ask()

    def keep_search(self) -> None:
        """Keep what is looked for now under its own words."""
        sought = self.sought()
        if not sought.is_empty:
            self.attempt(lambda: saved.keep(self.desk.store.marks, self.filters.said(sought), sought))
            self._show_kept()

    def clear(self) -> None:
        """Look for nothing: the newest notes."""
        self.look_for(Sought())
        self.field.setFocus()

    def widen(self) -> None:
        """Look for the same words without any filter."""
        self.look_for(Sought(self.field.text()))
        self.field.setFocus()

    def may_close(self) -> bool:
        """Stop what is being asked."""
        self.asking.stop()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold filters away where the page is low."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fold filters away where the page is low."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say rows and choices again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self.isVisible():
                self.refresh()
        super().changeEvent(event)

    def _read(self) -> None:
        self._choices = choices(self.desk.store, self.filters.boxes["visit_id"].value())
        self.filters.offer(self._choices)
        self._show_kept()

    def _on_indexed(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._before = 0
        self.asking.ask(self.sought())

    def _is_asking(self) -> bool:
        return not self.sought().is_empty

    def _fit(self) -> None:
        # The room is what can be seen of the page: it is itself as high as what is on it, and then scrolled.
        self.fold.fit((self.parentWidget() or self).height())

    def _on_folded(self) -> None:
        self.card.hint.setVisible(not self.fold.is_low)
        self.none.fit(self.fold.is_low)

    def _show_kept(self) -> None:
        self.fold.tell(is_narrowed(self.sought()))
        there = saved.saved(self.desk.store.marks)
        now = self.sought()
        self.kept.clear()
        self.kept.addItem(_(N_("Searches kept")) if there else _(N_("No search is kept yet")), None)
        for each in there:
            self.kept.addItem(each.name if len(each.name) <= _NAME else f"{each.name[:_NAME]}…", each)
            self.kept.setItemData(self.kept.count() - 1, each.name[:_READ], Qt.ItemDataRole.ToolTipRole)
            if each.sought == now:
                self.kept.setCurrentIndex(self.kept.count() - 1)
        self.kept.setEnabled(bool(there))
        self.forget.setEnabled(self.kept.currentIndex() > 0)
        self.keep.setEnabled(not now.is_empty and self.kept.currentIndex() <= 0)

    def _say(self) -> None:
        self.kept.setAccessibleName(_(N_("Searches kept")))
        self.results.setAccessibleName(_(N_("Notes found, newest first")))
        self.results.hits.retranslate()
        self._show_kept()

    def _on_changed(self) -> None:
        self.attempt(self._read)
        self._ask()

    def _on_sought(self, _words: str) -> None:
        self._show_kept()
        self._ask()

    def _on_kept(self, _at: int) -> None:
        chosen = self.kept.currentData()
        if isinstance(chosen, saved.Saved):
            self.look_for(chosen.sought)

    def _on_forget(self) -> None:
        chosen = self.kept.currentData()
        if isinstance(chosen, saved.Saved):
            self.attempt(lambda: saved.forget(self.desk.store.marks, chosen.name))
            self._show_kept()

    def _on_answered(self, page: Found, before: int) -> None:
        self._before = page.before
        if before:
            self.results.hits.add(page.found, bool(page.before))
        else:
            self.results.hits.show(page.found, dict(self._choices.visits), bool(page.before))
            self._choose_first()  # whoever went down before the answer came
        shown = len(self.results.hits.hits)
        words = N_("The newest {count}; scroll for older ones") if page.before else N_("{count} found")
        self.count.say(words, count=shown)
        if not shown:
            self.none.tell(self.sought(), self.desk.store.tables.later.waiting())
        self.none.setVisible(not shown)
        self.results.setVisible(bool(shown))
        self.cut.setVisible(question(self.field.text()).is_cut)

    def _on_more_wanted(self) -> None:
        if self._before:
            self.asking.ask(self.sought(), self._before)

    def _on_down(self) -> None:
        self.results.setFocus()
        self._choose_first()

    def _choose_first(self) -> None:
        if self.results.hasFocus() and self.results.chosen() is None and self.results.hits.hits:
            self.results.setCurrentIndex(self.results.hits.index(0))

    def _on_activated(self, _index: QModelIndex) -> None:
        chosen = self.results.chosen()
        if chosen is None:
            return
        if chosen.visit_id != self.visit_id:
            self.visit_chosen.emit(chosen.visit_id)
        self.note_chosen.emit(chosen.note_id)

    def _build(self) -> None:
        card, line = self.card, QHBoxLayout()
        card.corner.addWidget(self.count)
        line.addWidget(self.field, 1)
        line.addWidget(self.fold)
        card.body.addLayout(line)
        card.body.addWidget(self.cut)
        card.body.addWidget(self.narrowing)
        card.body.addWidget(self.none, 1)
        card.body.addWidget(self.results, 1)
        self.none.hide()
        self.cut.hide()
        self.body.addWidget(card, 1)
        self.setFocusProxy(self.field)
        asked = (self.field, self.fold, *self.filters.boxes.values(), self.kept, self.keep, self.forget)
        order = (*asked, self.none.button, self.results)
        for first, then in pairwise(order):
            self.setTabOrder(first, then)

    def _connect(self) -> None:
        self.field.sought.connect(self._on_sought)
        self.field.down.connect(self._on_down)
        self.filters.changed.connect(self._on_changed)
        self.kept.activated.connect(self._on_kept)
        self.keep.clicked.connect(self.keep_search)
        self.forget.clicked.connect(self._on_forget)
        self.asking.answered.connect(self._on_answered, Qt.ConnectionType.DirectConnection)
        self.asking.failed.connect(self.tell)
        self.none.acted.connect(self.widen)
        self.fold.folded.connect(self._on_folded)
        self.desk.look.changed.connect(self._fit)
        self.results.hits.more_wanted.connect(self._on_more_wanted, Qt.ConnectionType.QueuedConnection)
        self.results.activated.connect(self._on_activated)
        self.desk.bus.indexed.connect(self._on_indexed)
