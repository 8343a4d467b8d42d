# SPDX-License-Identifier: MIT
"""The coverage board over 5,000 notes and 300 criteria: from a link to a fresh picture, against 100 ms; reading it.

The heaviest piece of work on the window's thread is measured too, by the thread's own clock, against 50 ms.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from storage.acts import links, members
from storage.acts.rubrics import use
from storage.gesture import Gesture
from storage.model.ids import link_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.rubric import Area, Criterion, Rubric
from storage.model.visit import Visit
from storage.queries.board import KINDS, board_of
from storage.queries.note_pages import page_of_visit
from storage.settings import Settings
from storage.store import Store, create
from tests.bench._timing import Row, row
from tests.builders import PASSPHRASE, a_visit, again
from ui.bus import Bus
from ui.coverage.framework import Framework
from ui.desk import Desk
from ui.look import Look
from ui.worker import Worker

NOTES, AREAS, EACH = int(os.environ.get("AROLWG_BENCH_NOTES", "5000")), 20, 15
LIMIT = 0.050
"""Seconds: the longest that anything may hold the window's thread."""
REFRESHED = 0.100
"""Seconds from a link to the picture: issue 5."""
_POLARITIES = ("strength", "neutral", "weakness")
WIDE = Rubric(
    "bench-2026",
    {"en": "Bench"},
    "invented",
    tuple(
        Area(
            f"A{at}",
            {"en": f"Area {at}"},
            tuple(Criterion(f"A{at}.{n}", {"en": f"Criterion {n} of area {at}"}) for n in range(EACH)),
        )
        for at in range(AREAS)
    ),
)


def rows() -> Iterator[Row]:
    """Fill a store, open both views of the page, and link."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as home:
        store, _ = create(Path(home) / "store", PASSPHRASE)
        visit = _filled(store)
        begun = perf_counter()
        board_of(store, visit)
        what = f"{NOTES:,} notes, {AREAS * EACH} criteria"
        yield row(f"reading the board, {what}", perf_counter() - begun, REFRESHED, "limit")
        desk = Desk(store, Bus(), Worker(), Look(app, "light"), Settings(), Path(home))
        page = Framework(desk)
        page.resize(1280, 800)
        page.show()
        _heaviest(app, page.repaint, _always)
        held = _heaviest(app, lambda: page.show_visit(visit.id), lambda: page._board is not None)
        yield row(f"opening the page, {what}", held, LIMIT, "limit")
        for view, name in enumerate(("criteria", "board")):
            page.views.setCurrentIndex(view)
            _heaviest(app, page.repaint, _always)
            times = list(_linked(app, store, visit, page))
            yield row(f"a link until {name} show it, {what}", median(times), REFRESHED, "limit")
            yield row(f"the slowest of {len(times)}", max(times), REFRESHED, "limit")
        for at in (1, 2, 0):
            held = _heaviest(app, lambda at=at: page.board.ways.setCurrentIndex(at), _always)  # type: ignore[misc]
            yield row(f"columns by {page.board.way()}, {what}", held, LIMIT, "limit")
        page.close()
        desk.worker.close()
        store.close()


def _always() -> bool:
    return True


def _heaviest(app: QApplication, act: Callable[[], object], until: Callable[[], bool]) -> float:
    """Do something and return the heaviest piece of it or of a turn of the loop after it, in the thread's seconds."""
    begun = thread_time()
    act()
    longest, turns, ends = thread_time() - begun, 0, perf_counter() + 10
    while turns < 5 or (not until() and perf_counter() < ends):
        begun = thread_time()
        app.processEvents()
        longest, turns = max(longest, thread_time() - begun), turns + 1
    return longest


def _linked(app: QApplication, store: Store, visit: Visit, page: Framework) -> Iterator[float]:
    """Yield the seconds from asking for a link until the page has been painted with it."""
    for at, note in enumerate(page_of_visit(store, visit.id, most=30).notes):
        code = f"A{at % AREAS}.{(at * 7 + page.views.currentIndex()) % EACH}"
        begun = perf_counter()
        links.link(store, note, WIDE.name, code)
        app.processEvents()
        yield perf_counter() - begun


def _filled(store: Store) -> Visit:
    members.introduce(store, "Bench")
    visit = a_visit(store, frameworks=())
    use(store, visit, WIDE)
    codes = [each.code for area in WIDE.areas for each in area.criteria]
    for first in range(0, NOTES, 1_000):
        gesture = Gesture("notes.write", store.me)
        for number in range(first, min(first + 1_000, NOTES)):
            frame = {"stream_id": visit.stream_id, "visit_id": visit.id}
            note_id = new_note(store.device.id)
            about = {
                "author": store.me,
                "event_at": f"2018-07-{10 + number % 2}T09:{number % 60:02}:00.000Z",
                "source_kind": KINDS[number % len(KINDS)],
                "polarity": _POLARITIES[number % 3],
            }
            gesture.add(Note(id=note_id, text=f"Note {number}", **about, **frame))  # type: ignore[arg-type]
            for step in range(1 + number % 2):
                code = codes[(number * 13 + step * 101) % len(codes)]
                made = link_id(note_id, code)
                gesture.add(Link(id=made, note_id=note_id, rubric=WIDE.name, area=code, **frame))  # type: ignore[arg-type]
        store.record(*gesture.changes)
    return again(store, visit)  # type: ignore[no-any-return]
