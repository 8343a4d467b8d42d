# SPDX-License-Identifier: MIT
"""An authority's record as the page shows it, read and put into words away from the screen's thread.

A store in memory is small and of one thread: it is read at once. What is shown of it: page.py.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QObject, Signal

from reports.titles import TITLES
from resources.language import _
from storage.errors import Trouble
from storage.job import Job, Tick
from storage.queries.authorities import authorities
from storage.queries.due import Due, due_of
from storage.queries.standing_record import StandingRecord, standing_record
from storage.store import Store, looker
from ui.authority.details import Telling
from ui.authority.parts import SHAPES
from ui.authority.rows import Keyed, due_key, due_row, level_rows, rows_of
from ui.authority.time_scale import Scene, scene
from ui.desk import Desk
from ui.worker import Running


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the page shows of one authority."""

    councils: tuple[tuple[str, str], ...]
    """(AuthorityId, name) of every authority, by name."""
    known: StandingRecord | None = None
    due: tuple[Due, ...] = ()
    telling: Telling | None = None
    scene: Scene | None = None
    rows: Mapping[str, list[Keyed]] = field(default_factory=dict)
    """Part → its rows; "due" and "levels" are the overview's."""


def shown_of(store: Store, authority_id: str, today: date) -> Shown:
    """Return what is shown of an authority, or of the first where it is not here. Raise StoreTrouble for a damage."""
    councils = tuple((each.id, each.name) for each in authorities(store))
    ids = [each for each, _name in councils]
    chosen = authority_id if authority_id in ids else next(iter(ids), "")
    known = standing_record(store, chosen) if chosen else None
    if known is None:
        return Shown(councils)
    due = due_of(known, today)
    rows = {shape.code: rows_of(shape.code, known, due) for shape in SHAPES}
    rows |= {"due": [(due_key(each), due_row(each)) for each in due], "levels": level_rows(known)}
    return Shown(councils, known, due, Telling(known, due), scene(known, due, today, _letter_name), rows)


class Reading(QObject):
    """Answers with Shown; what was asked before and is not answered yet is given up."""

    answered = Signal(object)
    failed = Signal(object)
    """The Trouble that stopped it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin with no question."""
        super().__init__(parent)
        self._desk = desk
        self._running: Running | None = None
        self._next: tuple[str, date] | None = None

    def ask(self, authority_id: str, today: date) -> None:
        """Have an authority's record read."""
        if self._desk.store.folder is None:
            try:
                shown = shown_of(self._desk.store, authority_id, today)
            except Trouble as trouble:
                self.failed.emit(trouble)
            else:
                self.answered.emit(shown)
            return
        self._next = (authority_id, today)
        if self._running is None:
            self._go_on()

    def is_busy(self) -> bool:
        """Say whether an answer is to come."""
        return self._running is not None

    def _go_on(self) -> None:
        asked, self._next = self._next, None
        if asked is None:
            return
        # Nobody's child: a page that is closed must not take with it what a thread still speaks through.
        self._running = Running(reading(*asked), self._desk.store)
        self._running.finished.connect(self._on_finished)
        self._running.failed.connect(self.failed)
        self._running.ended.connect(self._on_ended)
        self._desk.worker.start(self._running)

    def _on_finished(self, shown: object) -> None:
        if isinstance(shown, Shown) and self._next is None:
            self.answered.emit(shown)

    def _on_ended(self) -> None:
        self._running = None
        self._go_on()


def reading(authority_id: str, today: date) -> Job[Store, Callable[[], Store], Shown, Shown]:
    """Return the Job that reads an authority's record, for a store in a folder."""

    def work(way: Callable[[], Store], _tick: Tick) -> Shown:
        with closing(way()) as store:
            return shown_of(store, authority_id, today)

    return Job(_way, work, _as_it_is)


def _way(store: Store) -> Callable[[], Store]:
    way = looker(store)
    assert way is not None, "a store in memory has one thread: ask shown_of()"
    return way


def _as_it_is(_store: Store, shown: Shown) -> Shown:
    return shown


def _letter_name(kind: str) -> str:
    return _(TITLES.get(kind, kind))
