# SPDX-License-Identifier: MIT
"""The notes behind a visit's findings, kept as they are now: of thousands only what was touched is read again."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from storage.model.finding import Finding
from storage.model.note import Note
from storage.queries.findings import notes_by_id
from storage.store import Store

AT_ONCE = 300
"""Notes read in one go: some 12 ms. The rest is read while nobody waits."""


class Behind(QObject):
    """Notes by identifier; one that is not on this laptop is asked for once and is not among them."""

    complete = Signal()
    """What was still to be read is here now."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._store = store
        self.notes: dict[str, Note] = {}
        self._asked: set[str] = set()
        self._waiting: Sequence[str] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def fetch(self, every: Iterable[Finding]) -> None:
        """Read what is lacking behind the findings: some at once, the rest soon."""
        named = dict.fromkeys(note for each in every for note in (*each.supports, *each.contradicts))
        self._waiting = [each for each in named if each not in self._asked]
        self._read_some()

    def forget(self, note_ids: Iterable[str] = ()) -> None:
        """Forget some notes, which were touched; all of them where none is named."""
        for each in tuple(note_ids) or tuple(self._asked):
            self.notes.pop(each, None)
            self._asked.discard(each)

    def _read_some(self) -> None:
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        self.notes |= {note.id: note for note in notes_by_id(self._store, some)}
        self._asked |= set(some)
        if self._waiting:
            self._timer.start(0)

    def _on_time(self) -> None:
        self._read_some()
        if not self._waiting:
            self.complete.emit()
