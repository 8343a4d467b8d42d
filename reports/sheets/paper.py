# SPDX-License-Identifier: MIT
"""A sheet as an accessible PDF, and as text for the terminal. What a sheet says is its own module's affair.

PDF/A-2a and PDF/UA-1 like a letter, but no letter: it is not signed, and it is not encrypted once it is written.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resources.language import N_, _, current
from storage.job import Job, Tick
from storage.model import clock
from storage.shelf import write_whole
from storage.store import Store
from storage.vault import world

if TYPE_CHECKING:
    from reports.pdf.report import Report

NOT_ENCRYPTED = N_(
    "For the inspectors of this visit. This file is not encrypted: keep it where children's data may lie, and delete "
    "it after use. It shows the records as they stood when it was printed; it is not a letter."
)
_LEVELS = {"title": 1, "h2": 2, "h3": 3}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a sheet."""

    kind: str
    """title, h2, h3, p, small, items (a list), or table."""
    text: str = ""
    rows: Sequence[Sequence[str]] = ()
    """Of a list one cell a row; of a table the head first."""
    shares: Sequence[float] = ()
    """Of a table: each column's part of the width."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it, in reading order; the first block is its title."""

    name: str
    """Of its file, without ending: no content."""
    author: str
    blocks: Sequence[Block]
    illustration: bool = False
    day: date | None = None
    """What its file is dated, where it must come out the same on any day; None: the day of printing."""
    note: str = NOT_ENCRYPTED
    """What stands small beneath its title, a gettext key."""


def as_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a tagged PDF; a character that the fonts lack shows as "?"."""
    from reports.pdf import fonts, page  # it takes half a second to load, which no screen should wait for
    from reports.pdf.metadata import Meta
    from reports.pdf.report import Report

    title = fonts.printable(sheet.blocks[0].text)
    day = sheet.day or clock.now().astimezone().date()
    author = fonts.printable(sheet.author)
    notices = [page.words(current())["notice"]] if sheet.illustration else []
    meta = Meta(title=title, author=author, subject=title, language=current(), date=day)
    report = Report(meta, page.Furniture(current(), title, notices))
    for block in sheet.blocks:
        _tell(report, block)
        if block.kind == "title":
            for notice in notices:
                report.p(notice, style="notice")
            report.p(_(sheet.note), style="small")
            report.space(8)
    return report.render()


def _tell(report: "Report", block: Block) -> None:
    from reports.pdf import fonts

    rows = [[fonts.printable(cell) for cell in row] for row in block.rows]
    if block.kind in _LEVELS:
        report.h(_LEVELS[block.kind], fonts.printable(block.text))
    elif block.kind == "items":
        report.items([row[0] for row in rows])
    elif block.kind == "table":
        report.table(rows[0], rows[1:], block.shares, fonts.printable(block.text))
    else:
        style = "small" if block.kind == "small" else "body"
        for part in block.text.splitlines() or [""]:
            if part.strip():
                report.p(fonts.printable(part), style=style)


def as_lines(sheet: Sheet) -> Iterator[str]:
    """Yield the sheet as lines of text, for the terminal and for who cannot see the page."""
    for block in sheet.blocks:
        if block.kind in _LEVELS:
            if block.kind != "title":
                yield ""
            yield block.text
        elif block.text:
            yield block.text
        for row in block.rows[1:] if block.kind == "table" else block.rows:
            yield f"- {' · '.join(cell for cell in row if cell)}"


def printing(make: Callable[[Store], Sheet], path: Path) -> Job[Store, Sheet, Path, Path]:
    """Return the job that writes a sheet's PDF to a path, whole or not at all, and gives the path.

    It raises CannotKeep when the disk is full or refuses, and what `make` raises.
    """

    def work(sheet: Sheet, tick: Tick) -> Path:
        tick(0.1)
        data = as_pdf(sheet)
        tick(0.9)
        with world(path.parent):
            write_whole(path, data)
        return path

    return Job(make, work, _as_it_is)


def _as_it_is(_store: Store, path: Path) -> Path:
    return path
