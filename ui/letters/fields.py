# SPDX-License-Identifier: MIT
"""Fields of the letters' dialogs: a label with its buddy above each, a date in digits with the day written out."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from resources.language import N_, _, long_date
from ui.look import Look
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet


class DateField(QWidget):
    """A day in digits, and beside it as the letter will write it."""

    def __init__(self, look: Look, day: date) -> None:
        """Begin on a day."""
        super().__init__()
        self.language = "en"
        self.edit = DayEdit(look, day)
        self.edit.setDisplayFormat("dd/MM/yyyy")
        self.written = Label(tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.edit)
        row.addWidget(self.written, 1)
        self.setFocusProxy(self.edit)
        self.edit.dateChanged.connect(self.say)
        self.say()

    def day(self) -> str:
        """Return the day, ISO."""
        return self.edit.date().toString(Qt.DateFormat.ISODate)

    def speak(self, language: str) -> None:
        """Write the day out in a language."""
        self.language = language
        self.say()

    def say(self) -> None:
        """Write the day out."""
        self.written.show_text(long_date(date.fromisoformat(self.day()), self.language))


class FieldSheet(Sheet):
    """Labelled fields with a place for trouble, a way out and one thing to do; they scroll where the screen is low."""

    def __init__(self, look: Look, title: str, action: str, parent: QWidget | None = None, wide: int = 480) -> None:
        """Say title and action (gettext keys). `wide`: pixels at 100 %."""
        super().__init__(look, title, parent, wide)
        self.fields = self.body
        self.fields.setSpacing(look.px(4))
        self.act, self.leave = Button(look, action, primary=True), Button(look, N_("&Cancel"))
        self.act.setDefault(True)
        self.act.clicked.connect(self.on_act)
        self.leave.clicked.connect(self.reject)
        self.close_with(self.leave, self.act)

    def on_act(self) -> None:
        """Do what the dialog is for; a child says what."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit, and see that the field one begins in is seen on a low screen too."""
        super().showEvent(event)
        if (first := self.focusWidget()) is not None:
            self._area.ensureWidgetVisible(first, 0, self.look.px(24))

    def ask(self, key: str, field: QWidget, hint: str = "") -> None:
        """Add a field under its label (a gettext key with the letter that leads to it), and a hint under it."""
        label = Label(key, "strong")
        label.setBuddy(field)
        field.setAccessibleName(_(key).replace("&", ""))
        proxy = field.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(_(key).replace("&", ""))
        self.fields.addWidget(label)
        self.fields.addWidget(field)
        if hint:
            self.fields.addWidget(Label(hint, "small", "muted", wrap=True))
        gap = QLabel()
        gap.setFixedHeight(self.look.px(4))
        self.fields.addWidget(gap)


def fit(dialog: QDialog, wide: int, high: int) -> None:
    """Give a dialog a size, but never more than the screen has."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(wide, room.width() - 40), min(high, room.height() - 60))


def choice(options: list[tuple[str, str]], chosen: str = "") -> QComboBox:
    """Return a field to choose one of some (code, words, already translated)."""
    box = QComboBox()
    for code, words in options:
        box.addItem(words, code)
    at = box.findData(chosen)
    box.setCurrentIndex(max(0, at))
    return box
