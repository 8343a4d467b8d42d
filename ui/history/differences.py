# SPDX-License-Identifier: MIT
"""Differences: what people left differently without having seen each other, to be settled now or later.

Nothing waits for it: until then the merge holds, or one of the wordings. The page it stands on: ui/together.py.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from storage.acts import settling
from storage.queries.differences import Clash, clashes
from storage.store import Recorded
from ui.desk import Desk
from ui.history.clash_rows import Clashes
from ui.history.clash_view import ClashView
from ui.panel import Panel, Verb
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.row_delegate import RowDelegate


class Differences(Panel):
    """The list above, the chosen one below."""

    said = Signal(str)
    """A passing message, translated."""

    def __init__(self, desk: Desk) -> None:
        """Build it; what differs is asked when it is shown."""
        super().__init__(desk)
        look = desk.look
        self.card, self.count = Card(look, N_("Differences")), Label("", "small", "muted")
        self.rows, self.model, self.view = QListView(), Clashes(), ClashView(desk)
        self.none = EmptyState(
            look,
            "circle-check",
            N_("Nothing differs"),
            N_("What two people reword without having seen each other is kept twice, and listed here to be settled."),
        )
        self._chosen: tuple[str, str, str] | None = None
        self._build()
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.view.settled.connect(self.settle)
        self.view.later.connect(self.go_on)
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do here."""
        go_on = Verb(N_("Next difference"), "Ctrl+Shift+F6", "visit", self.go_on, self._has_some, "chevron-down")
        return (go_on,)

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of what came from others, and of what may settle something that is listed."""
        listed = {clash.key[:2] for clash in self.model.clashes}
        return recorded.source != "here" or any(
            (each.entity, each.entity_id) in listed or each.undoes for each in recorded.changes
        )

    def refresh(self) -> None:
        """Ask again what differs."""
        self.attempt(self._read)

    def settle(self, value: Any) -> None:
        """Let a value stand for the chosen difference: an ordinary amendment that names every wording."""
        clash = self.view.clash
        if clash is None:
            return
        if self.attempt(lambda: settling.settle(self.desk.store, clash.record, clash.field, value)):
            self.said.emit(_(N_("Settled. Each wording stays in the history.")))

    def go_on(self) -> None:
        """Go to the next difference; after the last comes the first."""
        count = self.model.rowCount()
        if count:
            at = (self.rows.currentIndex().row() + 1) % count
            self.rows.setCurrentIndex(self.model.index(at))
            self.rows.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _has_some(self) -> bool:
        return self.model.rowCount() > 0

    def _read(self) -> None:
        self.show_clashes(clashes(self.desk.store))

    def show_clashes(self, found: Sequence[Clash]) -> None:
        """Show these differences; the chosen one stays chosen while it is among them."""
        at = next((row for row, each in enumerate(found) if each.key == self._chosen), -1)
        row = max(self.rows.currentIndex().row(), 0) if at < 0 else at
        self.model.show(found)
        self.none.setVisible(not found)
        self._parts.setVisible(bool(found))
        words = ngettext("{count} to settle", "{count} to settle", len(found)).format(count=len(found))
        self.count.show_text(words if found else "")
        if found:
            self.rows.setCurrentIndex(self.model.index(min(row, len(found) - 1)))
            high = self.rows.sizeHintForRow(0) * min(len(found), 3) + self.desk.look.px(8)
            self.rows.setMaximumHeight(high)
            self.rows.setMinimumHeight(min(high, self.desk.look.px(90)))
        self._show()

    def _show(self) -> None:
        at = self.rows.currentIndex().row()
        clash = self.model.clashes[at] if 0 <= at < len(self.model.clashes) else None
        self._chosen = clash.key if clash else None
        self.view.show_clash(clash)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show()

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Differences")))
        self.show_clashes(self.model.clashes)

    def _build(self) -> None:
        px = self.desk.look.px
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(self.desk.look, lines=1))
        self.rows.setUniformItemSizes(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = QWidget()
        within = QVBoxLayout(self._parts)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(px(12))
        within.addWidget(self.rows)
        within.addWidget(self.view, 1)
        self.card.corner.addWidget(self.count)
        self.card.body.addWidget(self.none, 1)
        self.card.body.addWidget(self._parts, 1)
        self.body.addWidget(self.card, 1)
