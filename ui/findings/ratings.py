# SPDX-License-Identifier: MIT
"""Areas rated: each inspector alone, then opened together, then settled. The acts: storage/acts/ratings.py."""

from PySide6.QtCore import QEvent, QItemSelection, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from resources.language import N_, _
from storage.acts import ratings as acts
from storage.model.rubric import Area, Rubric
from storage.model.visit import Visit
from storage.queries.claims import ground
from storage.queries.ratings import Rated, rated, rated_of_visit
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.desk import Desk
from ui.findings.rating_card import RatingCard
from ui.findings.rating_words import area_row
from ui.findings.reasons import Reasons
from ui.models.editions import editions
from ui.models.places import words_of
from ui.panel import Panel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.row_view import RowView
from ui.widgets.sides import Sides

_NOUNS = frozenset({"rating", "resolution", "visit", "member"})


class Ratings(Panel):
    """The areas of the visit on hand, and one of them in full."""

    source_chosen = Signal(str)
    """"note:<id>": the person wants to see a note."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.rows, self.card = RowView(desk.look, chips=False), RatingCard(desk.look)
        self.model = self.rows.rows
        self.count = Label("", "small", "muted")
        self._rubrics: tuple[Rubric, ...] = ()
        self._rated: dict[str, Rated] = {}
        self._chosen = ""
        self.reasons = Reasons(self)
        self._build()
        self._connect()
        self._say()

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of ratings of this visit, and of links for the claims of the area shown."""
        mine = [each for each in recorded.changes if self.visit and each.stream == self.visit.stream_id]
        if self.isVisible() and any(each.entity in ("link", "note") for each in mine):
            self._show_ground()
        return any(each.entity in _NOUNS for each in mine)

    def refresh(self) -> None:
        """Read the ratings again, and open what is due as soon as nobody is announcing."""
        self.attempt(self._read)
        if any(_is_due(each, self.desk.store.me) for each in self._rated.values()):
            QTimer.singleShot(0, self._on_due)

    def changeEvent(self, event: QEvent) -> None:
        """Say rows and card again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed before anything else comes."""
        self.reasons.write()
        super().hideEvent(event)

    def _read(self) -> None:
        store = self.desk.store
        self.visit = visit_by_id(store, self.visit_id) if self.visit_id else None
        self._rubrics = editions(self.desk.store, self.visit, self.tell) if self.visit else ()
        found = rated_of_visit(store, self.visit) if self.visit else ()
        self._rated = {f"{each.rubric}:{each.area}": each for each in found}
        self._say()

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Areas to rate")))
        places = self._places()
        self._pages.setCurrentIndex(1 if places else 0)
        me = self.desk.store.me
        shown = [(key, area_row(area, self._rated.get(key), me)) for key, (_rubric, area) in places.items()]
        self.rows.selectionModel().blockSignals(True)
        self.model.show(shown)
        if self._chosen not in places:
            self._chosen = next(iter(places), "")
        if (row := self.model.row_of(self._chosen)) >= 0:
            self.rows.setCurrentIndex(self.model.index(row))
        self.rows.selectionModel().blockSignals(False)
        settled = sum(each.resolution is not None for each in self._rated.values())
        self.count.say(N_("{settled} of {all} settled"), settled=settled, all=len(places))
        self._show_card()

    def _places(self) -> dict[str, tuple[Rubric, Area]]:
        return {f"{rubric.name}:{area.code}": (rubric, area) for rubric in self._rubrics for area in rubric.areas}

    def _show_card(self) -> None:
        found = self._places().get(self._chosen)
        if found is None or self.visit is None:
            return
        rubric, area = found
        here = self._rated.get(self._chosen) or rated(self.desk.store, self.visit, rubric.name, area.code)
        self.card.show_area(f"{area.code} {words_of(area)}", here, self.desk.store.me)
        self.reasons.turn_to(self.visit.id, self._chosen)
        self._show_ground()

    def _show_ground(self) -> None:
        found = self._places().get(self._chosen)
        if found is not None and self.visit is not None:
            area = found[1]
            codes = (area.code, *(each.code for each in area.criteria))
            self.card.show_ground(ground(self.desk.store, self.visit.id, codes))

    def _place(self) -> tuple[str, str]:
        rubric, _colon, area = self._chosen.rpartition(":")
        return rubric, area

    def _on_selected(self, now: QItemSelection, _before: QItemSelection) -> None:
        if now.indexes():
            self._chosen = self.model.key(now.indexes()[0])
            self._show_card()

    def _on_locked(self, value: str, words: str) -> None:
        visit = self.visit
        if visit is not None and self.attempt(lambda: self._lock(visit, value, words)):
            self.reasons.rub_out()

    def _lock(self, visit: Visit, value: str, words: str) -> None:
        acts.lock(self.desk.store, visit, self._place(), value, words)

    def _on_settled(self, value: str, words: str) -> None:
        visit = self.visit
        if visit is not None and self.attempt(lambda: self._settle(visit, value, words)):
            self.reasons.rub_out()

    def _settle(self, visit: Visit, value: str, words: str) -> None:
        acts.settle(self.desk.store, visit, self._place(), value, words)

    def _on_due(self) -> None:
        self.attempt(self._open_due)

    def _open_due(self) -> None:
        acts.open_due(self.desk.store)

    def _on_note_opened(self, note_id: str) -> None:
        self.source_chosen.emit(f"note:{note_id}")

    def _build(self) -> None:
        look = self.desk.look
        # From outside inwards: each part is dressed once, where it stays.
        self._pages, self._sides = QStackedWidget(), Sides(look)
        self.body.addWidget(self._pages, 1)
        words = N_("The areas of a visit's framework are rated here; this visit has none.")
        for page in (EmptyState(look, "list-tree", N_("No framework to show"), words), self._sides):
            self._pages.addWidget(page)
        card = Card(look, N_("Ratings"), N_("Each inspector rates alone; what you hold is seen when both have locked."))
        card.corner.addWidget(self.count)
        card.body.addWidget(self.rows, 1)
        self._sides.hold(card, self.card, (400, 600))

    def _connect(self) -> None:
        self.rows.selectionModel().selectionChanged.connect(self._on_selected)
        self.card.locked.connect(self._on_locked)
        self.card.settled.connect(self._on_settled)
        self.card.claims.opened.connect(self._on_note_opened)


def _is_due(rated: Rated, me: str) -> bool:
    mine = rated.of(me)
    return bool(mine and mine.state == "locked" and rated.is_locked and rated.own[0])
