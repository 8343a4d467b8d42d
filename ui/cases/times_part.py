# SPDX-License-Identifier: MIT
"""Checks of supervision and timeliness: a day counted from, what is allowed, a day done; how late, with its sum."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _
from storage.imports.dates import read_day
from storage.model.timeliness import CHECKS
from storage.queries.reviews import Check
from ui.cases.parts import NumberField
from ui.cases.words import UNITS, due_words, late_words, short_day, unit_words
from ui.look import Look
from ui.widgets.labels import Label, restyle


class TimesPart(QWidget):
    """Four checks, three lines each."""

    checked = Signal(object)
    """A Check as it is now to be."""

    def __init__(self, look: Look) -> None:
        """Make the fields, empty."""
        super().__init__()
        self._look = look
        self.lines = {code: Line(look, code) for code in CHECKS}
        inside, scroll, rows = QWidget(), QScrollArea(), QVBoxLayout(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.px(4), 0)
        column.setSpacing(look.px(12))
        for line in self.lines.values():
            line.checked.connect(self.checked)
            column.addWidget(line)
        column.addStretch(1)
        inside.setProperty("scroll", True)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(look.px(140))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached by themselves
        rows.setContentsMargins(0, look.px(8), 0, 0)
        rows.addWidget(scroll, 1)
        hint = N_(
            "Leave “done on” empty and press Return where it was not done. Only the limit for assessments is a "
            "published one (PM24); the others are proposals: set what the authority's own standard says."
        )
        rows.addWidget(Label(hint, "small", "muted", wrap=True))

    def show_checks(self, checks: tuple[Check, ...], today: date, kept: Collection[str]) -> None:
        """Show the checks as they stand on a day; those that are not kept yet are only proposed by the list."""
        for check in checks:
            self.lines[check.code].show_check(check, today, check.code in kept)


class Line(QWidget):
    """One check."""

    checked = Signal(object)

    def __init__(self, look: Look, code: str) -> None:
        """Make the fields of a check."""
        super().__init__()
        self._look, self._code = look, code
        self._check = Check(code, "", CHECKS[code].amount, CHECKS[code].unit, "")
        self._today = date(2000, 1, 1)
        self.base, self.unit, self.done = QLineEdit(), QComboBox(), QLineEdit()
        self.amount = NumberField(look, 0, 999)
        self.result = Label("", "small", "muted", wrap=True)
        self._build()
        self._say()
        for edit in (self.base, self.done):
            edit.editingFinished.connect(self._on_edited)
            edit.returnPressed.connect(self._on_return)
        self.amount.editingFinished.connect(self._on_edited)
        self.unit.activated.connect(self._on_edited)

    def show_check(self, check: Check, today: date, is_kept: bool) -> None:
        """Show a check and how it stands on a day. What nobody has said yet is no lateness."""
        self._check, self._today = check, today
        for edit, value in ((self.base, check.base), (self.done, check.done)):
            if not edit.hasFocus():
                edit.setText(short_day(value))
                restyle(edit, wrong=False)
        self.amount.show_value(check.amount)
        self._say_units(check.amount)
        self.unit.setCurrentIndex(max(0, self.unit.findData(check.unit)))
        judged = check.judged(today)
        is_said = is_kept or bool(check.done)
        self.result.show_text(late_words(judged) if is_said else due_words(judged))
        self.result.set_tone("warn" if judged and judged.late and is_said else "muted")

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_return(self) -> None:
        self._keep(always=True)

    def _on_edited(self) -> None:
        self._keep(always=False)

    def _keep(self, *, always: bool) -> None:
        days = []
        for edit in (self.base, self.done):
            text = edit.text().strip()
            day = read_day(text, "day_first") if text else None
            restyle(edit, wrong=bool(text) and day is None)
            if text and day is None:
                self.result.show_text(_(N_("This is no day: write it as 2018-07-10 or 10 July 2018.")))
                self.result.set_tone("bad")
                return
            days.append(day.isoformat() if day else "")
        base, done = days
        now = replace(self._check, base=base, done=done, amount=self.amount.value(), unit=str(self.unit.currentData()))
        if now != self._check or (always and now.base):
            self.checked.emit(now)

    def _say(self) -> None:
        name = _(CHECKS[self._code].name)
        fields = (
            (self.base, N_("{check}: counted from")),
            (self.amount, N_("{check}: how many")),
            (self.unit, N_("{check}: days, weeks or months")),
            (self.done, N_("{check}: done on")),
        )
        for field, key in fields:
            field.setAccessibleName(_(key).format(check=name))
        self.base.setPlaceholderText(_(N_("counted from")))
        self.done.setPlaceholderText(_(N_("done on")))
        for edit, value in ((self.base, self._check.base), (self.done, self._check.done)):
            if not edit.hasFocus():
                edit.setText(short_day(value))
        self._say_units(self._check.amount)
        self.unit.setCurrentIndex(max(0, self.unit.findData(self._check.unit)))

    def _say_units(self, count: int) -> None:
        for at, code in enumerate(UNITS):
            if at == self.unit.count():
                self.unit.addItem("", code)
            self.unit.setItemText(at, unit_words(code, count))

    def _build(self) -> None:
        grid, row = QGridLayout(self), QHBoxLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._look.px(4))
        row.setSpacing(self._look.px(4))
        row.addWidget(self.base, 3)
        row.addWidget(self.amount)
        row.addWidget(self.unit, 2)
        row.addWidget(self.done, 3)
        grid.addWidget(Label(CHECKS[self._code].name, "strong"), 0, 0)
        grid.addLayout(row, 1, 0)
        grid.addWidget(self.result, 2, 0)
