# SPDX-License-Identifier: MIT
"""A small form for one session: day, times, activity, title, place, who by role. It writes nothing itself."""

from datetime import time
from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.language import N_, _
from storage.model.session import Session
from storage.model.visit import LONGEST, Visit
from ui.look import Look
from ui.notes.words import ACTIVITIES, day_of, weekday
from ui.widgets.buttons import Button
from ui.widgets.day_edit import TimeEdit
from ui.widgets.labels import Label, add_row


class SessionDialog(QDialog):
    """Asked with `open`; `fields` once accepted."""

    def __init__(self, look: Look, visit: Visit, day: int = 1, parent: QWidget | None = None) -> None:
        """Ask for a session of the visit, at first on a day."""
        super().__init__(parent)
        self.setWindowTitle(_(N_("Add a session")))
        self.day, self.activity = QComboBox(), QComboBox()
        self.starts, self.ends = TimeEdit(look, time(9, 30)), TimeEdit(look, time(10, 30))
        self.title, self.place, self.roles = QLineEdit(), QLineEdit(), QLineEdit()
        for number in range(1, max(min(visit.days, LONGEST), day, 2) + 1):
            at = day_of(visit, number)
            words = _(N_("Day {number}")).format(number=number)
            self.day.addItem(f"{words} · {weekday(at)}" if at else words, number)
        self.day.setCurrentIndex(day - 1)
        for code, name in ACTIVITIES.items():
            self.activity.addItem(_(name), code)
        self.roles.setPlaceholderText(_(N_("Team manager 1, Social worker A")))
        self.add = Button(look, N_("&Add the session"), primary=True)
        self._title = Label(N_("Add a session"), "title")
        self._long = self._length()
        self.wrong = Label(N_("It would end before it starts."), "small", "warn")
        self.wrong.hide()
        self._cancel = Button(look, N_("&Cancel"))
        self._build(look)
        self.starts.timeChanged.connect(self._on_start)
        self.ends.timeChanged.connect(self._on_end)

    def show_session(self, session: Session) -> None:
        """Ask for other values of a session that there is already."""
        self.setWindowTitle(_(N_("Change the session")))
        self._title.say(N_("Change the session"))
        self.add.setText(_(N_("&Keep the changes")))
        self.day.setCurrentIndex(max(0, self.day.findData(session.day)))
        self.activity.setCurrentIndex(max(0, self.activity.findData(session.activity)))
        for edit, value in ((self.starts, session.starts), (self.ends, session.ends)):
            if (at := QTime.fromString(value, "HH:mm")).isValid():
                edit.setTime(at)
        self.title.setText(session.title)
        self.place.setText(session.place)
        self.roles.setText(", ".join(session.with_roles))

    def fields(self) -> dict[str, Any]:
        """Return the session's fields as typed."""
        roles = (" ".join(each.split()) for each in self.roles.text().split(","))
        return {
            "day": int(self.day.currentData()),
            "starts": self.starts.time().toString("HH:mm"),
            "ends": self.ends.time().toString("HH:mm"),
            "activity": str(self.activity.currentData()),
            "title": self.title.text().strip() or self.activity.currentText(),
            "place": self.place.text().strip(),
            "with_roles": tuple(role for role in roles if role),
        }

    def _length(self) -> int:
        return self.starts.time().secsTo(self.ends.time())

    def _on_start(self, at: QTime) -> None:
        """Let the session last as long as before, as far as the day goes."""
        left = at.secsTo(QTime(23, 59))
        self.ends.setTime(at.addSecs(min(max(self._long, 0), left)))

    def _on_end(self, _at: QTime) -> None:
        """Say here that the end comes first: once the form is gone, what was typed is gone with it."""
        self._long = self._length()
        self.wrong.setVisible(self._long < 0)
        self.add.setEnabled(self._long >= 0)

    def _build(self, look: Look) -> None:
        form = QFormLayout()
        form.setSpacing(look.px(8))
        rows = (
            (N_("&Day"), self.day),
            (N_("&From"), self.starts),
            (N_("&To"), self.ends),
            (N_("Acti&vity"), self.activity),
            (N_("T&itle"), self.title),
            (N_("&Place"), self.place),
            (N_("&Who, by role"), self.roles),
        )
        for key, field in rows:
            add_row(form, key, field)
        form.addRow("", self.wrong)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._cancel, self.add):
            buttons.addWidget(button)
        everything = QVBoxLayout(self)
        side = look.px(24)
        everything.setContentsMargins(side, side, side, side)
        everything.setSpacing(look.px(16))
        everything.addWidget(self._title)
        everything.addLayout(form)
        everything.addLayout(buttons)
        self.add.setDefault(True)
        self.add.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.setMinimumWidth(look.px(420))
        self.title.setFocus()
