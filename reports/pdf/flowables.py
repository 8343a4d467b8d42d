# SPDX-License-Identifier: MIT
"""ReportLab's flowables, each knowing its element: paragraph, picture, signature box, two columns. No wording."""

from collections.abc import Sequence
from html import escape
from itertools import accumulate
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, Paragraph

from reports.pdf import fonts, page
from reports.pdf.canvas import TaggedCanvas
from reports.pdf.structure import Elem, Ends
from reports.pdf.text import Cursor, TaggedText, Turn


class Run(NamedTuple):
    """Words of one kind within a paragraph."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    url: str = ""
    """Makes the words a link."""
    lang: str = ""
    """Language of the words where it differs from the document's: "cy-GB"."""
    note: str = ""
    """A note's words; the run is its mark, which the report numbers: Run(note="On both days.")."""


class Noted(NamedTuple):
    """Words of a list item with the notes that are marked at their end."""

    text: str
    notes: tuple[str, ...] = ()


class Mark(NamedTuple):
    """A note's mark within a paragraph, which leads to the note."""

    text: str
    ends: Ends
    note: "TaggedParagraph"


class Label(NamedTuple):
    """A list item's bullet or number, or a note's number, hanging left of its body."""

    elem: Elem
    """A Link where it leads back to a note's mark."""
    text: str
    indent: float
    """Points from the left edge."""


