# SPDX-License-Identifier: MIT
"""One part of the page: a list, beside it what the chosen thing is and what can be done with it. Words: rows.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _
from ui.look import Look
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.row_delegate import Row
from ui.widgets.row_view import RowView

_NARROW = 760
"""Pixels at 100 % below which the details stand under the list."""
_LINES = 12
"""Of details, at most: made once, and filled with whatever is chosen."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done with the chosen thing."""

    code: str
    name: str
    """A gettext key with its letter."""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What a thing is."""

    title: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    """(label: a gettext key, words); empty words are left out."""
    deeds: frozenset[str] = field(default_factory=frozenset)
    """Codes of what can be done with it now."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a part is made of; words are gettext keys."""

    code: str
    title: str
    icon: str
    nothing: str
    """The sentence of an empty part."""
    add: str
    """What its first action is called, with its letter."""
    deeds: tuple[Deed, ...] = ()


class PartView(QWidget):
    """List and details."""

    asked = Signal(str, str)
    """A deed's code and the key of the thing it is done with; "add" and an empty key for a new one."""
    history_asked = Signal(str)
    """The key of the thing whose history is wanted."""

    def __init__(self, look: Look, shape: Shape, parent: QWidget | None = None) -> None:
        """Make it, empty."""
        super().__init__(parent)
        self._look, self.shape = look, shape
        self._tell: Callable[[str], Details] | None = None
        self.list = RowView(look)
        self.add = Button(look, shape.add, "plus")
        self.history = IconButton(look, "history", N_("History of this entry"))
        self.deeds = {each.code: Button(look, each.name, each.icon) for each in shape.deeds}
        self.form = QFormLayout()
        self._lines = [(Label("", "small", "muted"), Label(wrap=True)) for _line in range(_LINES)]
        self.empty = EmptyState(look, shape.icon, shape.title, shape.nothing, shape.add)
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[tuple[str, Row]], tell: Callable[[str], Details]) -> None:
        """Show these; `tell` says of a key what the thing is."""
        self._tell = tell
        self.list.show_rows(rows, _(self.shape.title), on_first=True)
        high = QSizePolicy.Policy.Ignored if rows else QSizePolicy.Policy.Preferred
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, high)  # hidden, it asks for no room
        self._pages.setCurrentIndex(1 if rows else 0)
        self._show_chosen()

    def choose(self, key: str) -> None:
        """Stand on a thing."""
        self.list.choose(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details under the list where there is little room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(under if narrow else beside)

    def _show_chosen(self) -> None:
        key = self.list.chosen()
        told = self._tell(key) if key and self._tell is not None else Details()
        self.about.title.show_text(told.title)
        self.about.title.setVisible(bool(told.title))
        there = [(label, words) for label, words in told.lines if words][:_LINES]
        for at, (name, said) in enumerate(self._lines):
            label, words = there[at] if at < len(there) else ("", "")
            if words:
                name.say(label)
            said.show_text(words)
            self.form.setRowVisible(at, bool(words))
        for code, button in self.deeds.items():
            button.setVisible(code in told.deeds)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _on_add(self) -> None:
        self.asked.emit("add", "")

    def _on_activated(self, _index: QModelIndex) -> None:
        first = next((code for code, button in self.deeds.items() if not button.isHidden()), "")
        if first:
            self.asked.emit(first, self.list.chosen())

    def _on_deed(self) -> None:
        code = next((code for code, button in self.deeds.items() if button is self.sender()), "")
        if code and self.list.chosen():
            self.asked.emit(code, self.list.chosen())

    def _on_history(self) -> None:
        if self.list.chosen():
            self.history_asked.emit(self.list.chosen())

    def _build(self) -> None:
        px = self._look.px
        # From outside inwards: each part is dressed once, where it stays.
        self._pages, whole = QStackedWidget(self), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        both = QWidget(self._pages)
        for page in (self.empty, both):
            self._pages.addWidget(page)
        listed, self.about = Card(self._look, self.shape.title), Card(self._look, self.shape.title)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(px(12))
        self._across.addWidget(listed, 5)
        self._across.addWidget(self.about, 4)
        listed.corner.addWidget(self.add)
        listed.body.addWidget(self.list, 1)
        self.about.corner.addWidget(self.history)
        self.about.body.addWidget(self._scrolled(), 1)
        self.about.body.addLayout(self._foot())

    def _foot(self) -> QGridLayout:
        """Return the deeds, two in a row."""
        foot, buttons = QGridLayout(), list(self.deeds.values())
        foot.setSpacing(self._look.px(8))
        for at, button in enumerate(buttons):
            is_alone = at == len(buttons) - 1 and at % 2 == 0
            foot.addWidget(button, at // 2, at % 2, 1, 2 if is_alone else 1)
        return foot

    def _scrolled(self) -> QScrollArea:
        px = self._look.px
        self.form.setHorizontalSpacing(px(16))
        self.form.setVerticalSpacing(px(8))
        for name, said in self._lines:
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.form.addRow(name, said)
        inside = QWidget()
        inside.setProperty("scroll", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addLayout(self.form)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)
        for button in (self.add, self.empty.button):
            button.clicked.connect(self._on_add)
        for button in self.deeds.values():
            button.clicked.connect(self._on_deed)
        self.history.clicked.connect(self._on_history)
