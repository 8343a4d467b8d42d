# SPDX-License-Identifier: MIT
"""A list of 50,000 cases from file to sample, against a minute; the page of cases after a review, against 100 ms.

Reading, naming and drawing happen away from the window's thread; what is done on it is measured by that thread's own
clock.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from storage.acts import notes, reviews, samples
from storage.imports import case_files, cases, cases_in
from storage.imports.cases import Choices
from storage.model.case import CaseList
from storage.model.visit import Visit
from storage.queries.cases import cases_of_visit, list_of_visit
from storage.queries.reviews import review, review_id
from storage.sampling import Plan
from storage.settings import Settings
from storage.store import Store
from tests.bench._timing import Row, row
from tests.builders import a_store, a_visit
from tests.case_lists import as_csv, as_xlsx, quiet, some_rows
from ui.bus import Bus
from ui.cases.page import Cases
from ui.desk import Desk
from ui.look import Look
from ui.worker import Worker

ROWS, DRAWN, NOTES = 50_000, 200, int(os.environ.get("AROLWG_BENCH_NOTES", "5000"))
MINUTE, REFRESHED, HELD = 60.0, 0.100, 0.050
"""Seconds: for all of a list's way in; until the page shows what was recorded; on the window's thread at once."""


def rows() -> Iterator[Row]:
    """Bring the list in both ways, draw from it, and write reviews while the page is open."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    data = some_rows(ROWS)
    for name, held in (("workbook", as_xlsx(data)), ("CSV", as_csv(data))):
        begun = perf_counter()
        table = case_files.table_of(held, quiet)
        yield row(f"reading a {name}, {ROWS:,} cases", perf_counter() - begun, MINUTE, "limit")
    store = a_store()
    visit = a_visit(store)
    yield from _brought(store, visit, table)
    the_list = list_of_visit(store, visit.id)
    assert the_list is not None
    yield from _drawn(store, visit, the_list)
    for number in range(NOTES):
        notes.write(store, visit, f"Note {number}", case_ref=f"Case {number % DRAWN + 1}")
    with TemporaryDirectory() as home:
        yield from _shown(app, store, visit, Path(home))
    store.close()


def _brought(store: Store, visit: Visit, table: case_files.Table) -> Iterator[Row]:
    begun = perf_counter()
    planned = cases.plan(table, Choices(table.columns, "day_first"), quiet)
    yield row(f"previewing the list, {ROWS:,} cases", perf_counter() - begun, MINUTE, "limit")
    job = cases_in.importing(visit, planned)
    taken, begun = job.take(store), perf_counter()
    made = job.work(taken, quiet)
    yield row(f"naming and sealing it, {ROWS:,} cases", perf_counter() - begun, MINUTE, "limit")
    begun = perf_counter()
    job.put(store, made)
    yield row(f"recording it, {ROWS:,} cases", perf_counter() - begun, HELD, "limit")


def _drawn(store: Store, visit: Visit, the_list: CaseList) -> Iterator[Row]:
    job = samples.drawing(visit, the_list, Plan("bench", ("status", "team"), DRAWN))
    taken, begun = job.take(store), perf_counter()
    found = job.work(taken, quiet)
    yield row(f"drawing {DRAWN} of {ROWS:,} cases", perf_counter() - begun, MINUTE, "limit")
    begun, longest = perf_counter(), 0.0
    for _part in samples.keeping(store, visit, the_list, found):
        longest, begun = max(longest, perf_counter() - begun), perf_counter()
    yield row(f"keeping them, the longest step of {DRAWN} cases", longest, HELD, "limit")


def _shown(app: QApplication, store: Store, visit: Visit, home: Path) -> Iterator[Row]:
    desk = Desk(store, Bus(), Worker(), Look(app, "light"), Settings(), home)
    page = Cases(desk)
    page.resize(1280, 800)
    page.show()
    what = f"{DRAWN} cases, {NOTES:,} notes"
    begun = thread_time()
    page.show_visit(visit.id)
    app.processEvents()
    yield row(f"opening the page of cases, {what}", thread_time() - begun, REFRESHED, "limit")
    times = []
    for each in cases_of_visit(store, visit.id)[:20]:
        begun = thread_time()
        seen = review(store, each.id, store.me)
        assert review_id(each.id, store.me) == reviews.write(store, each, seen, outcome="same")
        app.processEvents()
        times.append(thread_time() - begun)
    yield row(f"a review until the page shows it, {what}", median(times), REFRESHED, "limit")
    yield row(f"the slowest of {len(times)}", max(times), REFRESHED, "limit")
    page.close()
    desk.worker.close()
