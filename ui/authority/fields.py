# SPDX-License-Identifier: MIT
"""Fields of this page's forms: words, a fuzzy date that says how it is understood, a choice, several lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from resources.language import N_, _
from storage.acts.dated import dated
from storage.errors import Trouble
from ui.look import Look
from ui.models.date_words import date_words, to_type, typed

Options = Sequence[tuple[str, str]]
"""(code, words, already translated)."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    """The record's own name of it."""
    label: str
    """A gettext key with the letter that leads to it."""
    kind: str = "line"
    """line, text, date, lines, choice, some, check or role (a line with suggestions)."""
    value: Any = ""
    options: Options = ()
    hint: str = ""
    """A gettext key, under the field."""


class DateLine(QLineEdit):
    """A fuzzy date, typed as people write dates."""

    def __init__(self, value: str = "") -> None:
        """Begin with a date as the record keeps it."""
        super().__init__(to_type(value))
        self.setPlaceholderText(_(N_("8 October 2018, October 2018, autumn 2017 …")))

    def day(self) -> str:
        """Return it as the record keeps it; what is no date as it was typed."""
        return typed(self.text())

    def understood(self) -> str:
        """Return how it is understood, in words; an empty text for none."""
        if not self.text().strip():
            return ""
        try:
            return _(N_("Understood as {date}")).format(date=date_words(dated(self.day())))
        except Trouble:
            return _(N_("No date yet: a day, a month, a season or a year"))


def made(look: Look, field: Field) -> QWidget:
    """Return the widget of a field, with its value."""
    if field.kind == "date":
        return DateLine(str(field.value))
    if field.kind in ("text", "lines"):
        text = QPlainTextEdit(str(field.value) if field.kind == "text" else "\n".join(field.value))
        text.setTabChangesFocus(True)
        text.setMinimumHeight(look.px(72))
        text.setMaximumHeight(look.px(110))
        return text
    if field.kind in ("choice", "role"):
        return _box(field)
    if field.kind == "some":
        return _several(look, field)
    if field.kind == "check":
        box = QCheckBox(_(field.label))
        box.setChecked(bool(field.value))
        return box
    return QLineEdit(str(field.value))


def given(widget: QWidget) -> Any:
    """Return what a field's widget holds: text, a code, yes or no, or lines."""
    if isinstance(widget, DateLine):
        return widget.day()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText().strip()
    if isinstance(widget, QComboBox):
        return widget.currentText().strip() if widget.isEditable() else str(widget.currentData())
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QListWidget):
        items = (widget.item(at) for at in range(widget.count()))
        return tuple(
            str(each.data(Qt.ItemDataRole.UserRole)) for each in items if each.checkState() == Qt.CheckState.Checked
        )
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _box(field: Field) -> QComboBox:
    box = QComboBox()
    for code, words in field.options:
        box.addItem(words, code)
    if field.kind == "role":
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCurrentText(str(field.value))
    else:
        box.setCurrentIndex(max(0, box.findData(field.value)))
    return box


def _several(look: Look, field: Field) -> QListWidget:
    listed = QListWidget()
    listed.setMaximumHeight(look.px(120))
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for code, words in field.options:
        item = QListWidgetItem(words, listed)
        item.setData(Qt.ItemDataRole.UserRole, code)
        item.setToolTip(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if code in field.value else Qt.CheckState.Unchecked)
    if listed.count():
        listed.setCurrentRow(0)
    return listed
