# SPDX-License-Identifier: MIT
"""The stage of each visit and letter at a glance, with dates, and where each is: what an office has open all day.

An inspector sees her own visits in the same place. The rows and their track: stage_rows.py.
"""

from collections import Counter

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QListView

from resources.language import N_, _, ngettext
from storage.job import Tick
from storage.model.rules import STATE_NAMES
from storage.queries.stages import VisitStage, stages
from storage.store import Recorded, Store
from ui.desk import Desk
from ui.doing import Doing
from ui.panel import Panel
from ui.reading import reading
from ui.sync.stage_rows import LETTER_WAY, VISIT_WAY, Entry, StageDelegate, Stages, Titles, entries_of
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, restyle

_NOUNS = ("visit", "authority", "letter", "section", "paragraph", "sentence", "enclosure")


class StagesPanel(Panel):
    """A list; a row pressed leads to the visit, or to its letters."""

    visit_chosen = Signal(str)
    page_wanted = Signal(str)
    """The code of the page to go to after a letter's visit was chosen."""

    def __init__(self, desk: Desk) -> None:
        """Build it; what there is is asked when it is shown."""
        super().__init__(desk)
        look = desk.look
        self.card, self.sum = Card(look, N_("Visits and letters")), Label(type="small", tone="muted", wrap=True)
        self.rows, self.model = QListView(), Stages()
        self.none = EmptyState(
            look,
            "calendar",
            N_("No visits yet"),
            N_("Each visit and letter shows its stage here, since when, and who has it."),
            N_("Go to the &visits"),
        )
        restyle(self.none.button, primary=False)  # joining the office is this page's first action
        self._found: tuple[VisitStage, ...] = ()
        self._doing = Doing(desk, None, self)
        self._doing.failed.connect(self.tell)
        self._build()
        self.rows.activated.connect(self._on_activated)
        self.none.acted.connect(self._on_none)
        desk.bus.stood.connect(self._on_stood)
        self._say()

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of visits and letters alone; how they stand is heard by itself."""
        return any(change.entity in _NOUNS for change in recorded.changes)

    def refresh(self) -> None:
        """Ask again at what stage everything is; an office has hundreds of visits, so elsewhere."""
        if self.desk.store.folder is not None:
            self._doing.start(reading(_asked), "", self._on_read)
        else:  # one that lives in memory has no second way in
            self.attempt(self._read)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _read(self) -> None:
        self._on_read(stages(self.desk.store))

    def _on_read(self, found: tuple[VisitStage, ...]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        self.model.show(tuple(entries_of(self._found, Titles())))
        self.none.setVisible(not self._found)
        for part in (self.rows, self.sum):
            part.setVisible(bool(self._found))
        self.sum.show_text(summed(self._found))

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Visits and letters, and their stages")))
        self._show()

    def _on_stood(self) -> None:
        """How everything stands was read anew: only what is on the screen is worth asking for at once."""
        self._refresh_or_wait()

    def _on_activated(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self.visit_chosen.emit(entry.visit_id)
            if entry.letter_id:
                self.page_wanted.emit("letters")

    def chosen(self) -> Entry | None:
        """Return the row stood on, or None."""
        at = self.rows.currentIndex().row()
        return self.model.entries[at] if 0 <= at < len(self.model.entries) else None

    def _on_none(self) -> None:
        self.page_wanted.emit("visits")

    def _build(self) -> None:
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(StageDelegate(self.desk.look))
        self.rows.setUniformItemSizes(True)
        self.rows.setMinimumHeight(self.desk.look.px(200))
        self.card.body.addWidget(self.sum)
        self.card.body.addWidget(self.rows, 1)
        self.card.body.addWidget(self.none, 1)
        self.body.addWidget(self.card, 1)


def _asked(store: Store, _tick: Tick) -> tuple[VisitStage, ...]:
    return stages(store)


def summed(found: tuple[VisitStage, ...]) -> str:
    """Return how many are at which stage: "3 visits: 1 Analysis, 2 Closed · 1 letter: 1 Drafting"."""
    if not found:
        return ""
    at = Counter(each.visit.status for each in found)
    letters = Counter(each.letter.status for one in found for each in one.letters)
    count = ngettext("{count} visit", "{count} visits", len(found)).format(count=len(found))
    parts = [f"{count}: {_told(at, VISIT_WAY)}"]
    if letters:
        many = letters.total()
        count = ngettext("{count} letter", "{count} letters", many).format(count=many)
        parts.append(f"{count}: {_told(letters, LETTER_WAY)}")
    return " · ".join(parts)


def _told(at: "Counter[str]", way: tuple[str, ...]) -> str:
    order = [*way, *sorted(set(at) - set(way))]
    return ", ".join(f"{at[state]} {_(STATE_NAMES.get(state, state))}" for state in order if at[state])
