# SPDX-License-Identifier: MIT
"""Say what a document consists of, in reading order; get its bytes. Letters, trace sheets and day sheets use it.

The tree of elements is made here, while the story is told. How things look is page.py's, what is said the caller's.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)

from reports.pdf import closing, fonts, page, structure
from reports.pdf.canvas import TaggedCanvas
from reports.pdf.flowables import (
    Bookmark,
    Label,
    Mark,
    Noted,
    Picture,
    Run,
    SignatureBox,
    TaggedParagraph,
    TwoColumns,
    paragraph,
)
from reports.pdf.metadata import TAGS, Meta
from reports.pdf.structure import Elem, Ends
from resources.language import N_, _
from storage.errors import Refused

Line = tuple[str, str]
"""Words and the name of their style."""

Item = str | Noted | tuple[str | Noted, Sequence["Item"]]
"""An item's words; with the list that stands within it, where it has one."""

SIGNATURE_SIZE = (300.0, 68.0)
"""Of the box, in points: room for the five lines of reports/signing/appearance.py."""

_NARROWEST = 32.0
"""Points of a column: room for its padding and the broadest letter twice."""
_DEEPEST = 3
"""Lists within lists: deeper ones nobody can follow, by eye or by ear."""

_HEADING_ROOM = 96.0
"""Points a heading must find below it, or it goes to the next page: itself and three lines. ReportLab's own way to keep
it with what follows would take a whole table along and leave the page empty."""


