# SPDX-License-Identifier: MIT
"""Rendering a tagged letter against plain ReportLab laying out the same words with the same face."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from reports.pdf.render import render
from resources import paths
from storage.model.letter import WholeLetter
from tests.bench._timing import Row, alternating, row
from tests.reports.pdf.letters import a_letter, a_long_letter


def rows() -> Iterator[Row]:
    """Measure a short and a long letter, warm."""
    pdfmetrics.registerFont(TTFont("BenchSans", str(paths.font("NotoSans-Regular.ttf"))))
    for name, letter, runs in (
        ("a short letter", a_letter(), 30),
        ("a letter of 200 paragraphs", a_long_letter(200), 7),
    ):
        ours, floor = alternating(lambda one=letter: render(one), lambda one=letter: _plain(one), runs)  # type: ignore[misc]
        yield row(f"rendering {name}, tagged", ours, floor, "plain ReportLab")


def _plain(letter: WholeLetter) -> bytes:
    style = ParagraphStyle("plain", fontName="BenchSans", fontSize=10.5, leading=15)
    shell = letter.letter
    words = [*shell.letterhead, *shell.addressee, shell.salutation, shell.re_line]
    words += [part.text for section in letter.sections for part in section.paragraphs]
    words += [shell.close, shell.signatory, shell.signatory_role, *shell.copies]
    out = BytesIO()
    SimpleDocTemplate(out, invariant=1).build([Paragraph(each, style) for each in words if each])
    return out.getvalue()
