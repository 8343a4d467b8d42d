# SPDX-License-Identifier: MIT
"""What nobody has seen yet, and what rests on one note only: named, so that the next hour can be planned."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from resources import language
from resources.language import N_, _, ngettext
from storage.model.rubric import Criterion, Rubric
from ui.look import Look
from ui.models.rubric_tree import Tally
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class _Places(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.places: Sequence[tuple[Criterion, int]] = ()

    def show(self, places: Sequence[tuple[Criterion, int]]) -> None:
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place, count = self.places[index.row()]
        words = place.title.get(language.current()) or place.title.get("en", "")
        mark = _(N_("one note only")) if count else _(N_("not yet seen"))
        if role == Role.ROW:
            return Row(place.code, words, time=mark)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{place.code} {words}: {mark}"
        return None


class Gaps(Card):
    """The right of the page."""

    chosen = Signal(str)
    area_asked = Signal(str)
    """Return or a double click on a code."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look, N_("Gaps"), N_("Not yet seen, or resting on one note only"))
        self.count = Label("", "small", "muted")
        self.rows, self.model = QListView(), _Places()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(look, lines=2, chips=False))
        self.rows.setUniformItemSizes(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.none = Label(N_("Every criterion rests on more than one note."), tone="ok", wrap=True)
        self.corner.addWidget(self.count)
        self.body.addWidget(self.none)
        self.body.addWidget(self.rows, 1)
        self.body.addStretch(0)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.rows.activated.connect(self._on_activated)
        self._say()

    @property
    def codes(self) -> list[str]:
        """Return the codes that nobody has seen."""
        return [place.code for place, count in self.model.places if not count]

    def show_gaps(self, rubric: Rubric, counts: Mapping[str, Tally]) -> None:
        """Name what the counts lack: unseen first, each in the rubric's order."""
        criteria = [(each, sum(counts.get(each.code, ()))) for area in rubric.areas for each in area.criteria]
        self.model.show(sorted((pair for pair in criteria if pair[1] < 2), key=lambda pair: pair[1]))
        missing = len(self.codes)
        self.count.show_text(ngettext("{count} not yet seen", "{count} not yet seen", missing).format(count=missing))
        self.none.setVisible(not self.model.places)
        self.rows.setVisible(bool(self.model.places))

    def after(self, code: str) -> str:
        """Return the unseen code that follows a code in the list, the first after the last; empty for none."""
        codes = self.codes
        if not codes:
            return ""
        return codes[(codes.index(code) + 1) % len(codes)] if code in codes else codes[0]

    def changeEvent(self, event: QEvent) -> None:
        """Say the list's name again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Gaps in the framework")))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.model.places[now.row()][0].code)

    def _on_activated(self, index: QModelIndex) -> None:
        self.area_asked.emit(self.model.places[index.row()][0].code)
