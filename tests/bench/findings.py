# SPDX-License-Identifier: MIT
"""The findings page after one act, with 5,000 notes, 300 criteria and 300 findings, against 100 ms.

Of each act: from the moment it is recorded until the page shows it. The act itself is recording.py's affair.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from storage.acts import findings, links, members, notes
from storage.gesture import Gesture
from storage.model.finding import Finding
from storage.model.ids import link_id, new_id, new_note
from storage.model.link import Link
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.findings import findings_of_visit
from storage.queries.notes import note
from storage.settings import Settings
from storage.store import Store, scratch
from tests.bench._timing import Row, row
from tests.bench.recording import WORDS
from tests.builders import RUBRIC, a_visit, again
from ui.bus import Bus
from ui.desk import Desk
from ui.findings.findings import Findings
from ui.look import Look
from ui.worker import Worker

NOTES, CRITERIA = int(os.environ.get("AROLWG_BENCH_NOTES", "5000")), 300
FOR, AGAINST = 8, 2
"""Notes of each finding."""
LIMIT = 0.100
"""Seconds."""
KINDS = ("file", "interview", "observation", "data")


class Clocked(Bus):
    """A bus that remembers how long everybody who heard the last news was busy with it."""

    def __init__(self) -> None:
        """Have heard nothing yet."""
        super().__init__()
        self.took = 0.0

    def announce(self, recorded: object) -> None:
        """Pass the news on, and measure."""
        start = perf_counter()
        super().announce(recorded)
        self.took = perf_counter() - start


def rows() -> Iterator[Row]:
    """Fill a store, open the page, and do around it what two inspectors do in the evening."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as home:
        store, bus = scratch(), Clocked()
        visit, named = _filled(store)
        panel = Findings(Desk(store, bus, Worker(), Look(app, "light"), Settings(), Path(home)))
        panel.resize(1280, 800)
        panel.show()
        panel.show_visit(a_visit(store).id)
        app.processEvents()  # the first picture is Qt's own work
        start = perf_counter()
        panel.show_visit(visit.id)
        app.processEvents()
        yield row(f"findings opened, {NOTES:,} notes", perf_counter() - start, LIMIT, "limit")
        panel.sheet.tabs.setCurrentIndex(1)
        for what, act in _deeds(store, visit, named):
            took = []
            for turn in range(7):
                act(turn)
                start = perf_counter()
                app.processEvents()
                took.append(bus.took + perf_counter() - start)
            yield row(f"findings after {what}, {NOTES:,} notes", median(took), LIMIT, "limit")
        panel.close()


def _deeds(store: Store, visit: Visit, named: list[str]) -> Iterator[tuple[str, Callable[[int], object]]]:
    def seen(turn: int) -> Note:
        found = note(store, named[turn])
        assert found is not None
        return found

    first: Finding = findings_of_visit(store, visit.id)[0]
    yield "a link", lambda turn: links.link(store, seen(turn), RUBRIC, "C299")
    yield "a note reworded", lambda turn: notes.amend(store, seen(turn), text=f"{turn} reworded. {WORDS}")
    yield "a note weighed", lambda turn: findings.amend(store, again(store, first), supports=tuple(named[: turn + 2]))
    yield "a yes", lambda turn: findings.agree(store, findings_of_visit(store, visit.id)[turn + 1])


def _filled(store: Store) -> tuple[Visit, list[str]]:
    members.introduce(store, "Bench")
    visit = a_visit(store)
    frame = {"stream_id": visit.stream_id, "visit_id": visit.id}
    named: list[str] = []
    for first in range(0, NOTES, 1_000):
        gesture = Gesture("notes.write", store.me)
        for number in range(first, min(first + 1_000, NOTES)):
            note_id = new_note(store.device.id)
            about = {
                "author": store.me,
                "source_kind": KINDS[number % 4],
                "observed": number % 3 > 0,
                "polarity": ("strength", "weakness")[number % 2],
                "event_at": f"2018-07-10T09:{number % 60:02}:00.000Z",
            }
            gesture.add(Note(id=note_id, text=f"{number} {WORDS}", **about, **frame))  # type: ignore[arg-type]
            code = f"C{number % CRITERIA}"
            gesture.add(Link(id=link_id(note_id, code), note_id=note_id, rubric=RUBRIC, area=code, **frame))  # type: ignore[arg-type]
            named.append(note_id)
        store.record(*gesture.changes)
    gesture = Gesture("findings.state", store.me)
    for number in range(CRITERIA):
        at = number * (FOR + AGAINST)
        sides = {"supports": tuple(named[at : at + FOR]), "contradicts": tuple(named[at + FOR : at + FOR + AGAINST])}
        words = {"statement": f"Finding {number}: {WORDS[:120]}", "areas": (f"C{number}",), "state": "proposed"}
        gesture.add(Finding(id=new_id(), **frame, **sides, **words))  # type: ignore[arg-type]
    store.record(*gesture.changes)
    return visit, named
