# SPDX-License-Identifier: MIT
"""Times as medians of alternating runs, so that whatever else the machine does falls on both alike."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

Row = tuple[str, str, str, str]


def alternating(
    ours: Callable[[], object], floor: Callable[[], object], runs: int, clock: Callable[[], float] = perf_counter
) -> tuple[float, float]:
    """Return the median seconds of each by a clock, run in turns after one unmeasured turn of both."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for taken, action in zip(times, (ours, floor), strict=True):
            start = clock()
            action()
            if turn:
                taken.append(clock() - start)
    return median(times[0]), median(times[1])


def row(what: str, ours: float, floor: float, against: str) -> Row:
    """Return one line of the table; times in seconds are printed as milliseconds."""
    return what, f"{ours * 1000:.2f} ms", f"{against} {floor * 1000:.2f} ms", f"{ours / floor:.2f}"
