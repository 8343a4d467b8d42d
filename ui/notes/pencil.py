# SPDX-License-Identifier: MIT
"""Typing → the journal's pencil: at every pause and at least once a second, never waiting for a disk.

What a pencil is and how it is kept: storage/pencil.py and storage/journal.py. When it becomes ink: editor.py.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from storage.errors import Trouble
from storage.journal import Journal, Kept, Pencil
from storage.model import clock

PAUSE_MS = 300
"""Without a key for so long, what stands there is pencilled."""
LONGEST_MS = 1000
"""Nobody who types without a pause waits longer."""
PLACE = "note:"
"""What the places of this desk's pencils begin with."""


class PencilCase(QObject):
    """One editor's pencil. Without a journal (a store that dies anyway) nothing is kept and nothing promised."""

    kept = Signal(str, str)
    """Place and UTC time of what is on the disk now; on the main thread, whoever wrote it."""
    inked = Signal(str, str)
    """Place and UTC time of what is ink on the disk now: it stands in pencil no longer."""
    refused = Signal(object)
    """The Trouble why the disk refuses."""
    wanted = Signal()
    """Time to pencil: whoever holds the words answers with `write`."""
    _told_kept = Signal(object)
    _told_refused = Signal(object)

    def __init__(self, journal: Journal | None, parent: QObject | None = None) -> None:
        """Listen to the journal; its news comes on its own thread, and by a signal over to ours."""
        super().__init__(parent)
        self._journal = journal
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._on_time)
        self._told_kept.connect(self._on_kept)
        self._told_refused.connect(self._on_refused)
        if journal is not None:
            journal.on_kept = _both(journal.on_kept, self._told_kept.emit)
            journal.on_refused = _both(journal.on_refused, self._told_refused.emit)

    @property
    def is_there(self) -> bool:
        """Say whether there is a journal at all."""
        return self._journal is not None

    def typed(self) -> None:
        """Somebody typed: ask for the words soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def write(self, place: str, text: str, about: dict[str, Any]) -> None:
        """Hand over what stands at a place."""
        self.rest()
        if self._journal is not None:
            self._journal.pencil(Pencil(place, text, about, clock.stamp()))

    def rub_out(self, place: str) -> None:
        """The words at a place are ink now, or not wanted."""
        self.rest()
        if self._journal is not None:
            self._journal.rub_out(place)

    def is_waiting(self) -> bool:
        """Say whether words were typed that nobody has been asked for yet."""
        return self._pause.isActive() or self._longest.isActive()

    def rest(self) -> None:
        """Ask for nothing any more until somebody types."""
        self._pause.stop()
        self._longest.stop()

    def unfinished(self, visit_id: str) -> list[Pencil]:
        """Return what of a visit's notes stood in pencil when the app was last left, oldest first."""
        if self._journal is None:
            return []
        entries = self._journal.unfinished()
        return [each for each in entries if each.place.startswith(PLACE) and each.about.get("visit") == visit_id]

    def standing(self, place: str) -> Pencil | None:
        """Return what stands at a place, or None."""
        entries = self._journal.unfinished() if self._journal is not None else ()
        return next((each for each in entries if each.place == place), None)

    def _on_time(self) -> None:
        self.rest()
        self.wanted.emit()

    def _on_kept(self, news: object) -> None:
        if isinstance(news, Kept) and news.place.startswith(PLACE):
            (self.inked if news.is_ink else self.kept).emit(news.place, news.at)

    def _on_refused(self, trouble: object) -> None:
        if isinstance(trouble, Trouble):
            self.refused.emit(trouble)


def _both(one: Callable[[Any], None] | None, other: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return what tells two listeners; the first may be nobody."""

    def tell(news: Any) -> None:
        if one is not None:
            one(news)
        with suppress(RuntimeError):  # the editor may have gone while the writer was at work
            other(news)

    return tell
