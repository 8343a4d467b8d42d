# SPDX-License-Identifier: MIT
"""Has a visit's board read, away from the screen's thread where the store is in a folder. What is shown is others'."""

from PySide6.QtCore import QObject, Signal

from storage.errors import Trouble
from storage.model.visit import Visit
from storage.queries.board import Board, board_of, reading
from ui.desk import Desk
from ui.worker import Running


class Reading(QObject):
    """Answers with a Board; what was asked before and is not answered yet is given up."""

    answered = Signal(object)
    failed = Signal(object)
    """The Trouble that stopped it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with no question."""
        super().__init__(parent)
        self._desk = desk
        self._running: Running | None = None
        self._next: Visit | None = None

    def ask(self, visit: Visit) -> None:
        """Have the visit's board read."""
        if self._desk.store.folder is None:  # in memory: small, and of one thread
            self._ask_here(visit)
            return
        self._next = visit
        if self._running is None:
            self._go_on()

    def stop(self) -> None:
        """Give up what is asked: nothing will be answered."""
        self._next = None
        if self._running is not None:
            self._running.cancel()

    def _ask_here(self, visit: Visit) -> None:
        try:
            board = board_of(self._desk.store, visit)
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        self.answered.emit(board)

    def _go_on(self) -> None:
        visit, self._next = self._next, None
        if visit is None:
            return
        # Nobody's child: a page that is closed must not take with it what a thread still speaks through.
        self._running = Running(reading(visit), self._desk.store)
        self._running.finished.connect(self._on_finished)
        self._running.failed.connect(self.failed)
        self._running.ended.connect(self._on_ended)
        self._desk.worker.start(self._running)

    def _on_finished(self, board: object) -> None:
        if isinstance(board, Board) and self._next is None:
            self.answered.emit(board)

    def _on_ended(self) -> None:
        self._running = None
        self._go_on()
