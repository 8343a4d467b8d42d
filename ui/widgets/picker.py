# SPDX-License-Identifier: MIT
"""Type a few letters and press Return: what is found is linked, or taken off where it is linked. It writes nothing.

What can be picked, and what is linked already, is given to it each time it is opened.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resources.language import N_, _
from ui.look import Look
from ui.models.places import Place
from ui.widgets.ranking import Entry, Ranking
from ui.widgets.row_delegate import Row
from ui.widgets.typing_sheet import TypingSheet

_MOST = 200
"""Places shown at once."""


class Picker(TypingSheet):
    """Says which place was picked."""

    picked = Signal(str)
    """The key of a place that is to be linked."""
    dropped = Signal(str)
    """The key of a place that is linked and is not to be."""

    hint = N_("↑ ↓ choose · Return link or unlink · Esc close")
    wide, high, below = 520, 400, 24

    def __init__(self, look: Look, field: str, none: str, parent: QWidget | None = None) -> None:
        """Make the picker, hidden; its field is called by a gettext key, and another says that nothing was found."""
        super().__init__(look, field, none, parent)
        self._ranking = Ranking(())
        self._places: dict[str, Place] = {}
        self._linked: Collection[str] = ()

    def ask(self, about: str, places: Sequence[Place], linked: Collection[str]) -> None:
        """Open over the parent with these places; `about`, already translated, says what they are picked for."""
        self._places, self._linked = {place.key: place for place in places}, linked
        self._ranking = Ranking(Entry(place.title, f"{place.where} {place.other}", place.key) for place in places)
        self.about.show_text(about)
        self.about.show()
        self.setWindowTitle(about)
        self.list.setAccessibleName(about)
        self.show_answers()

    def answers(self, text: str) -> Sequence[tuple[str, Row]]:
        """Return the places that answer, with a mark at what is linked."""
        found = (self._places[entry.keys] for entry in self._ranking.best(text, _MOST))
        linked = _(N_("Linked"))
        return [
            (each.key, Row(each.title, each.where, time=linked if each.key in self._linked else "")) for each in found
        ]

    def take(self, key: str) -> None:
        """Say it."""
        (self.dropped if key in self._linked else self.picked).emit(key)
