# SPDX-License-Identifier: MIT
"""The framework as a page: every criterion in full with its notes by polarity, and the gaps named beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from resources.language import N_
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.coverage import coverage
from storage.queries.visits import visit as visit_by_id
from storage.store import Recorded
from ui.coverage.gaps import Gaps
from ui.desk import Desk
from ui.models.editions import editions
from ui.models.rubric_tree import Tally
from ui.panel import Panel, Verb
from ui.widgets.card import Card
from ui.widgets.coverage_tree import CoverageTree
from ui.widgets.empty_state import EmptyState
from ui.widgets.rubric_box import RubricBox

_NOUNS = frozenset({"note", "link", "visit", "member"})


_NARROW = 600
"""Pixels at 100 %."""


class Framework(Panel):
    """What the visit on hand has and has not seen."""

    area_chosen = Signal(str)
    """The person wants the notes of a code."""
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.box, self.tree, self.gaps = RubricBox(), CoverageTree(desk.look), Gaps(desk.look)
        self._rubrics: tuple[Rubric, ...] = ()
        self._counts: Mapping[tuple[str, str], tuple[int, int, int]] = {}
        self._build()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with the framework."""
        has = self._has_code
        return (
            Verb(N_("Show the notes of this area"), "Ctrl+Shift+G", "view", self.open_area, has, "file-text"),
            Verb(N_("Next gap in the framework"), "Ctrl+G", "view", self.next_gap, self._has_gaps, "flag"),
        )

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of notes and links of this visit."""
        mine = self.visit.stream_id if self.visit else ""
        return any(each.stream == mine and each.entity in _NOUNS for each in recorded.changes)

    def refresh(self) -> None:
        """Count again."""
        self.attempt(self._read)

    def open_area(self) -> None:
        """Ask for the notes of the area that is chosen."""
        if self.tree.code():
            self.area_chosen.emit(self.tree.code())

    def next_gap(self) -> None:
        """Choose the next criterion that nobody has seen."""
        self.tree.choose(self.gaps.after(self.tree.code()))
        self.tree.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tree all the room where there is little: it shows the gaps too."""
        super().resizeEvent(event)
        self.gaps.setVisible(self.width() >= self.desk.look.px(_NARROW))

    def changeEvent(self, event: QEvent) -> None:
        """Say gaps again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _has_code(self) -> bool:
        return bool(self.tree.code())

    def _has_gaps(self) -> bool:
        return bool(self.gaps.codes)

    def _read(self) -> None:
        self.visit = visit_by_id(self.desk.store, self.visit_id) if self.visit_id else None
        self._rubrics = editions(self.desk.store, self.visit, self.tell) if self.visit else ()
        self._pages.setCurrentIndex(1 if self._rubrics else 0)
        self.box.offer(self._rubrics)
        self._counts = coverage(self.desk.store, self.visit.id) if self.visit else {}
        self._show()

    def _show(self) -> None:
        rubric = self.box.rubric()
        if rubric is None:
            return
        counts = {code: Tally(*count) for (name, code), count in self._counts.items() if name == rubric.name}
        self.tree.show_rubric(rubric, counts)
        self.gaps.show_gaps(rubric, counts)

    def _on_gap(self, code: str) -> None:
        self.tree.choose(code)

    def _build(self) -> None:
        look = self.desk.look
        empty = EmptyState(
            look,
            "list-tree",
            N_("No framework to show"),
            N_("Here you see what a visit has and has not seen of its framework. Choose a visit first."),
            N_("Choose a &visit"),
        )
        empty.acted.connect(self._on_visits)
        card = Card(look, N_("Framework"), N_("Filled: strength · outlined: neutral · hatched: weakness"))
        card.body.addWidget(self.box)
        card.body.addWidget(self.tree, 1)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(look.px(12))
        sides.addWidget(card)
        sides.addWidget(self.gaps)
        sides.setStretchFactor(0, 5)
        sides.setStretchFactor(1, 3)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(sides)
        self.body.addWidget(self._pages, 1)
        self.box.chosen.connect(self._show)
        self.tree.opened.connect(self.area_chosen)
        self.gaps.chosen.connect(self._on_gap)
        self.gaps.area_asked.connect(self.area_chosen)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")
