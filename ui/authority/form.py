# SPDX-License-Identifier: MIT
"""The frame of this page's dialogs: labelled fields, a place for trouble, one thing to do. What that is: asked_of_…"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from PySide6.QtWidgets import QDialog as Dialog

from resources.language import N_, _
from storage.errors import Trouble
from ui.authority.fields import DateLine, Field, given, made
from ui.desk import Desk
from ui.errors import told
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks, and what is done with the answers."""

    title: str
    """A gettext key."""
    act: str
    """What the button says: a gettext key with its letter."""
    fields: tuple[Field, ...]
    do: Callable[[Mapping[str, Any]], object]
    """Takes what was given, by field name; raises Trouble."""
    about: str = ""
    """Above the fields, already translated."""


class Form(Dialog):
    """It does what it is for itself, and stays open to tell trouble."""

    def __init__(self, desk: Desk, asked: Asked, parent: QWidget | None = None) -> None:
        """Ask."""
        super().__init__(parent)
        self._asked, self._look = asked, desk.look
        self.setWindowTitle(_(asked.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.notice = Notice(desk.look)
        self.act, self.leave = Button(desk.look, asked.act, primary=True), Button(desk.look, N_("&Cancel"))
        self.act.setDefault(True)
        self.widgets: dict[str, QWidget] = {each.name: made(desk.look, each) for each in asked.fields}
        self._readings: dict[DateLine, Label] = {}
        self._build()
        self.act.clicked.connect(self.on_act)
        self.leave.clicked.connect(self.reject)
        first = next(iter(self.widgets.values()), None)
        if first is not None:
            first.setFocus()

    def values(self) -> dict[str, Any]:
        """Return what was given."""
        return {name: given(widget) for name, widget in self.widgets.items()}

    def on_act(self) -> None:
        """Do it; close when it went well."""
        try:
            self._asked.do(self.values())
        except Trouble as trouble:
            self.notice.tell(*told(trouble), "bad")
            return
        self.accept()

    def _build(self) -> None:
        px = self._look.px
        inside = QWidget()
        inside.setProperty("scroll", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(2), 0, px(12), 0)
        column.setSpacing(px(4))
        if self._asked.about:
            about = Label(tone="muted", wrap=True)
            about.show_text(self._asked.about)
            column.addWidget(about)
        for field in self._asked.fields:
            self._place(column, field, self.widgets[field.name])
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.act)
        everything = QVBoxLayout(self)
        everything.setContentsMargins(px(24), px(24), px(24), px(24))
        everything.setSpacing(px(12))
        everything.addWidget(Label(self._asked.title, "title", wrap=True))
        everything.addWidget(self.notice)
        everything.addWidget(scroll, 1)
        everything.addLayout(buttons)
        self._fit(inside)

    def _fit(self, inside: QWidget) -> None:
        """As high as the fields need, as far as the screen goes."""
        px, room = self._look.px, self.screen().availableGeometry()
        wide = min(px(560), room.width() - 40)
        column = inside.layout()
        high = column.totalHeightForWidth(wide - px(62)) if column is not None else 0
        rest = self.sizeHint().height() - inside.sizeHint().height() if not high else px(160)
        self.setMinimumWidth(min(px(440), wide))
        self.resize(wide, min(max(high, inside.sizeHint().height()) + rest, room.height() - 60))

    def _place(self, column: QVBoxLayout, field: Field, widget: QWidget) -> None:
        name = _(field.label).replace("&", "")
        widget.setAccessibleName(name)
        typed = widget.lineEdit() if isinstance(widget, QComboBox) else None
        if typed is not None:
            typed.setAccessibleName(name)
        if not isinstance(widget, QCheckBox):
            label = Label(field.label, "strong")
            label.setBuddy(widget)
            column.addWidget(label)
        column.addWidget(widget)
        if field.hint:
            column.addWidget(Label(field.hint, "small", "muted", wrap=True))
        if isinstance(widget, DateLine):
            reading = Label(type="small", tone="muted", wrap=True)
            self._readings[widget] = reading
            widget.textChanged.connect(self._on_date)
            column.addWidget(reading)
            self._read(widget)
        column.addSpacing(self._look.px(6))

    def _on_date(self, _text: str) -> None:
        widget = self.sender()
        if isinstance(widget, DateLine):
            self._read(widget)

    def _read(self, widget: DateLine) -> None:
        reading = self._readings[widget]
        reading.show_text(widget.understood())
        reading.setVisible(bool(widget.understood()))


def options(names: Mapping[str, str], only: Sequence[str] | None = None) -> list[tuple[str, str]]:
    """Return a table of codes and their names (gettext keys) to choose from, all or only some."""
    return [(code, _(name)) for code, name in names.items() if only is None or code in only]
