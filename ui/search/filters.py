# SPDX-License-Identifier: MIT
"""The filters of the search page: one box for each thing a note is filed under. What is offered is given to them."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from resources.language import N_, _
from storage.search.query import Sought
from ui.look import Look
from ui.search.choices import Choice, Choices
from ui.search.words import KINDS, POLARITIES
from ui.widgets.elided_box import ElidedBox

_BOXES = {
    "visit_id": N_("Every visit"),
    "day": N_("Any day"),
    "session_id": N_("Any session"),
    "area": N_("Any area"),
    "author": N_("Any inspector"),
    "case_ref": N_("Any case"),
    "source_kind": N_("Any kind of source"),
    "polarity": N_("Strength or weakness"),
}
"""Field of Sought → what its box says while it does not narrow."""
_NAMES = {
    "visit_id": N_("Visit"),
    "day": N_("Day"),
    "session_id": N_("Session"),
    "area": N_("Area"),
    "author": N_("Inspector"),
    "case_ref": N_("Case"),
    "source_kind": N_("Kind of source"),
    "polarity": N_("Strength or weakness"),
}
_NO_VISIT, _NOTHING = N_("Choose a visit first: this is offered visit by visit."), N_("There is nothing to choose.")
"""Why a box offers nothing."""
_OF_A_VISIT = ("day", "session_id", "case_ref")
"""What is offered once a visit is chosen."""


class Filters(QWidget):
    """Eight boxes, two rows of four where there is room."""

    changed = Signal()
    """A person chose something."""

    def __init__(self, look: Look) -> None:
        """Make the boxes, with nothing to choose yet."""
        super().__init__()
        self.boxes = {field: _Box(field) for field in _BOXES}
        self._look, self._across = look, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.lay(4)
        for box in self.boxes.values():
            box.activated.connect(self.changed)
        self._choices = Choices()
        self.offer(self._choices)

    def lay(self, across: int) -> None:
        """Put so many side by side."""
        self._grid.setSpacing(self._look.px(8))
        if across == self._across:
            return
        self._across = across
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // across, at % across)
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def offer(self, given: Choices) -> None:
        """Offer these; what is chosen stays chosen while it is offered."""
        self._choices = given
        kinds = tuple((code, _(name)) for code, name in KINDS.items())
        polarities = tuple((code, _(name)) for code, (name, _icon, _role) in POLARITIES.items())
        offered = {
            "visit_id": given.visits,
            "day": given.days,
            "session_id": given.sessions,
            "area": given.areas,
            "author": given.authors,
            "case_ref": given.cases,
            "source_kind": kinds,
            "polarity": polarities,
        }
        for field, box in self.boxes.items():
            box.offer(offered[field])
            box.explain(_NOTHING if self.boxes["visit_id"].value() or field not in _OF_A_VISIT else _NO_VISIT)

    def narrowed(self, text: str) -> Sought:
        """Return what is sought: the text, narrowed by what is chosen."""
        return replace(Sought(text), **{field: box.value() for field, box in self.boxes.items()})

    def put(self, sought: Sought) -> None:
        """Choose what a search is narrowed to; what is not offered is left open."""
        for field, box in self.boxes.items():
            box.choose(str(getattr(sought, field)))

    def said(self, sought: Sought) -> str:
        """Return the search in words: what is typed, and what it is narrowed to."""
        self.put(sought)
        chosen = (box.currentText() for box in self.boxes.values() if box.value())
        return " · ".join(part for part in (sought.text.strip(), *chosen) if part)

    def changeEvent(self, event: QEvent) -> None:
        """Say every word again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.offer(self._choices)
        super().changeEvent(event)


class _Box(ElidedBox):
    def __init__(self, field: str) -> None:
        super().__init__()
        self._field, self._why = field, ""
        self.setSizeAdjustPolicy(ElidedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def offer(self, given: Iterable[Choice]) -> None:
        chosen = self.value()
        self.clear()
        self.addItem(_(_BOXES[self._field]), "")
        for value, words in given:
            self.addItem(words, value)
            self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.setAccessibleName(_(_NAMES[self._field]))
        self.setEnabled(self.count() > 1)
        self.choose(chosen)

    def explain(self, why: str) -> None:
        """Say why there is nothing to choose, where there is not."""
        self._why = "" if self.isEnabled() else _(why)
        self.setToolTip(self._why)
        self.setAccessibleDescription(self._why)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box; why it offers nothing comes before its words in whole."""
        super().paintEvent(event)
        if self._why:
            self.setToolTip(self._why)

    def value(self) -> str:
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        self.setCurrentIndex(max(self.findData(value), 0))
