# SPDX-License-Identifier: MIT
"""The floor for laying out: ReportLab by itself, on a letter's words, with the letter's face. No engine of ours."""

from io import BytesIO

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from resources import paths
from storage.model.letter import WholeLetter

_FACE = "BenchSans"


def plain(letter: WholeLetter) -> bytes:
    """Return the letter's words laid out: no tags, no head and foot, one face."""
    if _FACE not in pdfmetrics._fonts:
        # Not by `registerFont`: it would hand out the engine's faster face, because that is made from the same file.
        pdfmetrics._fonts[_FACE] = TTFont(_FACE, str(paths.font("NotoSans-Regular.ttf")))
        pdfmetrics.registerFontFamily(_FACE)
    style = ParagraphStyle("plain", fontName=_FACE, fontSize=10.5, leading=15.25, spaceAfter=8)
    out = BytesIO()
    SimpleDocTemplate(out, invariant=1).build([Paragraph(each, style) for each in words(letter)])
    return out.getvalue()


def words(letter: WholeLetter) -> list[str]:
    """Return everything that the letter says, a paragraph each."""
    shell = letter.letter
    said = [*shell.letterhead, *shell.addressee, shell.salutation, shell.re_line]
    said += [part.text for section in letter.sections for part in section.paragraphs]
    return [each for each in (*said, shell.close, shell.signatory, shell.signatory_role, *shell.copies) if each]
