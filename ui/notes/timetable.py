# SPDX-License-Identifier: MIT
"""The visit's days and their sessions; the one that is chosen gives new notes their place. Dialogs are elsewhere."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QListView, QTabBar

from resources.language import N_, _, ngettext
from storage.model.session import Session
from storage.model.timing import reordered
from storage.model.visit import LONGEST, Visit
from ui.look import Look
from ui.notes.words import ACTIVITIES, day_of, is_now, short_weekday
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Role, Row, RowDelegate

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()


class Sessions(QAbstractListModel):
    """One day's sessions as rows."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.sessions: Sequence[Session] = ()
        self._visit = Visit(id="", stream_id="")  # type: ignore[arg-type]
        self._counts: Mapping[str, int] = {}

    def show(self, visit: Visit, sessions: Sequence[Session], counts: Mapping[str, int]) -> None:
        """Show a day; where the sessions are the same, only their words are said again."""
        same = [each.id for each in sessions] == [each.id for each in self.sessions]
        if not same:
            self.beginResetModel()
        self._visit, self.sessions, self._counts = visit, sessions, counts
        if not same:
            self.endResetModel()
        elif sessions:
            self.dataChanged.emit(self.index(0), self.index(len(sessions) - 1))

    def rowCount(self, parent: Index = NONE) -> int:
        """Return how many sessions the day has."""
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks of a row."""
        if not index.isValid():
            return None
        row = self._row(self.sessions[index.row()])
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(part for part in (row.title, row.text, row.time) if part)
        return None

    def _row(self, session: Session) -> Row:
        title = session.title or _(ACTIVITIES.get(session.activity, session.activity))
        who = ", ".join(session.with_roles) or session.place
        count = self._counts.get(session.id, 0)
        notes = ngettext("{count} note", "{count} notes", count).format(count=count) if count else ""
        time = _(N_("Now")) if is_now(self._visit, session) else notes
        return Row(f"{session.starts}  {title}".strip(), who, time=time)


class SessionRows(QListView):
    """A day's sessions; one that is dragged onto another takes its place."""

    dragged = Signal(int, int)
    """From which row onto which."""

    def __init__(self) -> None:
        """Make the list, empty."""
        super().__init__()
        self._held: tuple[int, QPoint] | None = None
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        self._held = (self.indexAt(at).row(), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a row is being moved; do not choose what is passed over."""
        if self._held is not None and self._is_far(event.position().toPoint()):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it, perhaps over another."""
        super().mouseReleaseEvent(event)
        held, at = self._held, event.position().toPoint()
        is_far = held is not None and self._is_far(at)
        self._held = None
        self.unsetCursor()
        target = self.indexAt(at).row()
        if held is not None and is_far and held[0] >= 0 and target not in (-1, held[0]):
            self.dragged.emit(held[0], target)

    def _is_far(self, at: QPoint) -> bool:
        return self._held is not None and (at - self._held[1]).manhattanLength() > QApplication.startDragDistance()


class Timetable(Card):
    """The card: the days as tabs, the sessions of one of them."""

    chosen = Signal(str)
    """Another session was chosen here (SessionId)."""
    new_note_asked = Signal()
    """Return was pressed on a session: a note is to be written in it."""
    new_session_asked = Signal()
    change_asked = Signal()
    """The chosen session is to be changed."""
    retimed = Signal(object, object)
    """The day's sessions as seen, and SessionId → (starts, ends) of those that were dragged to other times."""

    def __init__(self, look: Look) -> None:
        """Make the card, empty."""
        super().__init__(look, N_("Timetable"))
        self.days = QTabBar()
        self.days.setExpanding(False)
        self.days.setDrawBase(False)
        self.days.setUsesScrollButtons(True)
        self.rows = SessionRows()
        self.rows.setItemDelegate(RowDelegate(look, lines=1, chips=False))
        self.model = Sessions()
        self.rows.setModel(self.model)
        self.none = Label(N_("No sessions yet. Add the first with the plus sign."), tone="muted", wrap=True)
        self.add = IconButton(look, "plus", N_("Add a session"))
        self.change = IconButton(look, "pen-line", N_("Change the session"))
        self.change.clicked.connect(self.change_asked)
        self.rows.dragged.connect(self._on_dragged)
        self.corner.addWidget(self.change)
        self.corner.addWidget(self.add)
        for part in (self.days, self.none, self.rows):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.rows, 1)
        self.body.addStretch(0)
        self.setTabOrder(self.days, self.rows)
        self.setTabOrder(self.rows, self.change)
        self.setTabOrder(self.change, self.add)
        self._visit: Visit | None = None
        self._sessions: Sequence[Session] = ()
        self._counts: Mapping[str, int] = {}
        self._session_id = self._during = ""
        """The session that is chosen, and the one that was going on when it was."""
        self.days.currentChanged.connect(self._on_day)
        self.rows.selectionModel().currentChanged.connect(self._on_current)
        self.rows.activated.connect(self._on_activated)
        self.add.clicked.connect(self.new_session_asked)
        self._say()

    @property
    def session_id(self) -> str:
        """Return the chosen session, or an empty text."""
        return self._session_id

    def show_visit(self, visit: Visit | None, sessions: Sequence[Session], counts: Mapping[str, int]) -> None:
        """Show a visit's sessions with how many notes each has. At first the one going on now is chosen."""
        is_other = (visit.id if visit else "") != (self._visit.id if self._visit else "")
        self._visit, self._sessions, self._counts = visit, sessions, counts
        if is_other or self._session_id not in {each.id for each in sessions}:
            self._session_id, self._during = self._by_clock(), self._now()
        self._fill_days()
        self._show_day()

    def follow_clock(self) -> bool:
        """Choose the session that has begun since one was chosen, and say whether there is one.

        What a hand chose holds until another session begins: who sits in the third one is not asked to say so.
        """
        now = self._now()
        if not now or now == self._during:
            return False
        self.choose(now)
        return True

    def choose(self, session_id: str) -> None:
        """Choose a session, on whichever day it is, without saying so to anybody."""
        self._session_id, self._during = session_id, self._now()
        self._fill_days()
        self._show_day()

    def changeEvent(self, event: QEvent) -> None:
        """Say days and rows again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._fill_days()
            self._show_day()
        super().changeEvent(event)

    def _say(self) -> None:
        self.rows.setAccessibleName(_(N_("Sessions of the day")))
        self.days.setAccessibleName(_(N_("Days of the visit")))

    def _by_clock(self) -> str:
        return self._now() or (self._sessions[0].id if self._visit and self._sessions else "")

    def _now(self) -> str:
        """Return the session going on now, of several the one that began last; empty for none."""
        visit = self._visit
        going = [each for each in self._sessions if is_now(visit, each)] if visit else []
        return max(going, key=lambda each: each.starts).id if going else ""

    def _numbers(self) -> list[int]:
        # An older Arolwg took any two days: a wrong century would be a tab a day of it.
        planned = range(1, min(self._visit.days if self._visit else 0, LONGEST) + 1)
        return sorted({*planned, *(each.day for each in self._sessions)})

    def _fill_days(self) -> None:
        numbers = self._numbers()
        chosen = next(
            (each.day for each in self._sessions if each.id == self._session_id), numbers[0] if numbers else 0
        )
        self.days.blockSignals(True)
        while self.days.count() > len(numbers):
            self.days.removeTab(self.days.count() - 1)
        for at, number in enumerate(numbers):
            if at == self.days.count():
                self.days.addTab("")
            day = day_of(self._visit, number) if self._visit else None
            words = _(N_("Day {number}")).format(number=number)
            self.days.setTabText(at, short_weekday(day) if day else words)
            self.days.setTabData(at, number)
        if chosen in numbers:
            self.days.setCurrentIndex(numbers.index(chosen))
        self.days.blockSignals(False)
        self.days.setVisible(len(numbers) > 1)

    def _show_day(self) -> None:
        number = self.days.tabData(self.days.currentIndex()) or 0
        todays = [each for each in self._sessions if each.day == number]
        self.rows.selectionModel().blockSignals(True)
        if self._visit is not None:
            self.model.show(self._visit, todays, self._counts)
        row = next((at for at, each in enumerate(todays) if each.id == self._session_id), -1)
        self.rows.setCurrentIndex(self.model.index(row) if row >= 0 else NONE)
        self.rows.selectionModel().blockSignals(False)
        self.rows.viewport().update()
        self.change.setEnabled(row >= 0)
        self.none.setVisible(not todays)
        self.rows.setVisible(bool(todays))

    def _on_day(self, _at: int) -> None:
        self._show_day()

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._session_id, self._during = self.model.sessions[now.row()].id, self._now()
            self.change.setEnabled(True)
            self.chosen.emit(self._session_id)

    def _on_dragged(self, source: int, target: int) -> None:
        if times := reordered(self.model.sessions, source, target):
            self.retimed.emit(self.model.sessions, times)

    def _on_activated(self, _index: QModelIndex) -> None:
        self.new_note_asked.emit()
