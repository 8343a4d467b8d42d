# SPDX-License-Identifier: MIT
"""How a page looks: measures, colours, styles, and what stands in head and foot. Colours are the house's tokens.

Nothing here knows of letters; the words of the furniture come from resources/page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit

from reports import page_words
from reports.pdf import fonts
from reports.pdf.canvas import TaggedCanvas

WIDTH, HEIGHT = A4
SIDE, TOP, BOTTOM, HEAD = 29 * mm, 20 * mm, 22 * mm, 10 * mm
"""Margins; and what a head with notices adds at the top of later pages."""
TEXT_WIDTH = WIDTH - 2 * SIDE
INDENT = 16.0
"""Of list items, in points."""

TEXT, MUTED, LINE, EDGE = HexColor(0x1A242E), HexColor(0x4F5C69), HexColor(0xD3DAE1), HexColor(0x77848F)
ACCENT, SOFT, ON_SOFT = HexColor(0x1B5E8A), HexColor(0xDDEBF5), HexColor(0x123F5E)


words = page_words.words
"""The furniture's words in a letter's language."""


@cache
def style(name: str) -> ParagraphStyle:
    """Return a paragraph style by name; sizes and spaces in points. KeyError for a name that is not one."""
    fonts.load()
    face = {"fontName": fonts.REGULAR, "bulletFontName": fonts.REGULAR, "textColor": TEXT}
    plain = {**face, "fontSize": 10.5, "leading": 15.25, "spaceAfter": 8, "allowWidows": 0, "allowOrphans": 0}
    return ParagraphStyle(name, **{**plain, **_STYLES[name]})


_BOLD = {"fontName": fonts.BOLD}
_HEADING = {**_BOLD, "spaceAfter": 5}
_SMALL = {"fontSize": 9, "leading": 12.5, "textColor": MUTED, "spaceAfter": 0}
_STYLES: dict[str, dict[str, Any]] = {
    "body": {},
    "line": {"spaceAfter": 0},
    "h1": {**_HEADING, "fontSize": 13, "leading": 18, "spaceBefore": 4, "spaceAfter": 9, "textColor": ON_SOFT},
    "h2": {**_HEADING, "fontSize": 11, "leading": 15.5, "spaceBefore": 7, "textColor": ON_SOFT},
    "h3": {**_HEADING, "spaceBefore": 5},
    "item": {"leftIndent": INDENT, "spaceAfter": 4},
    "item wide": {"leftIndent": INDENT + 8, "spaceAfter": 4},
    "item 2": {"leftIndent": 2 * INDENT, "spaceAfter": 4},
    "item 3": {"leftIndent": 3 * INDENT, "spaceAfter": 4},
    "note": {"fontSize": 9, "leading": 12.5, "textColor": MUTED, "spaceAfter": 3, "leftIndent": 24},
    "name": {**_BOLD, "fontSize": 15, "leading": 19, "textColor": ACCENT, "spaceAfter": 0},
    "second name": {"fontSize": 11.5, "leading": 16, "textColor": ACCENT, "spaceAfter": 0},
    "close": {"spaceBefore": 6},
    "copies": {"fontSize": 9.5, "leading": 13.5},
    "small": _SMALL,
    "small right": {**_SMALL, "alignment": 2},
    "strong line": {**_BOLD, "spaceAfter": 0},
    "cell": {"fontSize": 9.5, "leading": 13, "spaceAfter": 0},
    "head cell": {**_BOLD, "fontSize": 9.5, "leading": 13, "spaceAfter": 0, "textColor": ON_SOFT},
    "notice": {
        **{"fontSize": 9, "leading": 12.5, "textColor": ON_SOFT, "backColor": SOFT, "borderPadding": (5, 9, 6, 9)},
        **{"leftIndent": 9, "rightIndent": 9, "spaceAfter": 17},
    },
}


@dataclass(frozen=True, slots=True)
class Furniture:
    """Head and foot of every page, all artifacts: what matters stands in the text as well."""

    language: str
    foot: str = ""
    """At the foot's left: whose letter, of when."""
    notices: Sequence[str] = ()
    """In the head of every page after the first, which has them in its text."""

    @property
    def top_later(self) -> float:
        """Return the top margin of pages after the first, in points."""
        return float(TOP + (HEAD if self.notices else 0))

    def __call__(self, canvas: TaggedCanvas, number: int, pages: int) -> None:
        """Draw both on a page."""
        with canvas.artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]"):
            self._draw_foot(canvas, words(self.language)["page"].format(number=number, total=pages))
        if number > 1 and self.notices:
            with canvas.artifact("/Type /Pagination /Subtype /Header /Attached [/Top]"):
                self._draw_head(canvas)

    def _draw_foot(self, canvas: TaggedCanvas, page: str) -> None:
        _rule(canvas, 17.5 * mm)
        canvas.setFont(fonts.REGULAR, 8.5)
        canvas.setFillColor(MUTED)
        canvas.drawRightString(WIDTH - SIDE, 12.5 * mm, page)
        room = TEXT_WIDTH - canvas.stringWidth(page) - 20
        said, *cut = simpleSplit(self.foot, fonts.REGULAR, 8.5, room) or [""]
        canvas.drawString(SIDE, 12.5 * mm, f"{said} …" if cut else said)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        lines = [line for notice in self.notices for line in simpleSplit(notice, fonts.REGULAR, 8, TEXT_WIDTH)]
        canvas.setFont(fonts.REGULAR, 8)
        canvas.setFillColor(ON_SOFT)
        low = HEIGHT - self.top_later + 5 * mm
        for up, line in enumerate(reversed(lines)):
            canvas.drawString(SIDE, low + 4 + up * 10.5, line)
        _rule(canvas, low)


def _rule(canvas: TaggedCanvas, y: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, y, WIDTH - SIDE, y)
