# SPDX-License-Identifier: MIT
"""A key pressed until its letter is painted, and a page kept until the mark says so: the real notebook, offscreen.

50,000 notes in the store, and a journal disk whose fsync takes two seconds. Keys come at their own times, whether
anybody is ready for them or not; a key that finds the thread busy has waited from the moment it came.
"""

import gc
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from storage.queries.visits import visits
from storage.settings import Settings
from storage.store import open_store
from tests.bench._timing import Row, row
from tests.bench.opening import filled
from tests.builders import PASSPHRASE
from ui.app import HANDED_OVER
from ui.bus import Bus
from ui.desk import Desk
from ui.look import Look
from ui.notes.notebook import Notebook
from ui.sweeping import Sweeping
from ui.worker import Worker

NOTES, VISITS = int(os.environ.get("AROLWG_BENCH_NOTES", "50000")), 10
KEYS, NOTE = 1_000, 250
"""Keys in all, and on a page before the next one is begun."""
FRAME, MARK = 0.016, 0.020
"""Seconds: between two pictures on the screen; from Kept to its mark."""
WORDS = "Supervision was looked for over the last twelve months; two records were seen, fourteen weeks apart. "


class Painted(QObject):
    """Sees when a widget has been painted."""

    def __init__(self, watched: QWidget) -> None:
        """Watch the widget."""
        super().__init__(watched)
        self.is_painted = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See its paint events go by."""
        self.is_painted = self.is_painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class Hand:
    """Types on the notebook's page, by the clock."""

    def __init__(self, notebook: Notebook) -> None:
        """Type on its page from now on."""
        self._notebook, self._loop, self._alarm = notebook, QEventLoop(), QTimer()
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.setSingleShot(True)
        self._page = notebook.editor.card.page
        self._seen = Painted(self._page.viewport())

    def wait(self, until: float) -> None:
        """Let the program live until a moment of perf_counter."""
        while (left := until - perf_counter()) > 0:
            self._alarm.start(max(0, round(left * 1000)))
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def press(self, letter: str, at: float) -> float:
        """Press a key at its moment; return the seconds from then until its letter was painted."""
        self.wait(at)
        self._seen.is_painted = False
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.postEvent(self._page, event)
        while not self._seen.is_painted:
            self._loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return perf_counter() - at


def rows() -> Iterator[Row]:
    """Type a thousand keys beside the slow disk; then wait for a dozen marks on the real one."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    sweeping = Sweeping(app)
    gc.freeze()
    sys.setswitchinterval(HANDED_OVER)  # all three as the app does before a store is opened
    with TemporaryDirectory() as home:
        store = open_store(filled(Path(home) / "store", NOTES, VISITS), PASSPHRASE)
        desk = Desk(store, Bus(), Worker(), Look(app, "light"), Settings(), Path(home))
        notebook = Notebook(desk)
        notebook.resize(1280, 800)
        notebook.show()
        notebook.show_visit(visits(store)[0].id)
        hand = Hand(notebook)
        hand.wait(perf_counter() + 2)
        yield from _beside_a_slow_disk(notebook, hand)
        yield _marks(notebook, hand)
        notebook.close()
        desk.worker.close()
        store.close()
    sweeping.end()


def _beside_a_slow_disk(notebook: Notebook, hand: Hand) -> Iterator[Row]:
    chance, taken = random.Random(7), list[float]()

    def slow(_descriptor: int) -> None:
        time.sleep(2)

    with patch.object(os, "fsync", slow):
        for number in range(KEYS):
            if number % NOTE == 0:
                notebook.new_note()
                hand.wait(perf_counter() + 0.3)
            # A fast hand, with a pause after which it is pencilled, and now and then a breath.
            gap = chance.choices((chance.uniform(0.015, 0.06), 0.4, 1.2), (965, 30, 5))[0]
            taken.append(hand.press(WORDS[number % len(WORDS)], perf_counter() + gap))
    taken.sort()
    for name, at in (("p50", len(taken) // 2), ("p99", len(taken) * 99 // 100), ("max", len(taken) - 1)):
        what = f"a key until painted beside an fsync of 2 s, {NOTES:,} notes, {name}"
        yield row(what, taken[at], FRAME, "a picture's time")


def _marks(notebook: Notebook, hand: Hand) -> Row:
    """From the journal's thread saying Kept until its mark is painted. The mark tells seconds: one pause in each."""
    mark, journal = notebook.editor.card.mark, notebook.editor.desk.journal
    assert journal is not None
    seen, kept, taken = Painted(mark.words), list[float](), list[float]()
    told = journal.on_kept
    journal.flush()

    def on_kept(news: Any) -> None:
        seen.is_painted = False
        kept.append(perf_counter())
        if told is not None:
            told(news)

    journal.on_kept = on_kept
    loop = QEventLoop()
    for number in range(12):
        hand.press(WORDS[number], perf_counter() + 1.1)
        kept.clear()
        while not (kept and seen.is_painted):
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        taken.append(perf_counter() - kept[-1])
    journal.on_kept = told
    taken.sort()
    return row("Kept until its mark is painted, slowest of 12", taken[-1], MARK, "limit")
