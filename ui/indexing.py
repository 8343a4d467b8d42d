# SPDX-License-Identifier: MIT
"""What came in by the hundred, or is very long, is indexed in the window when nobody waits; signatures are checked.

Also what an earlier start left undone. Which notes wait: storage/later.py; which signatures: storage/vouched.py. It
shows nothing itself: who searches, and who says where things are, asks again when it is over.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from storage import indexing, vouched
from storage.job import AnyJob
from storage.store import Recorded
from ui.desk import Desk
from ui.doing import Doing

_REST = 300
"""Milliseconds without news before it begins: page after page may be coming in."""

_NOW_AND_THEN = 50
"""Own gestures after which is looked whether the index lies in too many pieces."""


class Indexing(QObject):
    """Begins by itself, and again with whatever comes in."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Listen; nothing is looked at before `begin`."""
        super().__init__(parent)
        self._desk, self._heard = desk, 0
        self._doing = Doing(desk, None, self, aside=True)
        self._jobs: Iterator[AnyJob] = iter(())
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._begin)
        desk.bus.recorded.connect(self._on_recorded)

    def begin(self) -> None:
        """Look in a moment whether an earlier start left anything to do."""
        self._rest.start()

    def stop(self) -> None:
        """Leave what is left to the next start: the store is going to be closed."""
        self._rest.stop()
        self._jobs = iter(())
        self._doing.stop()

    def _on_recorded(self, recorded: Recorded) -> None:
        self._heard += 1
        if recorded.source != "here" or self._heard % _NOW_AND_THEN == 0 or self._desk.store.tables.later.waiting():
            self._rest.start()

    def _begin(self) -> None:
        store = self._desk.store
        if store.is_open and not self._doing.is_busy():
            self._jobs = self._every()
            self._next()

    def _every(self) -> Iterator[AnyJob]:
        """Yield what is to be done: first what a person may be looking for."""
        store = self._desk.store
        is_wanted = store.tables.later.is_wanted()
        while is_wanted:
            yield indexing.job()
            self._desk.bus.indexed.emit()
            is_wanted = bool(store.tables.later.waiting())
        if vouched.waiting(store):
            yield from vouched.checking(store)
            self._desk.bus.stood.emit()

    def _next(self, _outcome: object = None) -> None:
        job = next(self._jobs, None) if self._desk.store.is_open else None
        if job is not None:
            self._doing.start(job, "", self._next)
