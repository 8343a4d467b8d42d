# SPDX-License-Identifier: MIT
"""The coverage board as a card: how its columns are made, what stands out in words, and the table of tiles.

What is counted is storage/queries/board.py's, how it is laid in rows ui/models/board_table.py's.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTabBar, QTableView

from resources.language import N_, _, ngettext
from storage.model.rubric import Rubric
from storage.queries.board import RULES, SIGNS, WAYS, Board
from ui.look import Look
from ui.models.board_table import PART, BoardTable
from ui.widgets.board_cells import BoardCells
from ui.widgets.card import Card
from ui.widgets.labels import Label

_LEAST_AREA, _USUAL_AREA, _NARROW = 210, 290, 1000
"""Pixels at 100 %: the first column of a narrow table, of another, and what is narrow."""
_LEAST_TILE, _MOST_TILE, _MOST_WORDS, _LOW = 64, 180, 120, 420
"""Pixels at 100 %: a tile, what a column's title may make of it, and the height that has no room for the legend."""


_LEGEND = N_(
    "Bars: filled strength, outlined neutral, hatched weakness. Squares, one a criterion: dashed not yet seen, "
    "outlined on a single source or by one inspector, hatched contradicted, filled firm."
)


class BoardGrid(QTableView):
    """Areas down, columns across; arrows go from tile to tile."""

    opened = Signal(str, object)
    """The notes of a code are wanted, of one column (a day, kind or inspector) or of all: None."""

    def __init__(self, look: Look) -> None:
        """Make it, empty."""
        super().__init__()
        self._look, self.table = look, BoardTable()
        self.setModel(self.table)
        self._cells = BoardCells(look, PART)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        self.table.modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()
        self.say()

    def code(self) -> str:
        """Return the code of the row that the keys are in; empty for none."""
        return self.table.code_at(self.currentIndex().row())

    def open_current(self) -> None:
        """Ask for the notes of the tile, or of the row, that the keys are in."""
        at = self.currentIndex()
        if at.isValid() and (at.column() == 0 or at.data()):
            self.opened.emit(self.table.code_at(at.row()), self.table.column_key(at.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return (its notes), Space, plus and minus (open or close an area); the rest moves."""
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            self.open_current()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Plus, Qt.Key.Key_Minus) and at.isValid():
            self.table.toggle(at.row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the columns what there is, the area's words the most."""
        px, columns = self._look.px, self.table.columnCount() - 1
        header = self.horizontalHeader()
        high = self._cells.sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.verticalHeader().setDefaultSectionSize(high)
        if columns < 1:
            return
        titles = (str(self.table.headerData(at, Qt.Orientation.Horizontal)) for at in range(1, columns + 1))
        words = max(header.fontMetrics().horizontalAdvance(title) for title in titles) + px(8)
        whole = self.viewport().width()
        least = px(_LEAST_AREA if whole < px(_NARROW) else _USUAL_AREA)
        tile = max(min((whole - least) // columns, px(_MOST_TILE)), px(_LEAST_TILE), min(words, px(_MOST_WORDS)))
        for at in range(1, columns + 1):
            header.resizeSection(at, tile)
        header.resizeSection(0, max(whole - tile * columns, least))

    def say(self) -> None:
        """Say every word again."""
        self.setAccessibleName(_(N_("Coverage board: notes by area and column")))
        self.setAccessibleDescription(_(N_("Space opens an area, Return goes to the notes.")))
        self.table.retranslate()
        self.fit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0 and self.table.toggle(index.row()):
            return
        self.open_current()


class BoardCard(Card):
    """The board with its switch and its words."""

    opened = Signal(str, object, str)
    """The notes of a code are wanted, of a column or of all (None), in a way of WAYS."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look)
        self.ways, self.summary, self.grid = QTabBar(), Label("", "body", wrap=True), BoardGrid(look)
        self.legend = Label(_LEGEND, "small", "muted", wrap=True)
        self.reading = Label(N_("Reading the notes …"), tone="muted")
        self.ways.setExpanding(False)
        self.ways.setDrawBase(False)
        self.ways.setUsesScrollButtons(False)
        self.grid.setMinimumHeight(look.px(180))
        self._shown: tuple[Board | None, Rubric | None, Sequence[Rubric]] = (None, None, ())
        for way in WAYS:
            self.ways.setTabData(self.ways.addTab(""), way)
        for part in (self.ways, self.summary, self.reading, self.grid, self.legend):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.grid, 1)
        self.body.addStretch(0)
        self.ways.currentChanged.connect(self._on_way)
        self.grid.opened.connect(self._on_opened)
        self._say()
        self.show_board(None, None, ())

    def way(self) -> str:
        """Return how the columns are made."""
        return str(self.ways.tabData(self.ways.currentIndex()))

    def next_way(self) -> None:
        """Make the columns in the next way."""
        self.ways.setCurrentIndex((self.ways.currentIndex() + 1) % self.ways.count())

    def show_board(self, board: Board | None, rubric: Rubric | None, earlier: Sequence[Rubric]) -> None:
        """Show a board, gaps first; None while it is being read."""
        self._shown = (board, rubric, earlier)
        before = self.grid.code()
        self.grid.table.show(board, rubric, self.way(), earlier)
        self.reading.setVisible(board is None)
        self.grid.setVisible(board is not None)
        self._go_to(before)
        self._sum_up()

    def touched(self, places: Collection[tuple[str, str]]) -> None:
        """Show what now stands behind these (rubric, code)."""
        before = self.grid.code()
        self.grid.table.touched(places)
        if not self.grid.currentIndex().isValid():  # there are other columns now
            self._go_to(before)
        self._sum_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the table the room of the legend where there is little: the tooltip has it too."""
        super().resizeEvent(event)
        self.legend.setVisible(self.height() >= self._look.px(_LOW))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.grid.say()
            self._sum_up()
        super().changeEvent(event)

    def _go_to(self, code: str) -> None:
        at = self.grid.table.row_of(code) if code else -1
        if self.grid.table.rowCount():
            self.grid.setCurrentIndex(self.grid.table.index(max(at, 0), 0))

    def _sum_up(self) -> None:
        signs = self.grid.table.signs()
        words = {
            "unseen": ngettext("{count} criterion not yet seen", "{count} criteria not yet seen", signs["unseen"]),
            "single": ngettext("{count} on a single source", "{count} on a single source", signs["single"]),
            "alone": ngettext("{count} by one inspector", "{count} by one inspector", signs["alone"]),
            "contradicted": ngettext("{count} contradicted", "{count} contradicted", signs["contradicted"]),
        }
        told = [words[sign].format(count=count) for sign, count in signs.items() if count]
        self.summary.show_text(" · ".join(told) or _(N_("Every criterion stands on more than one kind of source.")))
        self.summary.setVisible(self._shown[0] is not None)

    def _say(self) -> None:
        for at, name in enumerate(WAYS.values()):
            self.ways.setTabText(at, _(name))
        self.ways.setAccessibleName(_(N_("How the columns are made")))
        rules = (f"{_(SIGNS[sign])}: {_(rule)}" for sign, rule in RULES.items())
        self.summary.setToolTip("\n".join((_(_LEGEND), *rules)))

    def _on_way(self, _at: int) -> None:
        self.ways.updateGeometry()  # the chosen one's words are bold
        self.show_board(*self._shown)

    def _on_opened(self, code: str, key: object) -> None:
        self.opened.emit(code, key, self.way())
