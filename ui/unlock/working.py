# SPDX-License-Identifier: MIT
"""Slow work while no store is open: one job at a time, with a line for its progress. Threads are worker.py's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from storage.job import AnyJob
from ui.widgets.progress_line import ProgressLine
from ui.worker import Running, Worker


class Working(QObject):
    """Runs one job; a second is not begun before the first has ended."""

    failed = Signal(object)
    """The Trouble that stopped it."""
    idle = Signal()
    """Nothing is under way any more, however it ended."""

    def __init__(self, line: ProgressLine, parent: QObject) -> None:
        """Show progress in a line, which can stop it."""
        super().__init__(parent)
        self._line, self._worker = line, Worker(self)
        self._running: Running | None = None
        line.cancel_asked.connect(self.stop)

    def start(self, job: AnyJob, words: str, done: Callable[[Any], object]) -> None:
        """Begin a job called by a gettext key, and hand what came of it to a bound method."""
        if self._running is not None:
            return
        self._running = Running(job, None, self)
        self._running.progressed.connect(self._line.progress)
        self._running.finished.connect(done)
        self._running.failed.connect(self.failed)
        self._running.ended.connect(self._on_ended)
        self._line.begin(words)
        self._worker.start(self._running)

    def stop(self) -> None:
        """Ask what is under way to stop; nothing will come of it."""
        if self._running is not None:
            self._running.cancel()

    def close(self) -> None:
        """Stop, and wait until the thread is idle: what it was writing is taken back."""
        self._worker.close()

    def is_busy(self) -> bool:
        """Say whether something is under way."""
        return self._running is not None

    def _on_ended(self) -> None:
        self._running = None
        self._line.end()
        self.idle.emit()
