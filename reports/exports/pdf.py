# SPDX-License-Identifier: MIT
"""A whole visit as an accessible PDF: PDF/A-2a and PDF/UA-1 like a letter, but no letter. What is told: telling.py."""

from collections.abc import Iterator
from itertools import groupby

from reports.exports.telling import Block, telling, title
from reports.exports.visit import WholeVisit
from reports.pdf import fonts, page
from reports.pdf.metadata import Meta
from reports.pdf.report import Report
from resources.language import N_, _, current
from storage.model import clock

_LEVELS = {"title": 1, "h2": 2, "h3": 3}
_STYLES = {"notice": "notice", "marks": "small", "aside": "small", "words": "body", "p": "body"}
NOT_ENCRYPTED = N_(
    "This file is not encrypted: keep it where children's data may lie, and delete it after use. It is a record of "
    "evidence as it stood when it was written, not a letter."
)


def as_pdf(whole: WholeVisit) -> bytes:
    """Return the visit as a tagged PDF; a character that the fonts lack shows as "?" (the JSON has it)."""
    name = fonts.printable(title(whole))
    report = Report(meta(whole, name), furniture(whole, name))
    blocks = [Block(kind, fonts.printable(text)) for kind, text in telling(whole)]
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        if kind in ("item", "number"):
            report.items(texts, numbered=kind == "number")
        else:
            for text in texts:
                _tell(report, kind, text)
    return report.render()


def _tell(report: Report, kind: str, text: str) -> None:
    if kind in _LEVELS:
        report.h(_LEVELS[kind], text)
    else:
        for part in _paragraphs(text):
            report.p(part, style=_STYLES[kind])
    if kind == "title":
        report.p(_(NOT_ENCRYPTED), style="small")
        report.space(8)
    elif kind == "aside":
        report.space(4)


def _paragraphs(text: str) -> Iterator[str]:
    yield from (part for part in text.splitlines() if part.strip())


def meta(whole: WholeVisit, name: str) -> Meta:
    """Return what a file about the visit says of itself: dated today, by its lead inspector."""
    lead = next((whole.names.get(each, "") for each, role in whole.roles.items() if role == "lead"), "")
    day = clock.now().astimezone().date()
    return Meta(title=name, author=fonts.printable(lead), subject=name, language=current(), date=day)


def furniture(whole: WholeVisit, name: str) -> page.Furniture:
    """Return head and foot: the visit's name, and on a worked example that it is one."""
    notices = [page.words(current())["notice"]] if whole.visit.illustration else []
    return page.Furniture(current(), name, notices)
