# SPDX-License-Identifier: MIT
"""Matters of concern as a window of their own: raised from anywhere, followed until acknowledged, outcome asked for.

Opened by the window, whatever page is shown; it writes by storage/acts/concerns.py.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.acts import concerns as concern_acts
from storage.errors import Refused, Trouble
from storage.model import clock
from storage.model.concern import Concern
from storage.queries.concerns import concern, concerns_of_visit, open_concerns, outcomes_wanted
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.day.concern_sheet import ConcernSheet
from ui.day.rows import concern_row
from ui.desk import Desk
from ui.errors import told
from ui.unsaid import Typed, Unsaid
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.row_view import RowView

PLACE = "concern:"
"""What the places of what is typed here and not kept yet begin with; the visit or matter, and its state, follow."""


class Concerns(QDialog):
    """A list of matters, and the sheet of the one that is chosen."""

    history_asked = Signal(object)

    def __init__(self, desk: Desk, visit_id: str, parent: QWidget | None = None) -> None:
        """Show those that are open anywhere, this visit's, and those whose outcome this visit asks for."""
        super().__init__(parent)
        self.desk, self.visit_id = desk, visit_id
        self._note, self._is_keeping = "", False
        self._known: dict[str, Concern] = {}
        self.setWindowTitle(_(N_("Matters of concern")))
        look = desk.look
        self.list, self.sheet, self.notice = RowView(look, lines=2), ConcernSheet(look), Notice(look)
        self.new = Button(look, N_("Raise &another"), "plus")
        self._shut = Button(look, N_("&Close"))
        self._unsaid = Unsaid(desk.journal, self._typed, self)
        self._build()
        desk.bus.recorded.connect(self._on_recorded)
        self.refresh()

    def raise_new(self, note_id: str = "", case_ref: str = "") -> None:
        """Begin a new matter, of a note or a case where it is raised from one."""
        self._note = note_id
        self.list.setCurrentIndex(QModelIndex())
        self.notice.hide()
        self._show(None, case_ref)
        self._allow()
        self.sheet.focus()

    def show_concern(self, concern_id: str) -> None:
        """Show a matter with its next step; an empty identifier means the first of the list, or a new one."""
        there = self._known.get(concern_id) or next(iter(self._known.values()), None)
        if there is None:
            self.raise_new()
            return
        self.list.setCurrentIndex(self.list.rows.index(self.list.rows.row_of(there.id)))
        self._show(there)
        self._allow()
        self.sheet.focus()

    def refresh(self) -> None:
        """Read the matters again."""
        store, now = self.desk.store, clock.now()
        there = visit_by_id(store, self.visit_id) if self.visit_id else None
        found = [*open_concerns(store)]
        if there is not None:
            found += [*concerns_of_visit(store, there.id), *outcomes_wanted(store, there)]
        self._known = {each.id: each for each in found}
        rows = [(each.id, concern_row(each, now)) for each in self._known.values()]
        self.list.show_rows(rows, _(N_("Matters of concern")))
        self._side.setVisible(bool(rows))
        shown = self.sheet.concern
        if shown is not None:
            self._show(self._known.get(shown.id) or concern(store, shown.id))
        self._allow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed and not kept yet, however the window is left: nobody loses it by Escape."""
        super().hideEvent(event)
        self._unsaid.write()

    def _show(self, matter: Concern | None, case_ref: str = "") -> None:
        """Show a matter, or ask for a new one, with what was typed of its next step before."""
        at = f"{matter.id}:{matter.state}" if matter else self.visit_id
        _words, before = self._unsaid.turn_to(f"{PLACE}{at}" if at else "")
        self.sheet.show_concern(matter, case_ref)
        if before and before != self._about():
            self._note = str(before.get("note", ""))
            self.sheet.put_back(before)
            words = _(N_("What you had typed is here again."))
            self.notice.tell(words, _(N_("It is not kept yet.")), "info")

    def _about(self) -> dict[str, str]:
        return {**self.sheet.typed(), "note": self._note, "visit": self.visit_id}

    def _typed(self) -> Typed:
        return ("", {}) if self._is_keeping else (self.sheet.typed_words(), self._about())

    def _allow(self) -> None:
        self.sheet.setEnabled(bool(self.visit_id) or self.sheet.concern is not None)
        self.new.setEnabled(bool(self.visit_id))

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Trouble as trouble:
            message, advice = told(trouble)
            self.notice.tell(message, advice, "bad")
            return False
        self.notice.hide()
        return True

    def _on_kept(self) -> None:
        seen, self._is_keeping = self.sheet.concern, True  # what becomes ink stands in pencil no longer
        is_kept = self._attempt(self._raise if seen is None else self._go_on)
        self._is_keeping = False
        if not is_kept:
            self._unsaid.write()
        elif seen is not None:
            self.sheet.focus()

    def _raise(self) -> None:
        there = visit_by_id(self.desk.store, self.visit_id)
        if there is None:
            raise Refused(N_("No visit is open."), N_("Open the visit that the matter belongs to."))
        words, about = self.sheet.words.toPlainText(), {"note_id": self._note, "case_ref": self.sheet.case.text()}
        made = concern_acts.raise_concern(self.desk.store, there, words, **about)
        self._note = ""
        self.refresh()
        self.show_concern(made)

    def _go_on(self) -> None:
        store, sheet, seen = self.desk.store, self.sheet, self.sheet.concern
        assert seen is not None
        if seen.state == "raised":
            concern_acts.tell(store, seen, sheet.role.text(), sheet.at.moment())
        elif seen.state == "told":
            said = {"reference": sheet.reference.text(), "response": sheet.response.text()}
            concern_acts.acknowledge(store, seen, sheet.role.text(), sheet.at.moment(), **said)
        else:
            concern_acts.record_outcome(store, seen, sheet.words.toPlainText(), self.visit_id)

    def _on_lead_told(self) -> None:
        seen = self.sheet.concern
        if seen is not None:
            self._attempt(lambda: concern_acts.tell_lead(self.desk.store, seen))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        there = self._known.get(self.list.rows.key(now))
        if there is not None:
            self.notice.hide()
            self._show(there)

    def _on_new(self) -> None:
        self.raise_new()

    def _on_history(self) -> None:
        if self.sheet.concern is not None:
            self.history_asked.emit(self.sheet.concern)

    def _on_recorded(self, recorded: Recorded) -> None:
        if any(change.entity == Concern.entity for change in recorded.changes):
            self.refresh()

    def _build(self) -> None:
        px = self.desk.look.px
        self._side, right = QWidget(), QWidget()
        left, column, buttons = QVBoxLayout(self._side), QVBoxLayout(right), QHBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(px(12), 0, 0, 0)
        left.addWidget(Label(N_("Open, and of this visit"), "heading", wrap=True))
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        scroll = QScrollArea()
        scroll.setWidget(self.sheet)
        scroll.setWidgetResizable(True)
        self.sheet.setProperty("scroll", True)
        column.addWidget(self.notice)
        column.addWidget(scroll, 1)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._side)
        sides.addWidget(right)
        sides.setStretchFactor(0, 2)
        sides.setStretchFactor(1, 3)
        buttons.addStretch(1)
        buttons.addWidget(self._shut)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        everything.addWidget(sides, 1)
        everything.addLayout(buttons)
        self.resize(px(880), px(560))
        self._shut.clicked.connect(self.accept)
        self.new.clicked.connect(self._on_new)
        self.sheet.kept.connect(self._on_kept)
        self.sheet.typed_on.connect(self._unsaid.typed)
        self.sheet.lead_told.connect(self._on_lead_told)
        self.sheet.history_asked.connect(self._on_history)
        self.list.selectionModel().currentChanged.connect(self._on_current)
