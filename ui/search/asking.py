# SPDX-License-Identifier: MIT
"""Asks the store, one question at a time, away from the screen's thread; the newest question is the one that counts."""

from PySide6.QtCore import QObject, Signal

from storage.errors import Trouble
from storage.queries.found import Found, found, looking
from storage.search.query import Sought
from ui.desk import Desk
from ui.worker import Running


class Asking(QObject):
    """Answers with a page of notes."""

    answered = Signal(object, object)
    """The Found, and the place before which it was asked: 0 for a first page. A place is longer than Qt's int."""
    failed = Signal(object)
    """The Trouble that stopped it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with no question."""
        super().__init__(parent)
        self._desk = desk
        self._running: Running | None = None
        self._asked, self._next = (Sought(), 0), (Sought(), 0)
        self._is_waiting = False

    def ask(self, sought: Sought, before: int = 0) -> None:
        """Ask for a page of what is sought. What was asked before and is not answered yet is given up."""
        if self._desk.store.folder is None:  # in memory: small, and of one thread
            self._ask_here(sought, before)
            return
        self._next, self._is_waiting = (sought, before), True
        if self._running is None:
            self._go_on()

    def stop(self) -> None:
        """Give up what is asked: nothing will be answered."""
        self._is_waiting = False
        if self._running is not None:
            self._running.cancel()

    def _ask_here(self, sought: Sought, before: int) -> None:
        try:
            page = found(self._desk.store, sought, before)
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        self.answered.emit(page, before)

    def _go_on(self) -> None:
        self._asked, self._is_waiting = self._next, False
        # Nobody's child: a page that is closed must not take with it what a thread still speaks through.
        self._running = Running(looking(*self._asked), self._desk.store)
        self._running.finished.connect(self._on_finished)
        self._running.failed.connect(self.failed)
        self._running.ended.connect(self._on_ended)
        self._desk.worker.start(self._running)

    def _on_finished(self, page: object) -> None:
        if isinstance(page, Found) and not self._is_waiting:
            self.answered.emit(page, self._asked[1])

    def _on_ended(self) -> None:
        self._running = None
        if self._is_waiting:
            self._go_on()
