# SPDX-License-Identifier: MIT
"""All checks of a letter with 5,000 notes behind it: what they ask of the window's thread, and what they take in all.

The window's thread only begins them and takes what they found: each against 50 ms by that thread's own clock. The
rest is a worker's: against reading the same letter's facts, with the dictionaries to read first and without.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from reports import acts
from reports.checks import checking
from reports.exports.letter_docx import as_docx
from reports.facts import facts_of
from storage import documents
from storage.acts import members
from storage.acts.guarded import guard
from storage.gesture import Gesture
from storage.media import WORD
from storage.model.finding import Finding
from storage.model.ids import new_id, new_note
from storage.model.note import Note
from storage.model.visit import Visit
from storage.queries.letters import whole_letter
from storage.store import Store, create
from tests.bench._timing import Row, row
from tests.bench.recording import WORDS
from tests.builders import PASSPHRASE, RUBRIC, a_visit

NOTES = int(os.environ.get("AROLWG_BENCH_NOTES", "5000"))
FINDINGS, NAMES = 60, 300
LIMIT = 0.050
"""Seconds: the longest that anything may hold the window's thread."""


def rows() -> Iterator[Row]:
    """Fill a store on the disk, draft a letter with a file that goes with it, and check it twice."""
    with TemporaryDirectory() as folder:
        store, _code = create(Path(folder) / "store", PASSPHRASE)
        visit = _filled(store)
        letter_id = acts.draft(store, facts_of(store, visit.id, "2018-10-12"), "monitoring_visit")
        letter = whole_letter(store, letter_id)
        assert letter is not None
        about = {"subject": letter_id, "title": "evidence.docx", "media_type": WORD}
        documents.keep(store, visit.stream_id, as_docx(letter), **about)
        start = perf_counter()
        facts_of(store, visit.id, "2018-10-12")
        floor = perf_counter() - start
        for when in ("first", "again"):
            job, began = checking.checking(letter_id), thread_time()
            taken = job.take(store)
            held, start = thread_time() - began, perf_counter()
            worked = job.work(taken, _nowhere)
            whole, began = perf_counter() - start, thread_time()
            job.put(store, worked)
            held = max(held, thread_time() - began)
            yield row(f"checking a letter {when}, window's thread, {NOTES:,} notes", held, LIMIT, "limit")
            yield row(f"checking a letter {when}, in all, {NOTES:,} notes", whole, floor, "its facts read")
        store.close()


def _nowhere(_part: float) -> None:
    """Nobody watches the progress."""


def _filled(store: Store) -> Visit:
    members.introduce(store, "Bench")
    visit = a_visit(store, frameworks=(RUBRIC,), service="children's services", days=2)
    frame = {"stream_id": visit.stream_id, "visit_id": visit.id}
    named: list[str] = []
    for first in range(0, NOTES, 1_000):
        gesture = Gesture("notes.write", store.me)
        for number in range(first, min(first + 1_000, NOTES)):
            note_id = new_note(store.device.id)
            about = {"author": store.me, "source_kind": ("file", "interview")[number % 2]}
            gesture.add(Note(id=note_id, text=f"{number} {WORDS}", **about, **frame))  # type: ignore[arg-type]
            named.append(note_id)
        store.record(*gesture.changes)
    gesture = Gesture("findings.state", store.me)
    for number in range(FINDINGS):
        words = {"statement": f"Finding {number}: {WORDS[:100]}", "state": "corroborated", "role": "systemic"}
        polarity = ("strength", "weakness")[number % 2]
        supports = tuple(named[number * 8 : number * 8 + 8])
        gesture.add(Finding(id=new_id(), polarity=polarity, supports=supports, **words, **frame))  # type: ignore[arg-type]
    store.record(*gesture.changes)
    guard(store, visit.id, [f"Child{number:03} Invented{number:03}; WX-{20_000 + number}" for number in range(NAMES)])
    return visit
