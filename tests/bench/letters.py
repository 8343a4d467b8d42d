# SPDX-License-Identifier: MIT
"""Laying out a tagged letter of 4 and of 40 pages, against plain ReportLab and two rivals on the same words and face.

Warm in this process, cold in one of its own with every import, and the most memory that one takes. WeasyPrint and typst
are no dependencies of ours: they are run by the Python that RIVALS_PYTHON names, and without one the table says so.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reports.pdf import fonts
from reports.pdf.render import render
from resources import paths
from storage.model.letter import WholeLetter
from tests.bench._floor import plain, words
from tests.bench._rivals import RIVALS
from tests.bench._timing import Row, alternating, row
from tests.reports.pdf.letters import a_long_letter

LENGTHS = {"4 pages": 22, "40 pages": 265}
"""Pages → paragraphs that fill as many."""
_RIVALS = os.environ.get("RIVALS_PYTHON", "")
_FONT = str(paths.font("NotoSans-Regular.ttf"))
_MEMORY = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
"""Not `getrusage`: what it tells of a process begins with what its parent took."""


def rows() -> Iterator[Row]:
    """Measure both lengths warm, against the rivals, cold, and the longer one's memory."""
    fonts.load()
    for pages, paragraphs in LENGTHS.items():
        letter = a_long_letter(paragraphs)
        runs = 30 if paragraphs < 100 else 9
        ours, floor = alternating(lambda one=letter: render(one), lambda one=letter: plain(one), runs)  # type: ignore[misc]
        yield row(f"laying out {pages}, warm (at most 1.50)", ours, floor, "plain ReportLab")
        for name in RIVALS:
            yield from _against(name, letter, pages)
        ours, floor = alternating(_Run("render", paragraphs), _Run("plain", paragraphs), 15)
        yield row(f"laying out {pages}, cold (at most 1.25)", ours, floor, "plain ReportLab")
    ours, floor = (_Run(which, LENGTHS["40 pages"]).memory() for which in ("render", "plain"))
    yield (
        "memory for 40 pages (under 60 MB)",
        f"{ours:.0f} MB",
        f"plain ReportLab {floor:.0f} MB",
        f"{ours / floor:.2f}",
    )


def _against(name: str, letter: WholeLetter, pages: str) -> Iterator[Row]:
    """Measure a rival on the same words: warm in a process that stays, cold in one of its own each time."""
    what = f"laying out {pages}, {{}}, against {name}"
    if not _RIVALS:
        yield from ((what.format(each), "-", f"{name} is not here (RIVALS_PYTHON)", "-") for each in ("warm", "cold"))
        return
    with _Rival(name, letter) as rival:
        yield row(what.format("warm"), *alternating(lambda: render(letter), rival, 5), name)
    ours = _Run("render", LENGTHS[pages])

    def once() -> None:
        with _Rival(name, letter) as fresh:
            fresh()

    yield row(what.format("cold"), *alternating(ours, once, 5), name)


class _Rival:
    """A rival in a process of its own, of the Python that RIVALS_PYTHON names; each call lays the letter out."""

    def __init__(self, name: str, letter: WholeLetter) -> None:
        program = Path(__file__).with_name("_rivals.py")
        self._process = subprocess.Popen(
            [_RIVALS, "-P", str(program), name, _FONT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._tell(json.dumps(words(letter)))

    def __enter__(self) -> "_Rival":
        return self

    def __exit__(self, *_trouble: object) -> None:
        self._process.communicate()

    def __call__(self) -> None:
        self._tell("again")
        assert self._process.stdout is not None
        assert int(self._process.stdout.readline()) > 1000  # a file of so many bytes

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()


class _Run:
    """One layout in a process of its own, imports and all."""

    def __init__(self, which: str, paragraphs: int) -> None:
        """Take "render" or "plain", and the letter's length."""
        module = "reports.pdf.render" if which == "render" else "tests.bench._floor"
        letter = f"from tests.reports.pdf.letters import a_long_letter as long; letter = long({paragraphs})"
        self._program = f"{letter}; from {module} import {which}; {which}(letter)"

    def __call__(self) -> None:
        self._ask(self._program)

    def memory(self) -> float:
        """Return the most memory that it took, in MB."""
        return int(self._ask(f"{self._program}; {_MEMORY}")) / 1024

    def _ask(self, program: str) -> str:
        world = {**os.environ, "PYTHONPATH": "."}
        return subprocess.run(
            [sys.executable, "-c", program], env=world, check=True, capture_output=True, text=True
        ).stdout
