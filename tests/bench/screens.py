# SPDX-License-Identifier: MIT
"""The longest that one act or query on the visit's desk holds the main thread, with 5,000 notes, against 50 ms.

A watchdog ticks whenever the event loop is idle; the longest gap between two ticks is what a person would feel.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from storage.acts import members, notes
from storage.gesture import Gesture
from storage.model.ids import link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.visit import Visit
from storage.settings import Settings
from storage.store import Store, scratch
from tests.bench._timing import Row, row
from tests.bench.recording import WORDS
from tests.builders import RUBRIC, a_session, a_visit
from ui.bus import Bus
from ui.coverage.framework import Framework
from ui.desk import Desk
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.visits.visit_list import VisitList
from ui.worker import Worker

NOTES = int(os.environ.get("AROLWG_BENCH_NOTES", "5000"))
LIMIT = 0.050
"""Seconds: the longest that anything may hold the main thread."""


class Watchdog(QObject):
    """Measures the longest gap between two ticks of an idle loop."""

    def __init__(self) -> None:
        """Tick as often as the loop lets it."""
        super().__init__()
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_tick)

    def gap(self, act: Callable[[], object], until: Callable[[], bool]) -> float:
        """Do something from within the loop and return the longest gap until it is over, in seconds."""
        self.longest, self._last = 0.0, perf_counter()
        self._timer.start()
        QTimer.singleShot(0, self, lambda: act() and None)
        ends = perf_counter() + 0.3
        loop = QEventLoop()
        while perf_counter() < ends or not until():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def rows() -> Iterator[Row]:
    """Fill a store, open the pages, and do on them what an inspector does."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as home:
        store = scratch()
        visit, small = _filled(store), a_visit(store)
        desk = Desk(store, Bus(), Worker(), Look(app, "light"), Settings(), Path(home))
        notebook, dog = Notebook(desk), Watchdog()
        notebook.resize(1280, 800)
        notebook.show()
        dog.gap(lambda: notebook.show_visit(small.id), lambda: True)  # the first picture is Qt's own work
        for what, act in _deeds(notebook, store, visit):
            dog.gap(lambda: None, lambda: True)  # whatever is still under way
            yield row(f"{what}, {NOTES:,} notes", dog.gap(act, notebook.reading.is_whole), LIMIT, "limit")
        for panel in (VisitList(desk), Framework(desk)):
            panel.resize(1280, 800)
            panel.show()
            dog.gap(lambda shown=panel: shown.show_visit(small.id), lambda: True)
            what = f"{type(panel).__name__} shows its visit, {NOTES:,} notes"
            yield row(what, dog.gap(lambda shown=panel: shown.show_visit(visit.id), lambda: True), LIMIT, "limit")
            panel.close()
        notebook.close()


def _deeds(notebook: Notebook, store: Store, visit: Visit) -> Iterator[tuple[str, Callable[[], object]]]:
    page, rows = notebook.editor.card.page, notebook.list.rows
    yield "opening the desk", lambda: notebook.show_visit(visit.id)
    yield "searching for two words", lambda: notebook.list.field.setText("managers since")
    yield "searching for nothing again", lambda: notebook.list.field.setText("")
    yield "narrowing to an area", lambda: notebook.show_area("QA")
    yield "all areas again", lambda: notebook.show_area("")
    yield "choosing the last note", lambda: rows.setCurrentIndex(notebook.list.model.index(NOTES - 1))
    yield "a new page", notebook.new_note
    yield "typing", lambda: page.insertPlainText(WORDS)
    yield "making it ink", notebook.editor.ink
    yield "linking it", lambda: notebook.editor.linking.wanted.emit(f"{RUBRIC}:QA1", None)
    yield "withdrawing it", notebook.editor.withdraw
    yield "a partner's note arriving", lambda: notes.write(store, visit, WORDS, (f"{RUBRIC}:HR1",))


def _filled(store: Store) -> Visit:
    members.introduce(store, "Bench")
    visit = a_visit(store)
    session = a_session(store, visit)
    for first in range(0, NOTES, 1_000):
        gesture = Gesture("notes.write", store.me)
        for number in range(first, min(first + 1_000, NOTES)):
            frame = {"stream_id": visit.stream_id, "visit_id": visit.id}
            note_id = new_note(store.device.id)
            about = {
                "author": store.me,
                "session_id": session.id,
                "event_at": f"2018-07-10T09:{number % 60:02}:00.000Z",
            }
            gesture.add(Note(id=note_id, text=f"{number} {WORDS}", **about, **frame))  # type: ignore[arg-type]
            code = f"QA{number % 6 + 1}"
            gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=RUBRIC, area=code, **frame))  # type: ignore[arg-type]
        store.record(*gesture.changes)
    return visit
