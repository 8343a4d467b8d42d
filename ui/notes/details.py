# SPDX-License-Identifier: MIT
"""The fields of a note beside its words: session, source, who, case, strength or weakness. It knows no store."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from resources.language import N_, _
from storage.model.handling import CONFIDENTIAL, HANDLINGS, NOT_FOR_LETTER
from storage.model.session import Session
from ui.look import Look
from ui.models.note_words import KINDS, POLARITIES, kind_name
from ui.notes.particulars import Particulars
from ui.widgets.buttons import NavButton, shown_keys
from ui.widgets.chips import Flow
from ui.widgets.elided_box import ElidedBox
from ui.widgets.labels import Label, restyle

POLARITY_KEYS = {"strength": "F6", "neutral": "F7", "weakness": "F8"}
_TICKS = {
    "verbatim": (N_("&Their own words"), N_("The speaker's own words, not a summary")),
    "observed": (N_("Seen &by me"), N_("Seen by the inspector, not claimed by somebody")),
    "from_memory": (N_("From &memory"), N_("Written down from memory, not while it was said or seen")),
    "from_paper": (N_("From pap&er"), N_("Typed from handwritten notes")),
}
"""Field of a note → (what the tick says, what it means)."""
TICK_KEYS = {"verbatim": "Alt+Shift+W", "observed": "Alt+Shift+S"}
"""The letters of the ticks work as well, but take the hand out of the text."""
HANDLING_KEYS = {CONFIDENTIAL: "Shift+F6", NOT_FOR_LETTER: "Shift+F8"}
_HANDLINGS = {
    CONFIDENTIAL: ("lock", N_("Who said it must not be recognised: never printed among a letter's sources")),
    NOT_FOR_LETTER: ("eye-off", N_("For the inspectors only: no sentence of a letter may stand on it")),
}
"""How a note may be handled → (icon, what it means); at most one of them holds."""


class Tick(QCheckBox):
    """A tick box that says a gettext key, and what it means in its tooltip."""

    def __init__(self, key: str, meaning: str, keys: str = "") -> None:
        """Say the gettext key; in the tooltip also the keys that tick it."""
        super().__init__()
        self._key, self._meaning, self._keys = key, meaning, keys
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say the key again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setText(_(self._key))
        self.setToolTip(f"{_(self._meaning)} ({shown_keys(self._keys)})" if self._keys else _(self._meaning))
        self.setAccessibleName(_(self._key).replace("&", ""))
        self.setAccessibleDescription(_(self._meaning))


class Mark(NavButton):
    """A mark that says its words only while it is set: unset it is an icon, so that the page has the room."""

    def __init__(self, look: Look, icon_name: str, key: str) -> None:
        """Make it, unset."""
        super().__init__(look, icon_name, key)
        self.setAutoExclusive(False)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def _on_toggled(self, is_set: bool) -> None:
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if is_set else style.ToolButtonIconOnly)
        restyle(self, nav=is_set, quiet=not is_set)


class Details(QWidget):
    """All fields of a note but its words and areas."""

    changed = Signal()
    """The person altered a field."""

    def __init__(self, look: Look) -> None:
        """Make the fields, as they are by default."""
        super().__init__()
        self._look, self._quiet, self._columns = look, False, 0
        self.session, self.kind = ElidedBox(), ElidedBox()
        self.role, self.case = QLineEdit(), QLineEdit()
        self.particulars = Particulars(look)
        self.polarities = {name: NavButton(look, said.icon, said.name) for name, said in POLARITIES.items()}
        self.ticks = {name: Tick(*said, TICK_KEYS.get(name, "")) for name, said in _TICKS.items()}
        self.handlings = {name: Mark(look, said[0], HANDLINGS[name]) for name, said in _HANDLINGS.items()}
        self._labels = [Label(key) for key in (N_("&Session"), N_("So&urce"), N_("Wh&o"), N_("&Case"))]
        self._sessions: Sequence[Session] = ()
        self._other = ""
        """A handling that only a newer version knows: shown as none, and kept."""
        self._known: list[str] = []
        self._build()
        look.changed.connect(self._fit)
        self._fit()
        self._say()
        self._connect()

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the fields in the order in which Tab goes through them."""
        fields = (self.session, self.kind, self.role, self.case, *self.particulars.edits)
        return (*fields, *self.polarities.values(), *self.ticks.values(), *self.handlings.values())

    def fields(self) -> dict[str, Any]:
        """Return the fields as they stand on the screen, named as the note names them."""
        ticks = {name: tick.isChecked() for name, tick in self.ticks.items()}
        return {
            "session_id": str(self.session.currentData() or ""),
            "source_kind": str(self.kind.currentData() or "file"),
            "source_role": " ".join(self.role.text().split()),
            "case_ref": " ".join(self.case.text().split()),
            "particulars": self.particulars.values(),
            "polarity": next(name for name, button in self.polarities.items() if button.isChecked()),
            "handling": next((name for name, button in self.handlings.items() if button.isChecked()), self._other),
            **ticks,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        """Show these values; a session or kind that is not on offer is added, so that nothing is altered by showing."""
        self._quiet = True
        _choose(self.session, fields["session_id"], _(N_("(another session)")))
        _choose(self.kind, fields["source_kind"], kind_name(fields["source_kind"]))
        self.role.setText(fields["source_role"])
        self.case.setText(fields["case_ref"])
        self.particulars.show_kind(str(self.kind.currentData()))
        self.particulars.show_values(fields["particulars"])
        self.polarities[fields["polarity"] if fields["polarity"] in self.polarities else "neutral"].setChecked(True)
        for name, button in self.handlings.items():
            button.setChecked(fields["handling"] == name)
        self._other = "" if fields["handling"] in self.handlings else fields["handling"]
        for name, tick in self.ticks.items():
            tick.setChecked(bool(fields[name]))
        self._quiet = False

    def offer(self, sessions: Sequence[Session], roles: Sequence[str]) -> None:
        """Offer sessions to choose from, and roles to complete what is typed."""
        known = sorted({*roles, *(role for each in sessions for role in each.with_roles)})
        if known != self._known:
            self._known = known
            self._offer_roles(known)
        if list(sessions) != list(self._sessions):
            self._sessions = sessions
            self._fill_sessions()

    def _offer_roles(self, known: Sequence[str]) -> None:
        completer = QCompleter(known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.role.setCompleter(completer)

    def set_polarity(self, polarity: str) -> None:
        """Choose a polarity, as by its key."""
        self.polarities[polarity].setChecked(True)
        self._on_changed()

    def turn(self, name: str) -> None:
        """Tick a field, or take its tick away, as by its key; the hand stays where it is."""
        self.ticks[name].click()

    def turn_handling(self, handling: str) -> None:
        """Mark the note to be handled so, or no longer, as by its key."""
        self.handlings[handling].click()

    def lock(self, locked: bool) -> None:
        """Only tell, or let alter too."""
        told = (self.role, self.case, *self.particulars.edits)
        for field in told:
            field.setReadOnly(locked)
        for each in self.in_order():
            if each not in told:
                each.setEnabled(not locked)

    def changeEvent(self, event: QEvent) -> None:
        """Say names and choices again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two fields on a line where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self) -> None:
        names = (N_("Session"), N_("Source"), N_("Who spoke, by role"), N_("Case, by pseudonym"))
        for field, name in zip((self.session, self.kind, self.role, self.case), names, strict=True):
            field.setAccessibleName(_(name))
        self.role.setPlaceholderText(_(N_("Team manager 2")))
        self.case.setPlaceholderText(_(N_("Case 07")))
        for polarity, button in self.polarities.items():
            button.setToolTip(f"{_(POLARITIES[polarity].name)} ({shown_keys(POLARITY_KEYS[polarity])})")
        for name, button in self.handlings.items():
            means = f"{_(HANDLINGS[name])} ({shown_keys(HANDLING_KEYS[name])})\n{_(_HANDLINGS[name][1])}"
            button.setToolTip(means)
            button.setAccessibleDescription(_(_HANDLINGS[name][1]))
        self._quiet = True
        chosen = self.kind.currentData() or "file"
        self.kind.clear()
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        _choose(self.kind, chosen, str(chosen))
        self._fill_sessions()
        self._quiet = False

    def _fill_sessions(self) -> None:
        before, self._quiet = self._quiet, True
        chosen = self.session.currentData() or ""
        self.session.clear()
        self.session.addItem(_(N_("No session")), "")
        for each in self._sessions:
            self.session.addItem(f"{each.day} · {each.starts} {each.title}", each.id)
        _choose(self.session, chosen, _(N_("(another session)")))
        self._quiet = before

    def _build(self) -> None:
        for box in (self.session, self.kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        for label, field in zip(self._labels, (self.session, self.kind, self.role, self.case), strict=True):
            label.setBuddy(field)
        self._grid, segments = QGridLayout(), Flow(self._look)
        self._group = QButtonGroup(self)
        for button in self.polarities.values():
            self._group.addButton(button)
            segments.addWidget(button)
        self._ticks = Flow(self._look)
        for tick in self.ticks.values():
            self._ticks.addWidget(tick)
        for mark in self.handlings.values():
            self._ticks.addWidget(mark)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        for part in (self._grid, segments, self._ticks):
            self._all.addLayout(part)
        self._all.insertWidget(1, self.particulars)
        self.polarities["neutral"].setChecked(True)
        self.ticks["observed"].setChecked(True)

    def _connect(self) -> None:
        for box in (self.session, self.kind):
            box.currentIndexChanged.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.particulars.changed.connect(self._on_changed)
        for field in (self.role, self.case):
            field.textEdited.connect(self._on_changed)
        for button in (*self.polarities.values(), *self.ticks.values()):
            button.clicked.connect(self._on_changed)
        for button in self.handlings.values():
            button.clicked.connect(self._on_handling)

    def _on_kind(self, _at: int) -> None:
        self.particulars.show_kind(str(self.kind.currentData() or ""))

    def _on_handling(self) -> None:
        self._other = ""
        for button in self.handlings.values():
            button.setChecked(button.isChecked() and button is self.sender())
        self._on_changed()

    def _on_changed(self, _what: object = None) -> None:
        if not self._quiet:
            self.changed.emit()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= self._look.px(360) else 1
        if columns == self._columns:
            return
        self._columns = columns
        self.particulars.arrange(columns)
        for at, (label, field) in enumerate(
            zip(self._labels, (self.session, self.kind, self.role, self.case), strict=True)
        ):
            row, column = divmod(at, columns)
            self._grid.addWidget(label, row, 2 * column)
            self._grid.addWidget(field, row, 2 * column + 1)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 2 if columns == 2 else 0)

    def _fit(self) -> None:
        self._all.setSpacing(self._look.px(8))
        self._grid.setHorizontalSpacing(self._look.px(8))
        self._grid.setVerticalSpacing(self._look.px(8))
        self._columns = 0
        self._arrange()


def _choose(box: QComboBox, data: object, words: str) -> None:
    at = box.findData(data)
    if at < 0:
        box.addItem(words, data)
        at = box.count() - 1
    box.setCurrentIndex(at)
