# SPDX-License-Identifier: MIT
"""The first part of the page: the time line, what is next, and the level of concern. It writes nothing."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _, ngettext
from ui.authority.reading import Shown
from ui.authority.time_line import TimeLine
from ui.look import Look
from ui.models.authority_words import level_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.row_view import RowView

_NARROW = 720
"""Pixels at 100 % below which the lists stand under each other."""
_HOW = N_("Every visit, letter and meeting on one line. The arrow keys go from mark to mark; Enter opens one.")


class Overview(QWidget):
    """Three cards."""

    chosen = Signal(str)
    """The key of something to go to."""
    level_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Lay out the cards, empty."""
        super().__init__(parent)
        self._look = look
        self._shown = Shown(())
        self.line, self.told = TimeLine(look), Label(_HOW, "small", "muted", wrap=True)
        self.next, self.levels = RowView(look), RowView(look)
        self.nothing_next = Label(N_("Nothing is due: no plan is awaited, and no day is set."), tone="muted", wrap=True)
        self.no_levels = Label(N_("No change of the level is on record."), tone="muted", wrap=True)
        self.change = Button(look, N_("C&hange the level…"), "flag")
        self.over = Label(type="small", tone="bad")
        self._build()
        self._connect()

    def show_record(self, shown: Shown) -> None:
        """Show an authority."""
        self._shown = shown
        self.line.setVisible(shown.scene is not None)
        self.line.show_scene(shown.scene)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists under each other where there is little room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(under if narrow else beside)

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        known, rows = self._shown.known, self._shown.rows
        if known is None:
            return
        self.next.show_rows(rows["due"], _(N_("What is next")), on_first=True)
        self.levels.show_rows(rows["levels"], _(N_("Level of concern")), on_first=True)
        for view, none in ((self.next, self.nothing_next), (self.levels, self.no_levels)):
            empty = view.model().rowCount() == 0
            view.setVisible(not empty)
            none.setVisible(empty)
        over = sum(1 for each in self._shown.due if each.standing == "overdue")
        self.over.show_text(ngettext("{count} overdue", "{count} overdue", over).format(count=over))
        self.over.setVisible(bool(over))
        self._level.hint.show_text(level_words(known.authority))
        self._level.hint.show()

    def _on_stood(self, words: str) -> None:
        if words:
            self.told.show_text(words)
        else:
            self.told.say(_HOW if self.line.isVisibleTo(self) else N_("Nothing with a date is on record yet."))

    def _on_activated(self, index: QModelIndex) -> None:
        view = self.next if self.sender() is self.next else self.levels
        self.chosen.emit(view.rows.key(index))

    def _build(self) -> None:
        px = self._look.px
        # From outside inwards: each part is dressed once, where it stays.
        timed, following = Card(self._look, N_("Time line")), Card(self._look, N_("What is next"))
        self._level = Card(self._look, N_("Level of concern"))
        column, self._across = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (column, self._across):
            each.setSpacing(px(12))
        column.addWidget(timed)
        column.addLayout(self._across, 1)
        self._across.addWidget(following, 5)
        self._across.addWidget(self._level, 4)
        timed.body.addWidget(self.line)
        timed.body.addWidget(self.told)
        following.corner.addWidget(self.over)
        self._level.corner.addWidget(self.change)
        for card, view, none in ((following, self.next, self.nothing_next), (self._level, self.levels, self.no_levels)):
            card.body.addWidget(none)
            card.body.addWidget(view, 1)
            card.body.addStretch(0)

    def _connect(self) -> None:
        self.line.stood.connect(self._on_stood)
        self.line.chosen.connect(self.chosen)
        self.next.activated.connect(self._on_activated)
        self.levels.activated.connect(self._on_activated)
        self.change.clicked.connect(self.level_asked)
