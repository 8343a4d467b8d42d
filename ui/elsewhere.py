# SPDX-License-Identifier: MIT
"""When the disk refuses what is typed: said on every page, with a button for another place; and home from there.

Keeping it there is storage/journal.py's, bringing it home storage/twice.py's.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.language import N_, _
from storage import twice
from storage.errors import Trouble
from storage.twice import Recovered
from ui.desk import Desk
from ui.errors import told
from ui.recovered import words_of
from ui.widgets.notice import Notice


class Elsewhere(QObject):
    """Listens to the journal for a window, and speaks in its notice."""

    _refused = Signal(object)
    _kept = Signal(object)

    def __init__(self, desk: Desk, notice: Notice, over: QWidget) -> None:
        """Hear of every refusal; the journal's news comes on its own thread, and by a signal over to ours."""
        super().__init__(over)
        self._desk, self._notice, self._over = desk, notice, over
        self._is_refused = False
        self._refused.connect(self._on_refused)
        self._kept.connect(self._on_kept)
        if (journal := desk.journal) is not None:
            journal.on_refused = _both(journal.on_refused, self._refused.emit)
            journal.on_kept = _both(journal.on_kept, self._kept.emit)

    def tell(self, found: Recovered) -> None:
        """Tell what was recovered; where another place is missing, offer to bring home what lies there."""
        self._notice.tell(*words_of(found))
        if found.missing:
            self._notice.offer(N_("&Bring it back…"), self.bring_home)

    def keep_elsewhere(self) -> None:
        """Ask for a folder, on a stick say, and keep there too what the store's own disk refuses."""
        journal = self._desk.journal
        chosen = QFileDialog.getExistingDirectory(self._over, _(N_("Another place for what you type")))
        if journal is None or not chosen:
            return
        try:
            journal.move_to(Path(chosen))
        except Trouble as trouble:
            self._tell_refused(trouble)
            return
        words = _(N_("What you type is kept in {folder}, encrypted, until this laptop's disk takes it again."))
        advice = _(N_("Leave the stick in. When there is room again, Arolwg brings everything home by itself."))
        self._notice.tell(words.format(folder=chosen), advice, "warn")
        self._notice.offer(N_("&Choose another place…"), self.keep_elsewhere)

    def bring_home(self) -> None:
        """Bring home what was kept elsewhere: from where it was, else from a folder that the person shows."""
        if self._brought(None):
            return
        chosen = QFileDialog.getExistingDirectory(self._over, _(N_("Where the stick or disk is now")))
        if chosen:
            self._brought(Path(chosen))

    def _brought(self, place: Path | None) -> bool:
        try:
            found = twice.bring_home(self._desk.store, place)
        except Trouble as trouble:
            self._notice.tell(*told(trouble), "bad")
            self._notice.offer(N_("&Bring it back…"), self.bring_home)
            return False
        if found.missing:
            self.tell(found)
            return False
        message, advice, tone = words_of(replace(found, pencils=()))
        if found.pencils:
            advice = f"{advice} {_(N_('What was being typed is listed: Unfinished notes, in the menu Note.'))}".strip()
        self._notice.tell(message if tone == "bad" else _(N_("What was kept elsewhere is home again.")), advice, tone)
        return True

    def _on_refused(self, trouble: Trouble) -> None:
        self._is_refused = True
        self._tell_refused(trouble)

    def _tell_refused(self, trouble: Trouble) -> None:
        self._notice.tell(*told(trouble), "bad")
        self._notice.offer(N_("&Keep it in another place…"), self.keep_elsewhere)

    def _on_kept(self, _news: object) -> None:
        journal = self._desk.journal
        if self._is_refused and journal is not None and journal.trouble is None:
            self._is_refused = False
            good = _(N_("The disk takes what you type again. All of it is kept on this laptop."))
            self._notice.tell(good, "", "ok")


def _both(one: Callable[[Any], None] | None, other: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return what tells two listeners; the first may be nobody."""

    def tell(news: Any) -> None:
        if one is not None:
            one(news)
        with suppress(RuntimeError):  # the window may have gone while the writer was at work
            other(news)

    return tell
