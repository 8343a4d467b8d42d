# SPDX-License-Identifier: MIT
"""The day of the visit on hand: its end, its feedback meeting, whether this laptop is ready. Rows are the views'."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reports.sheets import end_of_day, feedback, ready
from reports.sheets.paper import Sheet, printing
from reports.sheets.words import day_title, place_title
from resources.language import N_, _
from storage.acts import points as point_acts
from storage.errors import Trouble
from storage.model import clock
from storage.queries.day import PARTS, Day, date_of, day_now, day_of_visit, days_of
from storage.queries.points import point
from storage.queries.visits import visit as visit_by_id
from storage.readiness import Readiness, checking, last_check
from storage.store import Recorded, Store
from ui.day import asking
from ui.day.check_view import CheckView
from ui.day.evening import Evening
from ui.day.meeting import Meeting
from ui.desk import Desk
from ui.doing import Doing
from ui.panel import Panel, Verb
from ui.unsaid import Typed, Unsaid
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.progress_line import ProgressLine

EVENING, MEETING, CHECK = range(3)
_TABS = (N_("End of the day"), N_("Feedback meeting"), N_("Ready?"))
_NOUNS = frozenset({"concern", "point", "visit", "member"}).union(*PARTS.values())


class DayPage(Panel):
    """Three views of one day."""

    said = Signal(str)
    area_chosen = Signal(str)
    concern_asked = Signal(str)
    """A matter of concern (its identifier) to be seen; the window opens it."""
    page_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Show no visit yet."""
        super().__init__(desk)
        self.day: Day | None = None
        self._stale, self._later = set(PARTS), QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)
        self.tabs, self.number = QTabBar(), QComboBox()
        self.evening, self.meeting, self.check = Evening(desk.look), Meeting(desk.look), CheckView(desk.look)
        self._enquiry, self._heard = (Unsaid(desk.journal, each, self) for each in (self._line_typed, self._said_typed))
        self._typed_of = ""
        self.where = ElidedLabel(type="heading")
        self.save = Button(desk.look, N_("&Save as PDF…"), "download")
        self.progress = ProgressLine(desk.look)
        self.doing = Doing(desk, self.progress, self)
        self.checking = Doing(desk, self.progress, self, aside=True)
        self._build()
        self._connect()
        self._say()

    def verbs(self) -> tuple[Verb, ...]:
        """Return what a person can do with a day."""
        there = self._has_visit
        return (
            Verb(
                N_("Save the day’s sheet as PDF"), "Ctrl+Shift+F7", "visit", self.save_sheet, self._can_save, "download"
            ),
            Verb(N_("Add a line of enquiry"), "Ctrl+Shift+F8", "visit", self.ask_enquiry, there, "plus"),
            Verb(N_("Write down what leaders said"), "Ctrl+Shift+F9", "visit", self.ask_said, there, "quote"),
            Verb(N_("Check whether we are ready"), "Ctrl+Shift+F10", "visit", self.ask_check, icon="shield-check"),
        )

    def touches_me(self, recorded: Recorded) -> bool:
        """Hear of whatever a sheet tells; what takes long is read again only where it was touched."""
        touched = {change.entity for change in recorded.changes}
        self._stale |= {part for part, nouns in PARTS.items() if nouns & touched}
        return bool(touched & _NOUNS)

    def show_visit(self, visit_id: str) -> None:
        """Show another visit, on the day that today is."""
        if visit_id != self.visit_id:
            self.day, self._stale = None, set(PARTS)
        super().show_visit(visit_id)

    def refresh(self) -> None:
        """Read the day again."""
        self.attempt(self._read)

    def save_sheet(self) -> None:
        """Ask for a file and have the shown sheet written to it."""
        if not self._can_save():
            return
        make = self._sheet()
        if self.attempt(lambda: self._named(make)):
            path = asking.where_to(self, self._name)
            if path is not None:
                self.doing.start(printing(make, path), N_("Laying out the sheet"), self._on_saved)

    def ask_enquiry(self) -> None:
        """Put the cursor where a line of enquiry is typed."""
        self.tabs.setCurrentIndex(EVENING)
        self.evening.line.setFocus()

    def ask_said(self) -> None:
        """Put the cursor where what leaders said is typed."""
        self.tabs.setCurrentIndex(MEETING)
        if not self.meeting.given()[2].strip():
            self.meeting.set_now()
        (self.meeting.words if self.meeting.role.text() else self.meeting.role).setFocus()

    def ask_check(self) -> None:
        """Show the check, the cursor in its passphrase."""
        self.tabs.setCurrentIndex(CHECK)
        self.check.passphrase.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep at once what is half typed: the laptop may lock itself while people talk."""
        super().hideEvent(event)
        for typed in (self._enquiry, self._heard):
            typed.write()

    def _has_visit(self) -> bool:
        return self.day is not None

    def _can_save(self) -> bool:
        if self.doing.is_busy() or self.checking.is_busy():
            return False
        if self.tabs.currentIndex() == CHECK:
            return last_check(self.desk.store, self.check.chosen()) is not None
        return self.day is not None

    # Reading and showing.

    def _read(self) -> None:
        store = self.desk.store
        there = visit_by_id(store, self.visit_id) if self.visit_id else None
        self._turn_to(there.id if there else "")
        if there is None:
            self.day = None
        else:
            number = self.day.number if self.day else day_now(there, clock.now().astimezone().date())
            self._read_day(there.id, min(number, days_of(there)), ())
        self.check.show_check(last_check(store, self.check.chosen()))
        self._say()
        self._later.start(0)

    def _turn_to(self, visit_id: str) -> None:
        """Keep what is half typed of one visit, and put back what was of another: it never ends in the wrong one."""
        if visit_id == self._typed_of:
            return
        line, _about = self._enquiry.turn_to(f"enquiry:{visit_id}" if visit_id else "")
        words, about = self._heard.turn_to(f"said:{visit_id}" if visit_id else "")
        self._typed_of = visit_id
        self.evening.line.setText(line)
        self.meeting.put_back(words, about)

    def _line_typed(self) -> Typed:
        return self.evening.line.text(), {"visit": self._typed_of}

    def _said_typed(self) -> Typed:
        kind, role, words = self.meeting.given()
        return words, {"visit": self._typed_of, "kind": kind, "role": role}

    def _read_day(self, visit_id: str, number: int, again: Collection[str]) -> None:
        self.day = day_of_visit(self.desk.store, visit_id, number, self.day, again)
        if self.day is not None:
            self.evening.show_day(self.day)
            self.meeting.show_day(self.day)

    def _on_later(self) -> None:
        """Read one part of those that take long, and come again for the next: no key waits for all of them."""
        day, part = self.day, next(iter(sorted(self._stale)), "")
        if day is not None and part:
            self._stale.discard(part)
            self.attempt(lambda: self._read_day(day.visit.id, day.number, (part,)))
            self._later.start(0)

    def _say(self) -> None:
        for at, name in enumerate(_TABS):
            self.tabs.setTabText(at, _(name))
        self.tabs.setAccessibleName(_(N_("Parts of the day")))
        self.number.setAccessibleName(_(N_("Day of the visit")))
        self.where.show_text(place_title(self.day) if self.day else "")
        self.number.blockSignals(True)
        self.number.clear()
        for number in range(1, self.day.days + 1 if self.day else 1):
            self.number.addItem(day_title_of(self.day, number), number)
        self.number.setCurrentIndex(self.day.number - 1 if self.day else -1)
        self.number.blockSignals(False)
        self._show_part(self.tabs.currentIndex())

    def _show_part(self, part: int) -> None:
        is_check = part == CHECK
        self._parts.setCurrentIndex(part if self.day is not None or is_check else len(_TABS))
        self.number.setVisible(self.day is not None and not is_check)
        self.where.setVisible(self.day is not None)
        self.save.setVisible(self.day is not None or is_check)
        self.save.setEnabled(self._can_save())
        self.check.check.setEnabled(not self.checking.is_busy())

    def _sheet(self) -> Callable[[Store], Sheet]:
        part, day, kind = self.tabs.currentIndex(), self.day, self.check.chosen()
        if part == CHECK or day is None:
            return lambda store: ready.ready(store, kind)
        make = feedback.feedback if part == MEETING else end_of_day.end_of_day
        return lambda store: make(store, day.visit.id, day.number)

    def _named(self, make: Callable[[Store], Sheet]) -> None:
        self._name = make(self.desk.store).name

    # Writing.

    def _on_enquired(self, text: str) -> None:
        day = self.day
        if day is not None and self.attempt(lambda: self._enquire(day, text)):
            self.evening.line.clear()

    def _enquire(self, day: Day, text: str) -> None:
        point_acts.enquire(self.desk.store, day.visit, text, day.number)

    def _on_heard(self) -> None:
        day = self.day
        if day is not None and self.attempt(lambda: self._hear(day, self.meeting.given())):
            self.meeting.set_now()
            self.meeting.words.setFocus()

    def _hear(self, day: Day, given: tuple[str, str, str]) -> None:
        point_acts.hear(self.desk.store, day.visit, given, day.number, self.meeting.at.moment())

    def _on_told(self, finding_id: str) -> None:
        """Put a finding's words into the form: whom it was told is still to be said."""
        told = next((each for each in self.day.findings if each.finding.id == finding_id), None) if self.day else None
        if told is not None:
            self.meeting.kind.setCurrentIndex(0)
            self.meeting.put_words(told.finding.statement)
            self.meeting.role.setFocus()

    def _on_settled(self, point_id: str) -> None:
        self._on_line(point_id, lambda seen: point_acts.settle(self.desk.store, seen, done=not seen.done))

    def _on_withdrawn(self, point_id: str) -> None:
        self._on_line(point_id, lambda seen: point_acts.withdraw(self.desk.store, seen))

    def _on_line(self, point_id: str, act: Callable[[Any], None]) -> None:
        seen = point(self.desk.store, point_id)
        if seen is not None:
            self.attempt(lambda: act(seen))

    def _on_check(self) -> None:
        if not self.checking.is_busy() and not self.doing.is_busy():
            secret = self.check.passphrase.text()
            self.check.passphrase.clear()
            self.notice.hide()
            job = checking(self.check.chosen(), self.visit_id, secret)
            self.checking.start(job, N_("Checking"), self._on_checked)
            self._show_part(self.tabs.currentIndex())

    def _on_checked(self, outcome: Readiness) -> None:
        self.check.show_check(outcome)
        self.said.emit(ready.judgement(outcome))

    def _on_saved(self, path: object) -> None:
        self.said.emit(_(N_("Saved: {file}")).format(file=path))

    def _on_failed(self, trouble: Trouble) -> None:
        self.tell(trouble)

    def _on_idle(self) -> None:
        self._show_part(self.tabs.currentIndex())

    def _on_number(self, at: int) -> None:
        if self.day is not None:
            self._read_day(self.day.visit.id, at + 1, ("notes",))
            self._say()

    def _on_kind(self) -> None:
        self.check.show_check(last_check(self.desk.store, self.check.chosen()))
        self._show_part(CHECK)

    def _on_identity(self) -> None:
        from ui.day.identity_dialog import IdentityDialog

        IdentityDialog(self.desk, self).open()

    def _on_area(self, code: str) -> None:
        self.area_chosen.emit(code)

    def _on_visits(self) -> None:
        self.page_wanted.emit("visits")

    def _build(self) -> None:
        px = self.desk.look.px
        for _name in _TABS:
            self.tabs.addTab("")
        self._parts = QStackedWidget()
        for view in (self.evening, self.meeting, self.check):
            self._parts.addWidget(view)
        self.empty = EmptyState(
            self.desk.look,
            "clipboard-list",
            N_("No visit is open"),
            N_("A day’s sheets tell what is emerging, what is thin, and what leaders were told."),
            N_("Choose a &visit"),
        )
        self._parts.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.where, 1)
        head.addWidget(self.number)
        head.addWidget(self.save)
        column = QVBoxLayout()
        column.setSpacing(px(12))
        for part in (head, self.tabs, self.progress, self._parts):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        column.setStretchFactor(self._parts, 1)
        self.body.addLayout(column, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_part)
        self.number.activated.connect(self._on_number)
        self.save.clicked.connect(self.save_sheet)
        self.empty.acted.connect(self._on_visits)
        self.evening.enquired.connect(self._on_enquired)
        self.evening.settled.connect(self._on_settled)
        self.evening.withdrawn.connect(self._on_withdrawn)
        self.evening.area_asked.connect(self._on_area)
        self.evening.concern_asked.connect(self.concern_asked)
        self.evening.line.textChanged.connect(self._enquiry.typed)
        self.meeting.words.textChanged.connect(self._heard.typed)
        self.meeting.role.textChanged.connect(self._heard.typed)
        self.meeting.heard.connect(self._on_heard)
        self.meeting.told.connect(self._on_told)
        self.meeting.withdrawn.connect(self._on_withdrawn)
        self.check.asked.connect(self._on_check)
        self.check.kind_changed.connect(self._on_kind)
        self.check.identity_asked.connect(self._on_identity)
        for doing in (self.doing, self.checking):
            doing.failed.connect(self._on_failed)
            doing.idle.connect(self._on_idle)


def day_title_of(day: Day | None, number: int) -> str:
    """Return the name of another day of the same visit."""
    return day_title(replace(day, number=number, on=date_of(day.visit, number))) if day else ""
