# SPDX-License-Identifier: MIT
"""A rubric as a tree with its bars, ready to be placed. Which notes are counted, and what choosing does, is others'."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView

from resources.language import N_, _
from storage.model.rubric import Area, Criterion, Rubric
from ui.look import Look
from ui.models.rubric_tree import Role, RubricTree, Tally
from ui.widgets.coverage_bar import CoverageBar

_NARROW, _SMALL = 400, 84
"""Pixels at 100 %: below the one, bar and number have the other, so that the criterion's words can be read."""


class CoverageTree(QTreeView):
    """Areas and criteria, each with a bar; open branches survive fresh counts."""

    chosen = Signal(str)
    """A code was chosen by hand; empty when none is any more (Escape, or the chosen one pressed again)."""
    opened = Signal(str)
    """Return or a double click on a code."""
    stood = Signal(object)
    """Another Area or Criterion is chosen, by hand or not; None when none is."""

    def __init__(self, look: Look) -> None:
        """Make the tree, empty."""
        super().__init__()
        self._look, self._quiet, self._before = look, False, ""
        self._tree = RubricTree()
        self._shown: tuple[Rubric | None, Mapping[str, Tally]] = (None, {})
        self.setModel(self._tree)
        self.setItemDelegateForColumn(1, CoverageBar(look, Role.TALLY, Role.MOST))
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)  # else every count asks every row its size
        self.header().setMinimumSectionSize(1)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().selectionChanged.connect(self._on_selected)  # the current row moves by focus alone
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)
        look.changed.connect(self._fit)
        self._fit()
        self._say()

    def show_rubric(self, rubric: Rubric | None, counts: Mapping[str, Tally]) -> None:
        """Show a rubric, opened wide, or fresh counts of the one that is shown."""
        if (rubric, counts) == self._shown:
            return
        self._shown = (rubric, dict(counts))
        before = self._tree.rowCount()
        self._quiet = True
        first = self._tree.index(0, 0).data(Role.CODE) if before else None
        self._tree.show(rubric, counts)
        if not before or self._tree.index(0, 0).data(Role.CODE) != first:
            self.expandAll()
            self.stood.emit(self.place())  # a tree that is made anew says of no choice that it is gone
        self._quiet = False

    def choose(self, code: str) -> None:
        """Show a code as chosen, without saying so to anybody; none for an empty text."""
        self._quiet = True
        index = self._tree.index_of(code)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def code(self) -> str:
        """Return the code that is chosen, or an empty text."""
        chosen = self.selectionModel().selectedRows()
        return str(chosen[0].data(Role.CODE)) if chosen else ""

    def place(self) -> Area | Criterion | None:
        """Return the area or criterion that is chosen, or None."""
        rubric, code = self._shown[0], self.code()
        return (rubric.criterion(code) or rubric.area_of(code)) if rubric and code else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the room where there is little."""
        super().resizeEvent(event)
        self._share()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was chosen before: pressed again, it is let go."""
        self._before = self.code()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape (all areas again) and Return; the rest moves in the tree."""
        if event.key() == Qt.Key.Key_Escape and self.code():
            self.choose("")
            self.chosen.emit("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.code():
            self.opened.emit(self.code())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say every word again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(_(N_("Framework: areas with their notes")))
        self._tree.retranslate()

    def _on_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.stood.emit(self.place())
        if not self._quiet and self.code():
            self.chosen.emit(self.code())

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._before == str(index.data(Role.CODE)):
            self.choose("")
            self.chosen.emit("")

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(str(index.data(Role.CODE)))

    def _fit(self) -> None:
        self.setIndentation(self._look.px(16))
        self._share()

    def _share(self) -> None:
        bar = self.itemDelegateForColumn(1).sizeHint(QStyleOptionViewItem(), QModelIndex()).width()
        is_narrow = self.width() < self._look.px(_NARROW)
        self.header().resizeSection(1, self._look.px(_SMALL) if is_narrow else bar)