class Report:
    """A document in the making. Every word is checked against the fonts when it is given."""

    def __init__(self, meta: Meta, furniture: page.Furniture) -> None:
        """Take what the file says of itself and what stands in head and foot."""
        self.at = ""
        """The place being written, for MissingGlyph: "section 2, paragraph 1"; else paragraphs are counted."""
        self.said: dict[Elem, str] = {}
        """The words of each element that has any; pdf/heard.py reads them in the order of the tree."""
        self._meta, self._furniture = meta, furniture
        self.root = self._place = Elem("Document")
        self._story: list[Flowable] = []
        self._language = meta.language
        self._noted = self._numbered = 0
        self._count = 0

    @contextmanager
    def part(self, tag: str = "Sect", *, lang: str = "", new_page: bool = False) -> Iterator[None]:
        """Let what follows stand in an element of its own: Sect for a section, Div for a block of lines.

        `lang` where all of it is in another language than the document's ("cy-GB"); `new_page` begins a page with it.
        """
        before, self._place = self._place, self._place.add(tag, lang=lang)
        tongue = self._language
        if lang:  # a letter of its own: its notes begin with 1
            self._language, self._numbered = next(code for code, tag in TAGS.items() if tag == lang), 0
        self._story += [PageBreak()] if new_page else []
        yield
        self._place, self._language = before, tongue

    @contextmanager
    def together(self, *, with_last: bool = False) -> Iterator[None]:
        """Keep what follows on one page; `with_last` takes the last words before it along (closing.py)."""
        before, self._story = self._story, []
        if with_last:
            self._story = closing.last_of(before)
        yield
        before.append(closing.Closing(self._story) if with_last else KeepTogether(self._story))
        self._story = before

    def h(self, level: int, text: str, *, new_page: bool = False) -> None:
        """Add a heading of level 1 to 3, and its bookmark; `new_page` begins a page with it."""
        heading = self._paragraph([text], f"h{level}", self._place.add(f"H{level}"))
        heading.bookmark = Bookmark(f"h{len(self._story)}-{self._count}", heading.plain, level - 1)
        self._story += [PageBreak() if new_page else CondPageBreak(_HEADING_ROOM), heading]

    def p(self, *runs: str | Run, style: str = "body", lang: str = "") -> None:
        """Add a paragraph of plain words and runs; `lang` where it is not in the document's language ("cy-GB").

        The notes of its runs are printed at the foot of the page that has their mark, and read out right after it.
        """
        elem = self._place.add("P", lang=lang)
        self._story.append(self._paragraph([self._marked(run, elem) for run in runs], style, elem))

    def _marked(self, run: str | Run, elem: Elem) -> str | Run | Mark:
        """Return the mark of a run's note, which is made here: each with an ID of its own (ISO 14289-1, 7.9)."""
        if isinstance(run, str) or not run.note:
            return run
        self._noted, self._numbered = self._noted + 1, self._numbered + 1
        mark, note, number = f"mark-{self._noted}", f"note-{self._noted}", self._numbered
        say = page.words(self._language)
        whole = elem.add("Note", id=note)
        label = whole.add("Lbl").add("Link")
        label.ends = Ends(note, mark, say["back"].format(number=number))
        printed = self._paragraph([run.note], "note", whole.add("P"))
        printed.label = Label(label, f"[{number}]", 0.0)
        return Mark(f"[{number}]", Ends(mark, note, say["note"].format(number=number)), printed)

    def items(self, items: Sequence[Item], *, numbered: bool = False) -> None:
        """Add one list, with bullets or numbers; a list within an item has bullets. Raise ValueError past the third."""
        self._list(items, self._place, 1, numbered)
        self._story.append(Spacer(0, 4))

    def _list(self, items: Sequence[Item], place: Elem, depth: int, numbered: bool) -> None:
        if depth > _DEEPEST:
            raise ValueError(f"a list within {_DEEPEST} others")
        whole = place.add("L", attributes=(structure.NUMBERS if numbered else structure.BULLETS,))
        styles = ("item wide" if numbered and len(items) > 9 else "item", "item 2", "item 3")  # room for two digits
        left = (depth - 1) * page.INDENT + (0.0 if numbered else 3.0)
        for number, each in enumerate(items, 1):
            text, within = (each, ()) if isinstance(each, str | Noted) else each
            noted = text if isinstance(text, Noted) else Noted(text)
            item = whole.add("LI")
            label = Label(item.add("Lbl"), f"{number}." if numbered else "•", left)
            elem = item.add("LBody")
            runs = [noted.text, *(self._marked(Run(note=note), elem) for note in noted.notes)]
            body = self._paragraph(runs, styles[depth - 1], elem)
            body.label = label
            self._story.append(body)
            if within:
                self._list(within, body.elem, depth + 1, numbered=False)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        caption: str = "",
        *,
        boxed: bool = False,
    ) -> None:
        """Add a table whose head comes again on every page; `shares` of the text's width add up to 1.

        `boxed` draws every cell as a box to write in. Raise Refused when the columns do not fit the page's width.
        """
        widths = [page.TEXT_WIDTH * share for share in shares]
        if sum(widths) > page.TEXT_WIDTH + 1 or min(widths) < _NARROWEST:
            raise Refused(
                N_("A table with these {count} columns is wider than the page."),
                N_("Take fewer columns; nothing was laid out."),
                count=len(widths),
            )
        whole = self._place.add("Table")
        if caption:
            title = self._paragraph([caption], "h3", whole.add("Caption"))
            self._story += [CondPageBreak(_HEADING_ROOM), title]
        cells = [self._row(head, whole.add("THead"), "TH")]
        body = whole.add("TBody")
        cells += [self._row(row, body, "TD") for row in rows]
        self._story += [
            # A row that is taller than a page is split within; its parts stay one row for whoever listens.
            Table(cells, widths, repeatRows=1, splitInRow=1, style=_BOXED if boxed else _TABLE, hAlign="LEFT"),
            Spacer(0, 10),
        ]

    def figure(self, picture: bytes, alt: str, width: float, caption: str = "") -> None:
        """Add a picture (PNG, JPEG or WebP bytes), described by `alt`, `width` points wide.

        Raise ValueError without alt, BadFile for one that is damaged or has too many dots.
        """
        if not alt.strip():
            raise ValueError("a figure needs words for those who cannot see it")
        from storage.pictures import opaque  # few documents have pictures, and its decoders take long to come

        image = ImageReader(BytesIO(opaque(picture, _("The picture"))))
        with self.together(), self.part("Div"):
            self._story.append(Picture(image, width, self._place.add("Figure", alt=alt)))
            if caption:
                self.p(caption, style="small")
        self._story.append(Spacer(0, 8))

    def columns(self, left: Sequence[Line], right: Sequence[Line], share: float = 0.5) -> None:
        """Add two short stacks of lines side by side, read left first; `share` of the width is the left one's."""
        with self.part("Div"):
            stacks = [[self._line(line) for line in side] for side in (left, right)]
        self._story.append(TwoColumns(stacks[0], stacks[1], share))

    def rule(self) -> None:
        """Add a thin line across, which nobody needs to hear of."""
        self._story.append(HRFlowable("100%", 0.9, color=page.ACCENT, spaceBefore=7, spaceAfter=16, lineCap="butt"))

    def space(self, points: float) -> None:
        """Add empty room."""
        self._story.append(Spacer(0, points))

    def signature(self, field: str, tooltip: str) -> None:
        """Lay out an empty signature field of this name; `tooltip` is what a screen reader says of it."""
        box = SignatureBox(self._place.add("Form"), field, tooltip, SIGNATURE_SIZE)
        self.said[box.elem] = tooltip
        box.hAlign = "LEFT"
        self._story.append(box)

    def render(self) -> bytes:
        """Return the PDF: PDF/A-2a and PDF/UA-1, the same bytes for the same document. Only once a report."""
        structure.check_headings(self.root)
        canvas = TaggedCanvas(self._meta, self.root, self._furniture)
        tops = {"first": page.TOP, "later": self._furniture.top_later}
        boxes = {
            name: (page.SIDE, page.BOTTOM, page.TEXT_WIDTH, page.HEIGHT - top - page.BOTTOM)
            for name, top in tops.items()
        }
        room, last_one = boxes["first"][3], self._story[-1:]
        if self._noted:
            from reports.pdf.notes import HEAD, pages_with_notes  # most documents have none

            room -= HEAD
            pages, last = pages_with_notes(boxes)
            self._story.append(last)
        else:
            pages = [PageTemplate(name, [Frame(*box, 0, 0, 0, 0)]) for name, box in boxes.items()]
        if any(isinstance(each, closing.Closing) for each in last_one):
            closing.tighten(self._story, page.TEXT_WIDTH, room)
        for each in pages:
            each.autoNextPageTemplate, each.pagesize = "later", (page.WIDTH, page.HEIGHT)
        template = BaseDocTemplate(BytesIO(), pageTemplates=pages)
        template.build(self._story, canvasmaker=lambda *_args, **_kwargs: canvas)
        return canvas.data

    def _paragraph(self, runs: Sequence[str | Run | Mark], style: str, elem: Elem) -> TaggedParagraph:
        self._count += 1
        where = self.at or _("paragraph {number}").format(number=self._count)
        plain = [Run(run) if isinstance(run, str) else run for run in runs]
        made = paragraph([run._replace(text=fonts.check(run.text, where)) for run in plain], page.style(style), elem)
        self.said[elem] = made.plain
        return made

    def _line(self, line: Line) -> TaggedParagraph:
        return self._paragraph([line[0]], line[1], self._place.add("P"))

    def _row(self, cells: Sequence[str], place: Elem, tag: str) -> list[list[Flowable]]:
        row, style = place.add("TR"), "head cell" if tag == "TH" else "cell"
        attributes = (structure.COLUMN_HEAD,) if tag == "TH" else ()
        return [[self._paragraph([cell], style, row.add(tag, attributes=attributes))] for cell in cells]


_TABLE = [
    ("FONT", (0, 0), (-1, -1), fonts.REGULAR, 9.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("BACKGROUND", (0, 0), (-1, 0), page.SOFT),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
]
_BOXED = [*_TABLE, ("GRID", (0, 0), (-1, -1), 0.6, page.EDGE), ("TOPPADDING", (0, 1), (-1, -1), 7)]
