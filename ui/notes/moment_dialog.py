# SPDX-License-Identifier: MIT
"""A small form: when something was said or seen, to the minute or as a part of a day; the time of writing beside it.

It writes nothing itself, and the time of writing cannot be altered by anybody.
"""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model import clock
from storage.model.ids import StreamId
from storage.model.note import Note
from storage.model.provenance import PARTS, PROVENANCE, provenance
from storage.model.visit import Visit
from ui.look import Look
from ui.notes.words import day_of, local, weekday
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.labels import Label, add_row


class MomentDialog(QDialog):
    """Asked with `open`; `moment` once accepted."""

    def __init__(self, look: Look, visit: Visit | None, parent: QWidget | None = None) -> None:
        """Offer the visit's days, and any other."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("When it was said or seen")))
        self.day, self.part = QComboBox(), QComboBox()
        self.date, self.time = DayEdit(look), TimeEdit(look)
        self._captured = ""
        self._first: tuple[str, tuple[date, time, str]] = ("", (date.min, time.min, ""))
        self.written, self.becomes = Label("", "small", "muted", wrap=True), Label("", "tag")
        self._days = _days_of(visit) if visit else []
        for number, at in enumerate(self._days, 1):
            self.day.addItem(f"{_(N_('Day {number}')).format(number=number)} · {weekday(at)}", at)
        self.day.addItem(_(N_("Another day")), None)
        self.part.addItem(_(N_("At a time")), "")
        for code, part in PARTS.items():
            name = _(part.name)
            self.part.addItem(name[:1].upper() + name[1:], code)
        self.keep = Button(look, N_("&Set it"), primary=True)
        self._cancel = Button(look, N_("&Cancel"))
        self._build(look)
        self._connect()

    def show_moment(self, event_at: str, part: str, captured_at: str) -> None:
        """Begin with these; an empty `captured_at` is a note that is not written yet."""
        self._captured = captured_at
        at = local(event_at) or clock.now().astimezone()
        self.date.setDate(QDate(at.year, at.month, at.day))
        self.time.setTime(QTime(at.hour, at.minute))
        self.day.setCurrentIndex(self._days.index(at.date()) if at.date() in self._days else len(self._days))
        self.part.setCurrentIndex(max(0, self.part.findData(part)))
        self._first = (event_at, self._typed())
        written = local(captured_at)
        words = _(N_("Written down {when}. That time stays as it is."))
        when = f"{weekday(written.date())}, {written:%H:%M}" if written else _(N_("now"))
        self.written.show_text(words.format(when=when))
        self._on_changed()

    def moment(self) -> tuple[str, str]:
        """Return `event_at` (UTC) and `event_part` as chosen; where nothing was altered, as they were."""
        event_at, typed = self._first
        if typed == self._typed():
            return event_at, typed[2]
        day, minute, part = self._typed()
        at = PARTS[part].begins if part else minute
        return clock.stamp(datetime.combine(day, at).astimezone()), part

    def _typed(self) -> tuple[date, time, str]:
        chosen = self.date.date()
        day = self.day.currentData() or date(chosen.year(), chosen.month(), chosen.day())
        at = self.time.time()
        return day, time(at.hour(), at.minute()), str(self.part.currentData())

    def _on_changed(self, _what: object = None) -> None:
        self.date.setEnabled(self.day.currentData() is None)
        self.time.setEnabled(not self.part.currentData())
        event, part = self.moment()
        captured = self._captured or clock.stamp()
        said = provenance(Note(id="", stream_id=StreamId(""), event_at=event, event_part=part, captured_at=captured))
        self.becomes.show_text(_(PROVENANCE[said[0]]))

    def _connect(self) -> None:
        for box in (self.day, self.part):
            box.currentIndexChanged.connect(self._on_changed)
        self.date.dateChanged.connect(self._on_changed)
        self.time.timeChanged.connect(self._on_changed)
        self.keep.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def _build(self, look: Look) -> None:
        form = QFormLayout()
        form.setSpacing(look.px(8))
        rows = (
            (N_("&Day"), self.day),
            (N_("D&ate"), self.date),
            (N_("&How exactly"), self.part),
            (N_("&Time"), self.time),
        )
        for key, field in rows:
            add_row(form, key, field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.becomes, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        for button in (self._cancel, self.keep):
            buttons.addWidget(button)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(*[look.px(24)] * 4)
        everything.setSpacing(look.px(16))
        everything.addWidget(Label(N_("When it was said or seen"), "title"))
        everything.addLayout(form)
        everything.addWidget(self.written)
        everything.addLayout(buttons)
        self.keep.setDefault(True)
        self.setMinimumWidth(look.px(420))
        self.part.setFocus()


def _days_of(visit: Visit) -> list[date]:
    """Return the visit's dates, day 1 first; none where its dates do not say them."""
    try:
        span = clock.span_of(visit.dates)
    except ValueError:
        return []
    count = visit.days or (span.latest - span.earliest).days + 1
    return [at for number in range(1, min(count, 31) + 1) if (at := day_of(visit, number)) is not None]
