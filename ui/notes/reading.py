# SPDX-License-Identifier: MIT
"""Reads a visit's notes page by page between events, and afterwards only what was touched. It shows nothing."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from storage.errors import Trouble
from storage.model.change import Change
from storage.model.rubric import Rubric
from storage.queries.note_pages import MOST, notes_named, page_of_visit
from storage.store import Store
from ui.notes.lines import Lines


class Reading(QObject):
    """The notes of one visit, growing until all are here."""

    grown = Signal()
    """There is more to show."""
    failed = Signal(object)
    """The Trouble that stopped the reading."""

    def __init__(self, store: Store, parent: QObject) -> None:
        """Read from a store."""
        super().__init__(parent)
        self.lines = Lines()
        self._store, self._visit_id, self._before, self._pages = store, "", 0, 0
        self._rubrics: Sequence[Rubric] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(0)  # as soon as whatever the person did has been answered
        self._timer.timeout.connect(self._on_time)

    def open(self, visit_id: str, rubrics: Sequence[Rubric] = ()) -> None:
        """Begin with a visit: its first page is here on return, the rest comes by and by. Raise Trouble."""
        self._timer.stop()
        self._rubrics = rubrics
        self.lines.begin(rubrics)
        self._visit_id, self._before, self._pages = visit_id, 0, 0
        self._read()
        if self._before:
            self._timer.start()

    def is_whole(self) -> bool:
        """Say whether every note is here."""
        return not self._timer.isActive()

    def catch_up(self, changes: Iterable[Change]) -> frozenset[str] | None:
        """Read again the notes that the changes touched and name them; None after very many: it begins anew.

        Raise Trouble.
        """
        touched = {note for change in changes if (note := _note_of(change))}
        if len(touched) > MOST:
            self.open(self._visit_id, self._rubrics)
            return None
        page = notes_named(self._store, touched)
        self.lines.put((note for note in page.notes if note.visit_id == self._visit_id), page.links)
        return frozenset(touched)

    def _read(self) -> None:
        page = page_of_visit(self._store, self._visit_id, self._before)
        self._before = page.before
        self._pages += 1
        self.lines.put(page.notes, page.links)

    def _on_time(self) -> None:
        try:
            self._read()
        except Trouble as trouble:
            self._timer.stop()
            self.failed.emit(trouble)
            return
        if not self._before:
            self._timer.stop()
        if not self._before or self._pages & (self._pages - 1) == 0:  # shown after 2, 4, 8 … pages, and at the end
            self.grown.emit()


def _note_of(change: Change) -> str:
    if change.entity == "note":
        return change.entity_id
    return change.entity_id.partition(":")[0] if change.entity == "link" else ""
