# SPDX-License-Identifier: MIT
"""Slow work that a page or dialog asks for: one piece at a time, its progress in a line, and a way to stop it.

Threads are worker.py's, the line is widgets/progress_line.py's; what the work is, and what is said of it, is others'.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from storage.job import AnyJob
from ui.desk import Desk
from ui.widgets.progress_line import ProgressLine
from ui.worker import Running


class Doing(QObject):
    """Runs one job at a time: a newer takes the place of an older."""

    failed = Signal(object)
    """The Trouble that stopped it."""
    idle = Signal()
    """Nothing is under way any more, however it ended."""

    def __init__(
        self,
        desk: Desk,
        line: ProgressLine | None = None,
        parent: QObject | None = None,
        *,
        aside: bool = False,
        away: bool = False,
    ) -> None:
        """Keep the line that shows progress, where there is one; `aside` and `away` as `Worker.start` has them."""
        super().__init__(parent)
        self._desk, self._line, self._aside, self._away = desk, line, aside, away
        self._running: Running | None = None
        if line is not None:
            line.cancel_asked.connect(self.stop)

    def start(self, job: AnyJob, words: str, done: Callable[[Any], object]) -> None:
        """Begin a job called by a gettext key, in place of any other; hand what came of it to a bound method."""
        self.stop()
        # Nobody's child: a dialog that is closed must not take with it what a thread still speaks through.
        running = self._running = Running(job, self._desk.store)
        running.finished.connect(done)
        running.failed.connect(self.failed)
        running.ended.connect(self._on_ended)
        if self._line is not None:
            running.progressed.connect(self._line.progress)
            self._line.begin(words)
        self._hand_over(running)

    def stop(self) -> None:
        """Ask what is under way to stop; nothing will come of it."""
        if self._running is not None:
            self._running.cancel()

    def is_busy(self) -> bool:
        """Say whether something is under way."""
        return self._running is not None

    def _hand_over(self, running: Running) -> None:
        """Let it be run; a child may say when."""
        self._desk.worker.start(running, aside=self._aside, away=self._away)

    def _on_ended(self) -> None:
        if self.sender() is self._running:
            self._running = None
            if self._line is not None:
                self._line.end()
            self.idle.emit()
