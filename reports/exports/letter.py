# SPDX-License-Identifier: MIT
"""A letter told block by block, for every shape that is not the PDF: kinds and words, no layout.

The order is that of the page (reports/pdf/render.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from reports import enclosures
from reports.noting import noted
from reports.pdf import page
from resources.language import long_date
from storage.model.letter import Letter, WholeLetter, WholeSection


@dataclass(frozen=True, slots=True)
class Block:
    """Some words and what they are."""

    kind: str
    """letterhead, notice, addressee, date, p, h1, h2, bullet, numbered, close, name, role or copies (which the line of
    enclosures is too)."""
    lines: tuple[str, ...]
    """One each of an address or a list; a single one of the others."""
    language: str
    """"en" or "cy"."""
    notes: tuple[tuple[str, ...], ...] = ()
    """For each line its notes, where any has some; their marks stand at its end."""

    def noted(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each line with its notes."""
        return tuple(zip(self.lines, self.notes or ((),) * len(self.lines), strict=True))


def blocks(letter: WholeLetter) -> Iterator[Block]:
    """Yield the letter's blocks in the order of its page; what says nothing is left out."""
    shell = letter.letter
    yield from _said(_before(shell))
    for section in letter.sections:
        if told := tuple(_body(section, shell.language)):
            yield from _said([("h2", (section.section.title,), shell.language)])
            yield from told
    yield from _said(_after(letter))


def status(shell: Letter) -> str:
    """Return what a copy says of itself, in the letter's language: of a draft that it is one."""
    return page.words(shell.language)["copy" if shell.document_id else "draft"]


def title(shell: Letter) -> str:
    """Return what the file is called within itself."""
    return shell.re_line or next(iter(shell.letterhead), "")


_Told = tuple[str, tuple[str, ...], str]


def _before(shell: Letter) -> Iterator[_Told]:
    code = shell.language
    yield "letterhead", shell.letterhead, code
    if shell.illustration:
        for each in dict.fromkeys((code, "en")):
            yield "notice", (page.words(each)["notice"],), each
    yield "notice", (status(shell),), code
    yield "addressee", shell.addressee, code
    yield "date", (_day(shell),), code
    yield "p", (shell.salutation,), code
    yield "h1", (shell.re_line,), code


def _said(told: Iterable[_Told]) -> Iterator[Block]:
    for kind, lines, language in told:
        if said := tuple(line for line in lines if line.strip()):
            yield Block(kind, said, language)


def _body(section: WholeSection, code: str) -> Iterator[Block]:
    for kind, group in groupby(noted(section), lambda each: each.kind):
        every = list(group)
        if kind == "prose":
            yield from (Block("p", (each.text,), code, (each.notes,)) for each in every)
        else:
            texts, notes = tuple(each.text for each in every), tuple(each.notes for each in every)
            yield Block("numbered" if kind == "numbered" else "bullet", texts, code, notes)


def _after(letter: WholeLetter) -> Iterator[_Told]:
    shell = letter.letter
    code, say = shell.language, page.words(shell.language)
    yield "close", (shell.close,), code
    for name, role in ((shell.signatory, shell.signatory_role), (shell.second_signatory, shell.second_signatory_role)):
        yield "name", (name,), code
        yield "role", (role,), code
    yield "copies", ("".join(enclosures.line(letter)),), code
    yield "copies", (f"{say['copies']}: {'; '.join(shell.copies)}" if shell.copies else "",), code


def _day(shell: Letter) -> str:
    try:
        return long_date(date.fromisoformat(shell.date), shell.language)
    except ValueError:
        return ""
