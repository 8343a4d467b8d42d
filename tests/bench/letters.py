# SPDX-License-Identifier: MIT
"""Laying out a tagged letter of 4 and of 40 pages, against plain ReportLab and two rivals on the same words and face.

Warm in this process, cold in one of its own with every import, and the most memory that one takes. WeasyPrint and typst
are no dependencies of ours: where they are not installed, the table says so.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec

from reports.pdf import fonts
from reports.pdf.render import render
from resources import paths
from storage.model.letter import WholeLetter
from tests.bench._floor import plain, words
from tests.bench._timing import Row, alternating, row
from tests.reports.pdf.letters import a_long_letter

LENGTHS = {"4 pages": 22, "40 pages": 265}
"""Pages → paragraphs that fill as many."""
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
        for name, lay_out in (("weasyprint", _weasyprint), ("typst", _typst)):
            yield _against(name, lay_out, letter, pages)
        ours, floor = alternating(_Run("render", paragraphs), _Run("plain", paragraphs), 9)
        yield row(f"laying out {pages}, cold (at most 1.25)", ours, floor, "plain ReportLab")
    ours, floor = (_Run(which, LENGTHS["40 pages"]).memory() for which in ("render", "plain"))
    yield (
        "memory for 40 pages (under 60 MB)",
        f"{ours:.0f} MB",
        f"plain ReportLab {floor:.0f} MB",
        f"{ours / floor:.2f}",
    )


def _against(name: str, lay_out: Callable[[WholeLetter], bytes], letter: WholeLetter, pages: str) -> Row:
    what = f"laying out {pages}, warm, against {name}"
    if find_spec(name) is None:
        return what, "-", f"{name} is not installed", "-"
    ours, rival = alternating(lambda: render(letter), lambda: lay_out(letter), 5)
    return row(what, ours, rival, name)


def _weasyprint(letter: WholeLetter) -> bytes:
    from weasyprint import HTML

    look = f"@font-face {{font-family: Bench; src: url(file://{_FONT})}} body {{font: 10.5pt/15.25pt Bench}}"
    head = f"<html lang=en><head><title>Letter</title><style>@page {{size: A4; margin: 29mm}} {look}</style></head>"
    body = "".join(f"<p>{escape(each)}</p>" for each in words(letter))
    made: bytes = HTML(string=f"{head}<body>{body}</body></html>").write_pdf(pdf_variant="pdf/ua-1")
    return made


def _typst(letter: WholeLetter) -> bytes:
    import typst

    look = '#set page(paper: "a4", margin: 29mm)\n#set text(font: "Noto Sans", size: 10.5pt, lang: "en")\n'
    body = "\n\n".join("#" + f'"{each}"'.replace("\\", "") for each in (e.replace('"', "”") for e in words(letter)))
    source = f'#set document(title: "Letter")\n{look}{body}\n'.encode()
    folder = str(paths.font("NotoSans-Regular.ttf").parent)
    made: bytes = typst.compile(source, font_paths=[folder], pdf_standards=["a-2a", "ua-1"])
    return made


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
