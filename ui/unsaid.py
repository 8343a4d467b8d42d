# SPDX-License-Identifier: MIT
"""Words typed into a line or a sheet and not said yet: pencilled at every pause, and found again at their place.

So Escape, another note, a lock or a crash lose none of them. How a pencil is kept: storage/pencil.py. What they are,
and when they are ink, is the line's or the sheet's.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from storage.journal import Journal, Pencil
from storage.model import clock

PAUSE_MS, LONGEST_MS = 300, 1000
"""Pencilled when the keys rest so long, and at least so often while they do not."""
Typed = tuple[str, Mapping[str, Any]]
"""The words, and what else is needed to put them back (JSON)."""


class Unsaid(QObject):
    """The pencil of one line or sheet, at one place at a time. Without a journal it remembers as long as it lives."""

    def __init__(self, journal: Journal | None, words: Callable[[], Typed], parent: QObject) -> None:
        """Ask `words` for what stands there whenever it is to be kept."""
        super().__init__(parent)
        self._journal, self._words = journal, words
        self._place = ""
        self._kept: dict[str, Typed] = {}
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.write)

    def turn_to(self, place: str) -> Typed:
        """Keep what stands there under its old place, and return what was typed at another one; empty for nothing."""
        self.write()
        self._place = place
        return self._found(place)

    def typed(self) -> None:
        """Somebody typed: keep it soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def write(self) -> None:
        """Keep what stands there now, or forget the place when nothing does."""
        self._rest()
        if not self._place:
            return
        text, about = self._words()
        if not text.strip():
            self._forget()
        elif self._kept.get(self._place) != (text, about):
            self._kept[self._place] = (text, dict(about))
            if self._journal is not None:
                self._journal.pencil(Pencil(self._place, text, about, clock.stamp()))

    def rub_out(self) -> None:
        """The words are ink now."""
        self._rest()
        self._forget()

    def _forget(self) -> None:
        if self._found(self._place)[0] and self._journal is not None:
            self._journal.rub_out(self._place)
        self._kept.pop(self._place, None)

    def _found(self, place: str) -> Typed:
        there = self._journal.unfinished() if self._journal is not None and place else ()
        found = next((each for each in there if each.place == place), None)
        return (found.text, found.about) if found is not None else self._kept.get(place, ("", {}))

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()
