# SPDX-License-Identifier: MIT
"""One finding in full: what is held, which way it goes, where it stands in a letter, and the notes behind it.

It shows and says what the person wants; findings.py does it.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QHBoxLayout, QListView, QPlainTextEdit

from resources.language import N_, _
from storage.model.finding import Finding
from storage.model.note import Note
from storage.model.rules import FINDING_STATES, STATE_NAMES
from ui.findings.rows import Rows, note_row
from ui.findings.words import DIRECTIONS, PLACES
from ui.look import Look
from ui.models.note_words import POLARITIES
from ui.widgets.buttons import Button, IconButton, NavButton
from ui.widgets.card import Card
from ui.widgets.chips import Chip, Chips, Flow
from ui.widgets.labels import Label
from ui.widgets.row_delegate import RowDelegate


class Statement(QPlainTextEdit):
    """A few lines of plain text that say when they are left."""

    left = Signal()

    def __init__(self) -> None:
        """Make it, empty."""
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the words are left; a menu that takes the keys for a moment does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Behind(QListView):
    """The notes behind a finding; Delete takes one away."""

    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        """Make the list, empty."""
        super().__init__()
        self.notes = Rows()
        self.setModel(self.notes)
        self.setItemDelegate(RowDelegate(look, lines=2, chips=False))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete; the rest moves in the list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentIndex().isValid():
            self.removed.emit(self.notes.key(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.notes.key(index))


class Sheet(Card):
    """The right of the page."""

    left = Signal()
    """The words were left: time to keep them."""
    amended = Signal(str, str)
    """A field of the finding, and what it is to be."""
    moved = Signal(str)
    """The state it is to have."""

    def __init__(self, look: Look) -> None:
        """Make the parts and place them."""
        super().__init__(look, N_("Finding"))
        self.title.setProperty("type", "title")
        self.history = IconButton(look, "history", N_("History of this finding"))
        self.rests = Label("", "small", "muted", wrap=True)
        self.statement = Statement()
        self.polarities = {
            name: NavButton(look, POLARITIES[name].icon, POLARITIES[name].name) for name in ("strength", "weakness")
        }
        self.state, self.direction, self.place = QComboBox(), QComboBox(), QComboBox()
        self.link = Button(look, N_("&Link to an area"), "link")
        self.chips = Chips(look, self.link)
        self.behind = Behind(look)
        self.add_for = Button(look, N_("Note fo&r it"), "plus")
        self.add_against = Button(look, N_("Note a&gainst it"), "minus")
        self.keep = Button(look, N_("&Keep the finding"), primary=True)
        self._build()
        self._connect()
        self._say()

    def show_finding(self, finding: Finding | None, notes: Sequence[Note], titles: Sequence[Chip]) -> None:
        """Show a finding with its notes and areas; a blank sheet for None."""
        self.title.say(N_("Finding") if finding else N_("New finding"))
        if not (self.statement.hasFocus() and finding and self.statement.toPlainText() == finding.statement):
            self.statement.setPlainText(finding.statement if finding else "")
        self.polarities[finding.polarity if finding and finding.polarity in self.polarities else "weakness"].setChecked(
            True
        )
        state = finding.state if finding else "hunch"
        _offer(self.state, {each: STATE_NAMES[each] for each in (state, *FINDING_STATES.get(state, ()))}, state)
        _offer(self.direction, DIRECTIONS, finding.direction if finding else "")
        _offer(self.place, PLACES, finding.role if finding else "")
        self.chips.show_chips(titles, fixed=False)
        against = set(finding.contradicts) if finding else set()
        self.behind.notes.show([(note.id, note_row(note, note.id not in against)) for note in notes])
        for part in (self.history, self.state, self.add_for, self.add_against, self.behind, self.link):
            part.setEnabled(finding is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Say names again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _boxes(self) -> tuple[tuple[str, QComboBox], ...]:
        return (N_("&State"), self.state), (N_("&Direction"), self.direction), (N_("&Place in a letter"), self.place)

    def _say(self) -> None:
        for key, box in self._boxes():
            box.setAccessibleName(_(key).replace("&", ""))
        names = ((self.statement, N_("What is held to be so")), (self.behind, N_("Notes behind this finding")))
        for part, name in names:
            part.setAccessibleName(_(name))
        self.statement.setPlaceholderText(_(N_("One sentence that a letter could say.")))

    def _on_box(self, box: QComboBox, field: str) -> None:
        self.amended.emit(field, str(box.currentData()))

    def _on_state(self, at: int) -> None:
        if at > 0:
            self.moved.emit(str(self.state.itemData(at)))

    def _on_direction(self, _at: int) -> None:
        self._on_box(self.direction, "direction")

    def _on_place(self, _at: int) -> None:
        self._on_box(self.place, "role")

    def _on_polarity(self) -> None:
        chosen = next(name for name, button in self.polarities.items() if button.isChecked())
        self.amended.emit("polarity", chosen)

    def _connect(self) -> None:
        self.statement.left.connect(self.left)
        self.keep.clicked.connect(self.left)
        self.state.activated.connect(self._on_state)
        self.direction.activated.connect(self._on_direction)
        self.place.activated.connect(self._on_place)
        for button in self.polarities.values():
            button.clicked.connect(self._on_polarity)

    def _build(self) -> None:
        self.corner.addWidget(self.history)
        ways, form, foot = QHBoxLayout(), QFormLayout(), Flow(self._look)
        self._group = QButtonGroup(self)
        for button in self.polarities.values():
            self._group.addButton(button)
            ways.addWidget(button)
        ways.addStretch(1)
        form.setSpacing(self._look.px(8))
        for key, box in self._boxes():
            label = Label(key)
            label.setBuddy(box)
            form.addRow(label, box)
        foot.addWidget(self.add_for)
        foot.addWidget(self.add_against)
        foot.addWidget(self.keep)
        self.body.addWidget(self.statement, 2)
        self.body.addLayout(ways)
        self.body.addLayout(form)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.rests)
        self.body.addWidget(self.behind, 3)
        self.body.addLayout(foot)
        self.statement.setMinimumHeight(self._look.px(72))
        self.chips.follows = self.place
        order = (self.statement, *self.polarities.values(), self.state, self.direction, self.place, self.link)
        for first, then in pairwise((*order, self.behind, self.add_for, self.add_against, self.keep)):
            self.setTabOrder(first, then)


def _offer(box: QComboBox, names: dict[str, str], chosen: str) -> None:
    box.clear()
    for code, name in names.items():
        box.addItem(_(name), code)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
