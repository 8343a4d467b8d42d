# SPDX-License-Identifier: MIT
"""The longest that any deed, and any page's reading again, holds the window's thread with 5,000 notes, against 50 ms.

By the thread's own clock: what else the machine does at the moment is not counted. Each row is the heaviest piece, the
deed itself or one turn of the loop after it, and ends in a verdict. What the same deeds are in counted work, and that
none grows out of the limit unseen: tests/ui/test_nothing_holds_the_screen.py.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from storage.store import Store
from tests.bench._timing import Row, row
from tests.ui.seat import seated
from tests.ui.shown import gone
from ui.look import Look

NOTES = int(os.environ.get("AROLWG_BENCH_NOTES", "5000"))
LIMIT = 0.050
"""Seconds: the longest that anything may hold the window's thread."""


@dataclass
class Clocked:
    """How long something held the thread."""

    seconds: float = 0.0

    def __int__(self) -> int:
        """Return it in microseconds."""
        return round(self.seconds * 1_000_000)


@contextmanager
def clocked(_store: Store) -> Iterator[Clocked]:
    """Take the time that this thread works inside."""
    taken, began = Clocked(), thread_time()
    yield taken
    taken.seconds = thread_time() - began


def rows() -> Iterator[Row]:
    """Fill a store, open the window with every page, and do what an inspector does."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as home:
        seat = replace(seated(Look(app, "light"), Path(home), NOTES), gauge=clocked)
        gc.freeze()  # as the app does before a store is opened
        for name, microseconds in seat.counts().items():
            what, ours, limit, ratio = row(f"{name}, {NOTES:,} notes", microseconds / 1_000_000, LIMIT, "limit")
            yield what, ours, limit, f"{ratio} {'well' if microseconds < LIMIT * 1_000_000 else 'TOO LONG'}"
        gone(seat.window)
        seat.store.close()
