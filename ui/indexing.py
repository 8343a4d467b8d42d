# SPDX-License-Identifier: MIT
"""Notes that came in by the hundred are indexed in the window when nobody waits. Which ones wait: storage/later.py.

Also what an earlier start left undone. It shows nothing itself: who searches asks again when it is over.
"""

from PySide6.QtCore import QObject, QTimer

from storage import later
from storage.store import Recorded
from ui.desk import Desk
from ui.doing import Doing

_REST = 300
"""Milliseconds without news from others before it begins: page after page may be coming in."""


class Indexing(QObject):
    """Begins by itself, and again with whatever comes in."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Listen; nothing is looked at before `begin`."""
        super().__init__(parent)
        self._desk = desk
        self._doing = Doing(desk, None, self, aside=True)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._begin)
        desk.bus.recorded.connect(self._on_recorded)

    def begin(self) -> None:
        """Look in a moment whether an earlier start left anything to do."""
        self._rest.start()

    def stop(self) -> None:
        """Leave what is left to the next start: the store is going to be closed."""
        self._rest.stop()
        self._doing.stop()

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.source != "here":
            self._rest.start()

    def _begin(self) -> None:
        store = self._desk.store
        if store.is_open and not self._doing.is_busy() and store.tables.later.waiting():
            self._doing.start(later.job(), "", self._on_done)

    def _on_done(self, _count: object) -> None:
        self._desk.bus.indexed.emit()
        self._rest.start()  # more may have come meanwhile
