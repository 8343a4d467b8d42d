# SPDX-License-Identifier: MIT
"""Has the store asked away from the screen's thread, one question at a time; the newest is the one that counts.

What is asked, and what is shown of the answer, is others'. Work with its progress in a line: doing.py.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from storage.errors import Trouble
from storage.store import Store
from ui.desk import Desk
from ui.reading import reading
from ui.worker import Running

Question = Callable[[Store], object]
"""Asked of a second, read-only store on another thread; of the open one where that lives in memory."""


class Newest(QObject):
    """Answers the newest question; what was asked before and is not answered yet is given up."""

    answered = Signal(object)
    failed = Signal(object)
    """The Trouble that stopped it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with no question."""
        super().__init__(parent)
        self._desk = desk
        self._running: Running | None = None
        self._next: Question | None = None

    def ask(self, question: Question, here: Question | None = None) -> None:
        """Have a question answered; `here` takes its place where the screen's own thread has to answer it."""
        if self._desk.store.folder is None:  # in memory: small, and of one thread
            self._ask_here(here or question)
            return
        self._next = question
        if self._running is None:
            self._go_on()

    def stop(self) -> None:
        """Give up what is asked: nothing will be answered."""
        self._next = None
        if self._running is not None:
            self._running.cancel()

    def is_busy(self) -> bool:
        """Say whether an answer is to come."""
        return self._running is not None

    def _ask_here(self, question: Question) -> None:
        try:
            answer = question(self._desk.store)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.answered.emit(answer)

    def _go_on(self) -> None:
        question, self._next = self._next, None
        if question is None:
            return
        # Nobody's child: a page that is closed must not take with it what a thread still speaks through.
        self._running = Running(reading(lambda store, _tick: question(store)), self._desk.store)
        self._running.finished.connect(self._on_finished)
        self._running.failed.connect(self.failed)
        self._running.ended.connect(self._on_ended)
        self._desk.worker.start(self._running)

    def _on_finished(self, answer: object) -> None:
        if self._next is None:
            self.answered.emit(answer)

    def _on_ended(self) -> None:
        self._running = None
        self._go_on()
