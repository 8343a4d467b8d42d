# SPDX-License-Identifier: MIT
"""A store that is damaged, made anew from the journal beside it, where it is unlocked. How: storage/rebuild.py."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from resources.language import N_, _, ngettext
from storage.job import Job, Tick
from storage.rebuild import Rebuilt, renew
from ui.look import Look
from ui.unlock.working import Working
from ui.widgets.notice import Notice
from ui.widgets.progress_line import ProgressLine


class Renewing(QObject):
    """Does it off the screen, and says in a sheet's notice what came back."""

    failed = Signal(object)
    """The Trouble why not: everything stands as before."""
    changed = Signal()
    """It has begun, or ended."""

    def __init__(self, look: Look, notice: Notice, parent: QObject) -> None:
        """Speak in this notice; the line for progress is put on the sheet by whoever made this."""
        super().__init__(parent)
        self._notice, self.line = notice, ProgressLine(look)
        self.line.cancel.hide()  # all of it or nothing, and nothing would help nobody
        self._working = Working(self.line, self)
        self._working.failed.connect(self.failed)
        self._working.idle.connect(self.changed)

    def begin(self, folder: Path, secret: str) -> None:
        """Make the store in the folder anew, which this secret opens."""

        def work(_taken: None, _tick: Tick) -> Rebuilt:
            return renew(folder, secret)

        self._notice.hide()
        self._working.start(Job(_nothing, work, _as_it_is), N_("Making the store anew"), self._on_made)
        self.changed.emit()

    def is_busy(self) -> bool:
        """Say whether it is under way."""
        return self._working.is_busy()

    def close(self) -> None:
        """Wait until it has ended."""
        self._working.close()

    def _on_made(self, made: Rebuilt) -> None:
        count = made.changes
        words = ngettext(
            "The store was made anew: {count} change came back from its journal.",
            "The store was made anew: {count} changes came back from its journal.",
            count,
        ).format(count=count)
        advice = _(N_("Unlock it as ever. The damaged file stays beside it, encrypted."))
        if made.lost:
            count = made.lost
            lost = ngettext("{count} record could not be read.", "{count} records could not be read.", count)
            advice = f"{lost.format(count=count)} {advice}"
        self._notice.tell(words, advice, "warn" if made.lost else "ok")


def _nothing(_store: object) -> None:
    return None


def _as_it_is(_store: object, made: Rebuilt) -> Rebuilt:
    return made
