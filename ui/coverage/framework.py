# SPDX-License-Identifier: MIT
"""The framework as a page, in two views: every criterion with its gaps beside it, and the coverage board."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.rubric import Rubric
from storage.model.visit import Visit
from storage.queries.board import OTHER_DAY, Board, board_ahead, board_of
from storage.queries.editions import earlier
from storage.queries.found import days_of
from storage.queries.visits import visit as visit_by_id
from storage.search.query import Sought
from storage.store import Recorded
from ui.coverage.board import BoardCard
from ui.coverage.gaps import Gaps
from ui.desk import Desk
from ui.models.editions import editions
from ui.models.rubric_tree import Tally
from ui.newest import Newest
from ui.panel import Panel, Verb
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.coverage_tree import CoverageTree
from ui.widgets.criterion_text import CriterionText
from ui.widgets.empty_state import EmptyState
from ui.widgets.rubric_box import RubricBox

_FOLLOWED = frozenset({"note", "link"})
_ANEW = frozenset({"visit", "member", "session", "edition"})
_NARROW = 600
"""Pixels at 100 %."""
_VIEWS = (N_("Criteria"), N_("Board"))
_LIST, _BOARD = range(2)


class Framework(Panel):
    """What the visit on hand has and has not seen."""

    area_chosen = Signal(str)
    """The person wants the notes of a code."""
    search_wanted = Signal(object)
    """The person wants the notes that a Sought finds."""
    framework_wanted = Signal()
    """The person wants to load a framework, or move the visit to another edition."""
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show no visit yet."""
        super().__init__(desk, parent)
        self.visit: Visit | None = None
        self.box, self.tree, self.gaps = RubricBox(), CoverageTree(desk.look), Gaps(desk.look)
        self.views, self.board, self.words = QTabBar(), BoardCard(desk.look), CriterionText(desk.look)
        self.load = IconButton(desk.look, "folder-open", N_("Load a framework, or move to another edition"))
        self.reading = Newest(desk, self)
        self._rubrics: tuple[Rubric, ...] = ()
        self._earlier: Sequence[Rubric] = ()
        self._board: Board | None = None
        self._touched: set[str] = set()
        self._is_anew = False
        self._build()
        self._connect()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with the framework."""
        has = self._has_code
        return (
            Verb(N_("Show the notes of this area"), "Ctrl+Shift+G", "view", self.open_area, has, "file-text"),
            Verb(N_("Next gap in the framework"), "Ctrl+G", "view", self.next_gap, self._has_gaps, "flag"),
            Verb(N_("Criteria or board"), "Ctrl+Shift+F3", "view", self.other_view, self._has_visit, "list-tree"),
            Verb(N_("Other columns of the board"), "Shift+F11", "view", self.next_way, self._has_visit),
            Verb(N_("Load a framework…"), "Ctrl+Shift+F11", "visit", self.ask_framework, self._has_any, "folder-open"),
        )

    def touches_me(self, recorded: Recorded) -> bool:
        """Remember which notes of this visit were touched, until they are read again."""
        mine = [each for each in recorded.changes if self.visit is not None and each.stream == self.visit.stream_id]
        self._touched.update(each.entity_id.partition(":")[0] for each in mine if each.entity in _FOLLOWED)
        anew = any(each.entity in _ANEW for each in mine)
        self._is_anew = self._is_anew or anew
        return anew or any(each.entity in _FOLLOWED for each in mine)

    def refresh(self) -> None:
        """Read another visit, or what was touched of this one."""
        is_other = self.visit is None or self.visit.id != self.visit_id
        self.attempt(self._read if is_other or self._is_anew or self._board is None else self._follow)

    def open_area(self) -> None:
        """Ask for the notes of the area, or the tile, that is chosen."""
        if self.views.currentIndex() == _BOARD:
            self.board.grid.open_current()
        elif self.tree.code():
            self.area_chosen.emit(self.tree.code())

    def next_gap(self) -> None:
        """Choose the next criterion that nobody has seen."""
        self.views.setCurrentIndex(_LIST)
        self.tree.choose(self.gaps.after(self.tree.code()))
        self.tree.setFocus()

    def other_view(self) -> None:
        """Show the board instead of the criteria, or the criteria again."""
        self.views.setCurrentIndex(_LIST if self.views.currentIndex() == _BOARD else _BOARD)
        (self.board.grid if self.views.currentIndex() == _BOARD else self.tree).setFocus()

    def next_way(self) -> None:
        """Show the board, its columns made in the next way."""
        if self.views.currentIndex() == _BOARD:
            self.board.next_way()
        else:
            self.other_view()

    def ask_framework(self) -> None:
        """Ask for another framework."""
        self.framework_wanted.emit()

    def may_close(self) -> bool:
        """Stop what is being read."""
        self.reading.stop()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tree all the room where there is little: it shows the gaps too."""
        super().resizeEvent(event)
        self.gaps.setVisible(self.width() >= self.desk.look.px(_NARROW))

    def showEvent(self, event: QShowEvent) -> None:
        """Put gaps first again: under the hand the rows stay where they are."""
        is_known = self._board is not None and not self._is_stale
        super().showEvent(event)
        if is_known:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say gaps again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)

    def _has_any(self) -> bool:
        return bool(self.visit_id)

    def _has_visit(self) -> bool:
        return bool(self._rubrics)

    def _has_code(self) -> bool:
        on_board = self.views.currentIndex() == _BOARD
        return bool(self._rubrics and (self.board.grid.code() if on_board else self.tree.code()))

    def _has_gaps(self) -> bool:
        return bool(self.gaps.codes)

    def _read(self) -> None:
        self._is_anew = False
        self.visit = visit_by_id(self.desk.store, self.visit_id) if self.visit_id else None
        self._rubrics = editions(self.desk.store, self.visit, self.tell) if self.visit else ()
        self._pages.setCurrentIndex(1 if self._rubrics else 0)
        self.box.offer(self._rubrics)
        self._board = None
        self._touched.clear()
        self._show()
        if self.visit is not None and self._rubrics:
            self._earlier = earlier(self.desk.store, self.visit)
            self.reading.ask(partial(board_ahead, visit=self.visit), partial(board_of, visit=self.visit))

    def _on_board(self, board: object) -> None:
        if isinstance(board, Board) and self.visit is not None and board.visit.id == self.visit.id:
            self._board = board
            board.follow(self.desk.store, self._touched)  # what was recorded while it was read
            self._touched.clear()
            self._show()

    def _follow(self) -> None:
        assert self._board is not None
        assert self.visit is not None
        places = self._board.follow(self.desk.store, self._touched)
        self._touched.clear()
        if any(name not in self.visit.frameworks for name, _code in places):
            self._earlier = earlier(self.desk.store, self.visit)
            self._show()
            return
        self.board.touched(places)
        self._show_list()

    def _show(self) -> None:
        self.board.show_board(self._board, self.box.rubric(), self._earlier)
        self._show_list()

    def _show_list(self) -> None:
        rubric = self.box.rubric()
        if rubric is None:
            return
        counts: dict[str, Tally] = {}
        if self._board is not None:
            counts = {code: Tally(*count) for code, count in self._board.counts(rubric.name).items()}
            for area in rubric.areas:  # a note that speaks to two of its criteria is one note
                counts[area.code] = Tally(*self._board.standing(rubric.name, area, area.code, "day").counts)
        self.tree.show_rubric(rubric, counts)
        self.gaps.show_gaps(rubric, counts)

    def _say(self) -> None:
        for at, name in enumerate(_VIEWS):
            self.views.setTabText(at, _(name))
        self.views.setAccessibleName(_(N_("How the framework is shown")))

    def _on_gap(self, code: str) -> None:
        self.tree.choose(code)

    def _on_view(self, at: int) -> None:
        self.views.updateGeometry()  # the chosen one's words are bold
        self._sides.setCurrentIndex(at)

    def _on_opened(self, code: str, key: object, way: str) -> None:
        """Go to the notes of a row, or have those of a tile searched: the notebook narrows by area only."""
        if self.visit is None or any(code == each.name for each in self._earlier):
            return
        sought, is_known = Sought(visit_id=self.visit.id, area=code), any(each.area_of(code) for each in self._rubrics)
        if key is None:
            if is_known:
                self.area_chosen.emit(code)
            else:  # of an earlier edition: the notebook does not know it any more
                self.search_wanted.emit(sought)
            return
        if way == "day":
            days = days_of(self.visit)
            if key == OTHER_DAY or not isinstance(key, int) or key > len(days):
                self.area_chosen.emit(code)
                return
            narrowed = {"day": days[key - 1]}
        else:
            narrowed = {"source_kind" if way == "kind" else "author": str(key)}
        self.search_wanted.emit(replace(sought, **narrowed))

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
        card.body.addWidget(self.tree, 1)
        card.body.addWidget(self.words)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        sides.setHandleWidth(look.px(12))
        for at, part in enumerate((card, self.gaps)):
            sides.addWidget(part)
            sides.setStretchFactor(at, 5 - 2 * at)
        self._sides = QStackedWidget()
        self._sides.addWidget(sides)
        self._sides.addWidget(self.board)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        for each in (self.views, self.box, self.load):
            head.addWidget(each)
        head.setStretchFactor(self.box, 1)
        whole = QWidget()
        everything = QVBoxLayout(whole)
        everything.setContentsMargins(0, 0, 0, 0)
        everything.addLayout(head)
        everything.addWidget(self._sides, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(whole)
        self.body.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setUsesScrollButtons(False)
        for _name in _VIEWS:
            self.views.addTab("")
        self._say()
        self.views.currentChanged.connect(self._on_view)
        self.reading.answered.connect(self._on_board)
        self.reading.failed.connect(self.tell)
        self.box.chosen.connect(self._show)
        self.tree.opened.connect(self.area_chosen)
        self.tree.stood.connect(self.words.show_place)
        self.gaps.chosen.connect(self._on_gap)
        self.gaps.area_asked.connect(self.area_chosen)
        self.board.opened.connect(self._on_opened)
        self.load.clicked.connect(self.ask_framework)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")
