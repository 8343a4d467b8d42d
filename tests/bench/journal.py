# SPDX-License-Identifier: MIT
"""*Kept*, inside the journal's thread, against a bare fsynced append of the same bytes; typing beside a slow disk."""

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from storage.journal import Journal, Pencil
from tests.bench._timing import Row, alternating, row

KEY = bytes(range(32))
WORDS = "Looked for supervision over the last twelve months: two records, fourteen and twenty-two weeks apart. " * 8
FRAME = 0.016
"""Seconds between two pictures on the screen."""


class _Timed(Journal):
    """A journal that knows how long its writer was at work on the last batch, and how many bytes that was."""

    taken = 0.0
    added = 0

    def _keep(self, batch: Any) -> bool:
        before, start = self._home.end, time.perf_counter()
        is_kept = super()._keep(batch)
        self.taken, self.added = time.perf_counter() - start, self._home.end - before
        return is_kept


def rows() -> Iterator[Row]:
    """Measure 300 pauses of typing each way, in turns, on the same disk; then typing while an fsync takes 2 s."""
    with TemporaryDirectory() as folder:
        yield _kept(Path(folder))
    with TemporaryDirectory() as folder:
        yield _beside_a_slow_disk(Path(folder))


def _kept(folder: Path) -> Row:
    journal, numbers, taken = _Timed(folder, KEY), count(), list[float]()

    def pause() -> None:
        journal.pencil(Pencil("note:1", f"{next(numbers)} {WORDS}", {"session": "s"}, "2018-07-10T10:42:07.000Z"))
        journal.flush()
        taken.append(journal.taken)

    with (folder / "bare").open("wb", buffering=0) as bare:

        def append() -> None:
            bare.write(bytes(journal.added))
            os.fsync(bare.fileno())

        _, floor = alternating(pause, append, 300)
    journal.close()
    taken.sort()
    return row("a pause of typing until Kept, inside the thread", taken[len(taken) // 2], floor, "bare fsynced append")


def _beside_a_slow_disk(folder: Path) -> Row:
    def slow(_descriptor: int) -> None:
        time.sleep(2)

    journal, taken = Journal.open(folder, KEY), list[float]()
    with patch.object(os, "fsync", slow):
        for number in range(2000):
            start = time.perf_counter()
            journal.pencil(Pencil("note:1", f"{number} {WORDS}"))
            taken.append(time.perf_counter() - start)
            time.sleep(0.001)
    journal.close()
    taken.sort()
    return row(
        "handing over typing beside an fsync of 2 s, p99", taken[len(taken) * 99 // 100], FRAME, "a picture's time"
    )