class Bookmark(NamedTuple):
    """A line in the reader's table of contents."""

    key: str
    title: str
    level: int
    """0 for the outermost."""


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that belongs to an element, also when it is split over pages. Made by `paragraph`."""

    elem: Elem
    plain = ""
    inline: dict[str, Elem]
    set_before = 0
    """Characters that the parts before this one have set."""
    label: Label | None = None
    bookmark: Bookmark | None = None
    notes: tuple[tuple[int, "TaggedParagraph"], ...] = ()
    """How many characters (spaces not counted) stand before the end of its mark, and the note."""

    def draw(self) -> None:
        """Draw for its element; a second time (a table's head on a new page) as an artifact."""
        canvas: TaggedCanvas = self.canv
        canvas.inline = self.inline
        if not canvas.first_time(self):
            with canvas.artifact():
                super().draw()
            return
        if self.bookmark:
            canvas.bookmarkHorizontal(self.bookmark.key, 0, self.height)
            canvas.addOutlineEntry(self.bookmark.title, self.bookmark.key, self.bookmark.level)
        with canvas.within(self.elem):
            super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Return the parts, all of the element; the first has label and bookmark, each the notes marked in it."""
        parts: list[Any] = super().split(availWidth, availHeight)
        if len(parts) == 2:
            for part in parts:
                part.elem, part.plain, part.inline = self.elem, self.plain, self.inline
            parts[0].label, parts[0].bookmark, parts[0].set_before = self.label, self.bookmark, self.set_before
            turn = parts[1].set_before = self.set_before + _characters(parts[0].blPara.lines)
            parts[0].notes = tuple(each for each in self.notes if each[0] <= turn)
            parts[1].notes = self.notes[len(parts[0].notes) :]
        return parts

    def beginText(self, x: float, y: float) -> TaggedText:
        """Return the text object for the body, after the label; ReportLab calls this once it knows the first line."""
        if self.label:
            self._draw_label(self.label, y)
        tx: TaggedText = self.canv.beginText(x, y)
        tx.cursor = Cursor(self.plain, self.set_before)
        if self.blPara.kind == 0 and self.blPara.link:  # all one link: ReportLab says nothing at its ends
            tx._code.append(Turn(self.inline[self.blPara.link[0][1]]))
        return tx

    def _draw_label(self, label: Label, y: float) -> None:
        with self.canv.within(label.elem):
            tx = self.canv.beginText(label.indent, y)
            tx.setFont(self.style.fontName, self.style.fontSize)
            tx.setFillColor(page.ACCENT if label.elem.ends else self.style.textColor)
            if label.elem.ends:
                self.canv.lead(label.elem, (label.indent, y - 3, self.style.leftIndent, y + self.style.fontSize), 1)
            tx.textOut(f"{label.text} ")  # a space, so that "1." and the first word are read apart
            tx.setFillColor(self.style.textColor)  # ReportLab has set it for the words already
            self.canv.drawText(tx)


def paragraph(runs: Sequence[Run | Mark], style: ParagraphStyle, elem: Elem) -> TaggedParagraph:
    """Return the runs as one paragraph belonging to the element. The words are taken as they are, never as mark-up."""
    inline: dict[str, Elem] = {}
    made = TaggedParagraph("".join(_markup(run, inline) for run in runs), style)
    made.elem, made.inline = elem, inline
    made.plain = "".join(run.text for run in runs).strip(" ")
    ends = accumulate(len(run.text) - run.text.count(" ") for run in runs)
    made.notes = tuple((end, run.note) for end, run in zip(ends, runs, strict=True) if isinstance(run, Mark))
    return made


def _markup(run: Run | Mark, inline: dict[str, Elem]) -> str:
    """One run as ReportLab's mark-up. Links and languages both travel as links, so ReportLab splits them for us."""
    if isinstance(run, Mark):
        name = f"run:{len(inline)}"
        inline[name] = Elem("Reference")
        inline[name].add("Link").ends = run.ends
        return f'<a href="{name}" color="{page.ACCENT.hexval()}"><super size="70%">{run.text}</super></a>'
    text = escape(run.text, quote=False)
    text = f"<b>{text}</b>" if run.bold else text
    if run.italic:
        fonts.load_slanted()
        text = f"<i>{text}</i>"
    if not (run.url or run.lang):
        return text
    text = f"<u>{text}</u>" if run.url else text
    name = f"run:{len(inline)}"
    inline[name] = Elem("Link" if run.url else "Span", lang=run.lang, url=run.url)
    return f'<a href="{name}">{text}</a>'


def _characters(lines: Sequence[Any]) -> int:
    """How many characters, spaces not counted, the laid-out lines hold: (room, words) or a line of fragments."""
    count = 0
    for line in lines:
        words = line[1] if isinstance(line, tuple | list) else [frag.text for frag in line.words]
        count += sum(len(word) - word.count(" ") for word in words)
    return count


class Picture(Flowable):  # type: ignore[misc]
    """A picture with its description in the element's `alt`."""

    def __init__(self, image: ImageReader, width: float, elem: Elem) -> None:
        """Take an opaque picture and the width in points; its height follows."""
        super().__init__()
        across, down = image.getSize()
        self.image, self.elem = image, elem
        self.width, self.height = width, width * down / across

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as the element's content."""
        with self.canv.figure(self.elem, (0, 0, self.width, self.height)):
            self.canv.drawImage(self.image, 0, 0, self.width, self.height)


class SignatureBox(Flowable):  # type: ignore[misc]
    """An empty signature field in a thin frame."""

    def __init__(self, elem: Elem, name: str, tooltip: str, size: tuple[float, float]) -> None:
        """Take the Form element, the field's name, what a screen reader says of it, and its size in points."""
        super().__init__()
        self.elem, self.name, self.tooltip = elem, name, tooltip
        self.width, self.height = size

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return its size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame and lay out the field."""
        self.canv.setStrokeColor(page.EDGE)
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 0, self.width, self.height)
        self.canv.signature_field(self.elem, self.name, self.tooltip, (0, 0, self.width, self.height))


class TwoColumns(Flowable):  # type: ignore[misc]
    """Two short stacks side by side, never split: a letterhead's name and address."""

    def __init__(self, left: Sequence[Flowable], right: Sequence[Flowable], share: float) -> None:
        """Take the stacks and the left one's share of the width."""
        super().__init__()
        self.columns, self.share = (left, right), share

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Return the width given and the height of the taller stack."""
        self.widths = (available * self.share, available * (1 - self.share))
        self.heights = [
            sum(each.wrap(width, height)[1] + each.getSpaceBefore() for each in column)
            for column, width in zip(self.columns, self.widths, strict=True)
        ]
        return available, max(self.heights)

    def draw(self) -> None:
        """Draw both stacks, standing on one line."""
        x = 0.0
        for column, width, tall in zip(self.columns, self.widths, self.heights, strict=True):
            y = tall
            for each in column:
                y -= each.height + each.getSpaceBefore()
                each.drawOn(self.canv, x, y)
            x += width
