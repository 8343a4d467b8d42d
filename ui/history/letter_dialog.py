# SPDX-License-Identifier: MIT
"""A whole letter then and now: two moments chosen, paragraph beside paragraph, from difference to difference by F3.

The moments and how the letter stood at each: storage/queries/letter_moments.py. Reading and comparing go on away from
the screen.
"""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QListView, QWidget

from resources.language import N_, _
from storage.queries.letter_moments import LetterLog, Moment, Since, earlier, moments, reading
from storage.store import Recorded
from ui.desk import Desk
from ui.doing import Doing
from ui.history.letter_delegate import BesideDelegate
from ui.history.letter_rows import Beside, BesideRows, comparing, counted
from ui.history.moments import local_time
from ui.look import Look
from ui.models.moment_words import moment_words
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.list_sheet import ListSheet
from ui.widgets.progress_line import ProgressLine

A_TURN = 60
"""Rows measured in one go; the rest are guessed and measured in the next turns."""


class BesideList(QListView):
    """Both wordings, row by row; a very long letter is laid out so many rows a turn that no turn is felt."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self.rows = BesideRows(self)
        self._delegate = BesideDelegate(look, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def doItemsLayout(self) -> None:
        """Lay the rows out, some of them in the next turn."""
        self._delegate.budget = A_TURN
        super().doItemsLayout()
        if self._delegate.budget < 0:
            QTimer.singleShot(0, self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def go(self, step: int) -> None:
        """Stand on the next (1) or previous (-1) difference; after the last comes the first."""
        row = self.rows.next(self.currentIndex().row(), step)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)


class LetterDialog(ListSheet):
    """Chooses two moments of a letter and shows what differs. It writes nothing."""

    def __init__(self, desk: Desk, since: Since, parent: QWidget | None = None) -> None:
        """Show a letter as it stands beside an earlier moment."""
        legend = N_("Words struck out were taken away; words underlined were added. F3 goes to the next difference.")
        super().__init__(desk.look, N_("The letter, then and now"), legend, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        look = desk.look
        self._desk, self._since = desk, since
        self._log: LetterLog | None = None
        self._moments: tuple[Moment, ...] = ()
        self.older, self.newer = QComboBox(), QComboBox()
        self.count, self.only = Label("", "strong", wrap=True), QCheckBox(_(N_("&Only what differs")))
        self.list, self.line = BesideList(look), ProgressLine(look)
        self.back = Button(look, N_("&Previous difference"), "chevron-up")
        self.next = Button(look, N_("&Next difference"), "chevron-down")
        self.leave = Button(look, N_("&Close"), primary=True)
        self.doing = Doing(desk, self.line, self)
        self._build()
        self._connect()
        self._read()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self.doing.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 goes to the next difference, with Shift to the one before."""
        if event.key() == Qt.Key.Key_F3:
            self.list.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the moments again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._log is not None:
            self._fill(*(self._moments[box.currentIndex()] for box in (self.older, self.newer)))

    def _read(self) -> None:
        self.doing.start(reading(self._since.letter.id), N_("Reading the letter’s history"), self._on_read)

    def _on_read(self, log: LetterLog | None) -> None:
        if log is None:
            return
        again = self._log is not None
        was = [self._moments[box.currentIndex()] for box in (self.older, self.newer)] if again else []
        self._log, self._moments = log, moments(log)
        known = {(each.code, each.tick): each for each in self._moments}
        first = known.get((was[0].code, was[0].tick)) if was else None
        last = known.get((was[1].code, was[1].tick)) if was else None
        self._fill(first or earlier(log, self._moments, self._since), last or self._moments[-1])
        self._compare()

    def _fill(self, older: Moment, newer: Moment) -> None:
        for box, chosen in ((self.older, older), (self.newer, newer)):
            box.blockSignals(True)
            box.clear()
            for each in self._moments:
                box.addItem(moment_words(each, local_time(each.at) if each.at else ""))
            box.setCurrentIndex(self._moments.index(chosen))
            box.blockSignals(False)

    def _compare(self, _at: int = 0) -> None:
        if self._log is not None and self.older.count():
            pair = (self._moments[self.older.currentIndex()], self._moments[self.newer.currentIndex()])
            self.doing.start(comparing(self._log, *pair), N_("Comparing"), self._on_compared)

    def _on_compared(self, found: tuple[Beside, ...]) -> None:
        self.notice.hide()
        self.list.rows.show(found, self.only.isChecked())
        self.count.show_text(counted(found))
        differs = any(each.differs for each in found)
        for button in (self.back, self.next):
            button.setEnabled(differs)
        self.list.go(1)

    def _on_only(self, only: bool) -> None:
        self.list.rows.narrow(only)
        self.list.go(1)

    def _on_next(self) -> None:
        self.list.go(1)

    def _on_back(self) -> None:
        self.list.go(-1)

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.touches(self._since.letter.stream_id):
            self._read()

    def _connect(self) -> None:
        self._desk.bus.recorded.connect(self._on_recorded)
        for signal, slot in (
            (self.older.currentIndexChanged, self._compare),
            (self.newer.currentIndexChanged, self._compare),
            (self.only.toggled, self._on_only),
            (self.next.clicked, self._on_next),
            (self.back.clicked, self._on_back),
            (self.leave.clicked, self.accept),
            (self.doing.failed, self.tell),
        ):
            signal.connect(slot)
        for button in (self.back, self.next, self.leave):
            button.setAutoDefault(False)

    def _build(self) -> None:
        px = self.look.px
        choose, over = QGridLayout(), QHBoxLayout()
        for column, (key, box) in enumerate(((N_("Earlie&r"), self.older), (N_("&Later"), self.newer))):
            label = Label(key, "strong")
            label.setBuddy(box)
            box.setAccessibleName(_(key).replace("&", ""))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.currentTextChanged.connect(box.setToolTip)
            choose.addWidget(label, 0, column)
            choose.addWidget(box, 1, column)
            choose.setColumnStretch(column, 1)
        self.list.setAccessibleName(_(N_("Both wordings, paragraph by paragraph")))
        over.addWidget(self.count, 1)
        over.addWidget(self.only)
        for row in (choose, over):
            row.setSpacing(px(8))
        card = Card(self.look)
        card.body.addWidget(self.list)
        if (around := card.layout()) is not None:
            around.setContentsMargins(*([px(4)] * 4))
        self.list.setMinimumHeight(px(64))
        self.add(choose, over)
        self.fill(card)
        self.add(self.line)
        for button in (self.back, self.next):
            button.setEnabled(False)
        self.close_with(self.back, self.next, self.leave)
        self.span(980, 680)
        self.list.setFocus()
