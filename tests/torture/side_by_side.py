# SPDX-License-Identifier: MIT
"""The same proof lived through many times, some at once, each in a process and a store of its own.

Most of the time goes to waiting for disks and for the moment to kill: so they wait side by side.
"""

import json
import os
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.torture import typist

AT_ONCE = 4

Lived = Callable[[int, Path, "Counter[str]"], None]
"""Called with its number, the folder of a store in use, and the counts to add to; raises AssertionError."""


def side_by_side(count: int, lived: Lived, home: Path, totals: Counter[str]) -> None:
    """Live through something so many times, the numbers shared out; add up what was counted."""
    running = [_begun(range(each, count, AT_ONCE), lived, home / f"torture{each}") for each in range(AT_ONCE)]
    ended = [_heard(*each) for each in running]
    for counted, trouble in ended:
        totals.update(counted)
        assert not trouble, trouble


def _begun(numbers: range, lived: Lived, home: Path) -> tuple[int, int]:
    out, into = os.pipe()
    child = os.fork()
    if child:
        os.close(into)
        return child, out
    counted, trouble = Counter[str](), ""
    try:
        os.close(out)
        home.mkdir(parents=True, exist_ok=True)
        if numbers:
            typist.begin(home / "store")
        for number in numbers:
            lived(number, home / "store", counted)
    except BaseException:
        trouble = traceback.format_exc()
    with os.fdopen(into, "w") as told:
        json.dump([counted, trouble], told)
    os._exit(0)


def _heard(child: int, out: int) -> tuple[Counter[str], str]:
    with os.fdopen(out) as told:
        said = told.read()
    os.waitpid(child, 0)
    counted, trouble = json.loads(said) if said else ({}, "a worker died")
    return Counter(counted), trouble
