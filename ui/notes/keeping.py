# SPDX-License-Identifier: MIT
"""When the words under the hand are pencilled, when they become ink, and what the kept mark says meanwhile.

It holds the clocks and the mark; the words are the editor's, the pencil's way to the disk is pencil.py's.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from storage.errors import Trouble
from storage.journal import Journal
from storage.model import clock
from storage.pencil import Pencil
from ui.notes.pencil import PLACE, PencilCase
from ui.notes.words import hour
from ui.widgets.status_line import KeptMark

IDLE_MS = 30_000
"""What nobody has touched for so long becomes ink."""
LATE_MS = 1_500
"""Without news from the journal for so long, nothing newer is called kept."""


class Keeping(QObject):
    """The kept mark and the clocks behind it."""

    pencil_wanted = Signal()
    """Time to pencil: answered with `write`."""
    ink_wanted = Signal()
    """Time to ink: nothing was typed for a while."""
    refused = Signal(object)
    """The Trouble why the disk refuses."""

    def __init__(self, journal: Journal | None, mark: KeptMark, parent: QObject) -> None:
        """Say on the mark what the journal says."""
        super().__init__(parent)
        self._mark, self._place, self._is_refused = mark, "", False
        self.at, self._inking = "", ""
        """Where what is under the hand stands, as soon as it is known; empty for another note."""
        self._pencils = PencilCase(journal, self)
        self._idle, self._late = QTimer(self), QTimer(self)
        for timer, wait, then in ((self._idle, IDLE_MS, self.ink_wanted), (self._late, LATE_MS, None)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            if then is not None:
                timer.timeout.connect(then)
        self._late.timeout.connect(self._on_late)
        self._pencils.wanted.connect(self.pencil_wanted)
        self._pencils.kept.connect(self._on_kept)
        self._pencils.inked.connect(self._on_inked)
        self._pencils.refused.connect(self._on_refused)

    def typed(self) -> None:
        """Something was typed or altered."""
        if not self._mark.isVisible() or not self._pencils.is_there:
            self._mark.setVisible(True)
            self._mark.keeping()
        if not self._late.isActive():
            self._late.start()
        self._idle.start()
        self._pencils.typed()

    def write(self, place: str, text: str, about: Mapping[str, Any]) -> None:
        """Pencil what stands at a place."""
        self._place = place
        self._pencils.write(place, text, dict(about))

    def inked(self, place: str) -> None:
        """The store has what stood at a place as ink: say so once the journal has it on the disk, too."""
        self.rest()
        self._inking = place
        self._pencils.rub_out(place)
        if self._pencils.is_there:
            self._mark.setVisible(True)
            self._mark.keeping()
        else:
            self._say_kept(clock.stamp())

    def found(self, pencil: Pencil) -> None:
        """Say that what is shown was found in pencil."""
        self._place = self.at = pencil.place
        self._say_kept(pencil.at)

    def rest(self) -> None:
        """Stop the clocks: nothing is under way."""
        self._idle.stop()
        self._late.stop()
        self._pencils.rest()

    def is_waiting(self) -> bool:
        """Say whether something was typed that is not pencilled yet."""
        return self._pencils.is_waiting()

    def blank(self) -> None:
        """Say nothing: another note, untouched."""
        self.rest()
        self._place = self._inking = ""
        self._mark.setVisible(False)

    def unfinished(self, visit_id: str) -> list[Pencil]:
        """Return what of a visit's notes stands in pencil, oldest first."""
        return self._pencils.unfinished(visit_id)

    def standing(self, place: str) -> Pencil | None:
        """Return what stands in pencil at a place, or None."""
        return self._pencils.standing(place)

    def place(self, note_id: str, visit_id: str) -> str:
        """Return where in pencil what is under the hand stands: where it was found, at its note, or where nobody is."""
        if not self.at:
            own = f"{PLACE}{note_id or 'new:' + visit_id}"
            taken = set() if note_id else {each.place for each in self.unfinished(visit_id)}
            self.at = next(each for each in _beside(own) if each not in taken)
        return self.at

    def _say_kept(self, at: str) -> None:
        self._is_refused = False
        self._mark.setVisible(True)
        self._mark.kept(hour(at, seconds=True))

    def _on_kept(self, place: str, at: str) -> None:
        if place == self._place:
            self._late.stop()
            self._say_kept(at)

    def _on_inked(self, place: str, at: str) -> None:
        if place == self._inking and not self._pencils.is_waiting():  # what was typed since is not kept by this
            self._say_kept(at)

    def _on_late(self) -> None:
        if not self._is_refused:
            self._mark.setVisible(True)
            self._mark.keeping()

    def _on_refused(self, trouble: Trouble) -> None:
        self._is_refused = True
        self._mark.setVisible(True)
        self._mark.not_kept()
        self.refused.emit(trouble)


def _beside(place: str) -> Iterator[str]:
    yield place
    yield from (f"{place}:{number}" for number in count(2))
