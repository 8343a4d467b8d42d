# SPDX-License-Identifier: MIT
"""A canvas on which every word belongs to an element and everything else is an artifact. Writes PDF/A-2a, PDF/UA-1.

What is drawn, and in which order it is read, is decided elsewhere (flowables.py, structure.py).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reports.pdf import fonts, metadata, tree
from reports.pdf.painting import Closing, Marked, Opening, artifacts_marked, shows_text
from reports.pdf.structure import Elem
from reports.pdf.text import TaggedText, Turn

Rect = tuple[float, float, float, float]

_ESCAPES = {code: escapePDF(bytes([code])) for code in range(256) if escapePDF(bytes([code])) != chr(code)}
"""Codes that stand in a PDF's string by another writing only."""
_PLAIN = bytes(code for code in range(256) if code not in _ESCAPES)


class UntaggedContent(RuntimeError):
    """Words were drawn that belong to no element: a mistake of ours, so not Trouble."""


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """ReportLab's canvas that keeps count of what belongs to which element."""

    def __init__(self, meta: metadata.Meta, root: Elem, furniture: "Furniture | None" = None) -> None:
        """Take the file's meta data, the tree of elements, and what to draw on each page when their number is known."""
        fonts.load()
        rl_config.useA85 = 0  # plain compressed streams: smaller, and nothing to gain from ASCII
        super().__init__(
            BytesIO(),
            A4,
            pageCompression=1,
            invariant=1,
            initialFontName=fonts.REGULAR,
            lang=meta.tag,
            pdfVersion=(1, 7),
        )
        self.inline: Mapping[str, Elem] = {}
        """The inline elements of the paragraph being drawn, by the name its links carry."""
        self._meta, self._root, self._furniture = meta, root, furniture
        self._drawn = tree.Drawn()
        self._elem: Elem | None = None
        self._artifact = ""
        self._marks: list[Elem] = []
        self._waiting: list[tuple[Elem, tree.Annotation]] = []
        self._pages: list[Any] = []
        self._seen: set[object] = set()
        self.data = b""
        """The finished file, once saved."""

    @contextmanager
    def within(self, elem: Elem) -> Iterator[None]:
        """Let text drawn meanwhile belong to the element."""
        before, self._elem = (self._elem, self._artifact), elem
        self._artifact = ""
        yield
        self._elem, self._artifact = before

    @contextmanager
    def artifact(self, kind: str = "/Type /Pagination") -> Iterator[None]:
        """Let text drawn meanwhile be no part of the letter: page numbers, repeated heads."""
        before, self._artifact = self._artifact, kind
        yield
        self._artifact = before

    @contextmanager
    def figure(self, elem: Elem, box: Rect) -> Iterator[None]:
        """Let painting meanwhile be the figure that the element describes; `box` is relative, in points."""
        self._drawn.boxes[elem] = tuple(self._absRect(box, 1))
        self._code.append(Opening(self._open(elem)))
        yield
        self._code.append(Closing("EMC"))

    def first_time(self, thing: object) -> bool:
        """Return whether this flowable is drawn for the first time; a table's head comes again on every page."""
        new = thing not in self._seen
        self._seen.add(thing)
        return new

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TaggedText:
        """Return a text object that knows its canvas's elements."""
        return TaggedText(self, x, y, direction)

    def drawText(self, tx: TaggedText) -> None:
        """Print the text, each stretch marked with its element. Raise UntaggedContent where there is none."""
        code = [*tx._code, "ET"]
        if self._artifact:
            self._code.append(Marked(f"/Artifact <<{self._artifact}>> BDC {' '.join(filter(None, code))} EMC"))
        elif self._elem is not None:
            self._code.append(Marked(" ".join(self._stretches(code, self._elem))))
            self._attach_waiting()
        elif shows_text(" ".join(code)):
            raise UntaggedContent(f"page {self._pageNumber}: text outside the structure")

    def linkURL(self, url: str, rect: Rect, relative: int = 0, *_rest: Any, **_more: Any) -> None:
        """Make one line's rectangle of a link. `url` is a name in `inline`; words in another language get none."""
        elem = _innermost(self.inline[url])
        if elem.ends:
            self.lead(elem, rect, relative)
        if not elem.url:
            return
        target = {"Type": "/Action", "S": "/URI", "URI": pdfdoc.PDFString(elem.url)}
        rectangle = {"Rect": pdfdoc.PDFArray(self._absRect(rect, relative)), "Border": "[0 0 0]"}
        entries = {**rectangle, "A": pdfdoc.PDFDictionary(target), "Contents": pdfdoc.PDFString(elem.url)}
        self._annotate(elem, "Link", entries)

    def lead(self, elem: Elem, rect: Rect, relative: int = 0) -> None:
        """Make the rectangle of a link within the file, and the place that the other end leads to."""
        assert elem.ends is not None
        box = self._absRect(rect, relative)
        self.bookmarkPage(elem.ends.here, fit="XYZ", left=0, top=box[3] + 24, zoom=0)  # its line, not its edge, on top
        rectangle = {"Rect": pdfdoc.PDFArray(box), "Border": "[0 0 0]"}
        goal = {"Dest": self._bookmarkReference(elem.ends.there), "Contents": pdfdoc.PDFString(elem.ends.tip)}
        self._annotate(elem, "Link", {**rectangle, **goal})

    def signature_field(self, elem: Elem, name: str, tooltip: str, rect: Rect) -> None:
        """Lay out an empty signature field in the relative rectangle, to be filled on signing (ISO 14289-1, 7.18.4)."""
        box = self._absRect(rect, 1)
        size = pdfdoc.PDFArray([0, 0, box[2] - box[0], box[3] - box[1]])
        shape = {"Type": "/XObject", "Subtype": "/Form", "BBox": size, "Resources": pdfdoc.PDFDictionary()}
        empty = self._doc.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(shape), b"\n", filters=()))
        field = {
            "FT": "/Sig",
            "T": pdfdoc.PDFString(name),
            "TU": pdfdoc.PDFString(tooltip),
            "Rect": pdfdoc.PDFArray(box),
        }
        annotation = self._annotate(elem, "Widget", {**field, "AP": pdfdoc.PDFDictionary({"N": empty})})
        form = getattr(self._doc.Catalog, "AcroForm", None) or pdfdoc.PDFDictionary({"Fields": pdfdoc.PDFArray([])})
        form["Fields"].sequence.append(annotation)
        self._doc.Catalog.AcroForm = form
        self._attach_waiting()

    def showPage(self) -> None:
        """End the page; what was painted outside elements becomes an artifact."""
        self._code[:] = artifacts_marked(self._code)
        super().showPage()

    def save(self) -> None:
        """Finish the file into `data`: furniture of every page, structure tree, meta data, colours."""
        if self._code:
            self.showPage()
        self._furnish()
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.StructTreeRoot = tree.write(self._doc, self._root, self._drawn)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = metadata.xmp(self._meta)
        catalog.OutputIntents = metadata.output_intents()
        metadata.info(self._doc, self._meta)
        if self._meta.files:
            from reports.pdf.attached import attach  # most documents carry none

            attach(self._doc, catalog, self._meta.files, self._meta.date)
        streams = "".join(page.stream for page in self._pages)
        carried = b"".join(sha256(each.data).digest() for each in self._meta.files)
        self._doc._ID = metadata.identity(streams.encode() + catalog.Metadata.content + carried)
        with _streams_end_on_a_line():
            self.data = self.getpdfdata()

    def _escape(self, codes: bytes | str) -> str:
        """As ReportLab writes a string's codes, without asking of each in turn."""
        if isinstance(codes, bytes) and not codes.translate(None, _PLAIN):
            return codes.decode("ascii")
        return (codes if isinstance(codes, str) else codes.decode("latin-1")).translate(_ESCAPES)

    def _setAnnotations(self, page: Any) -> None:
        """Give the page its keys; ReportLab calls this for every page it ends."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._drawn.new_key(self._marks), "/S"
        self._marks = []
        self._pages.append(page)

    def _stretches(self, code: list[str], elem: Elem) -> Iterator[str]:
        """The operators between BT and ET, each stretch that shows text wrapped in its element's mark."""
        yield "BT"
        belongs, stretch = elem, list[str]()
        for item in [*code[1:-1], Turn(None)]:
            if not isinstance(item, Turn):
                stretch.append(item)
                continue
            words = " ".join(filter(None, stretch))
            shown = shows_text(words)
            if shown and belongs is not elem:
                self._drawn.attach(elem, belongs)
            yield f"{self._open(_innermost(belongs))} {words} EMC" if shown else words
            belongs, stretch = item.elem or elem, []
        yield "ET"

    def _open(self, elem: Elem) -> str:
        """Give the element the page's next number and return the operator that opens it."""
        self._marks.append(elem)
        number = len(self._marks) - 1
        self._drawn.attach(elem, tree.Content(self._doc.thisPageName(), number))
        return f"/{elem.tag} <</MCID {number}>> BDC"

    def _annotate(self, elem: Elem, kind: str, entries: dict[str, Any]) -> Any:
        """Put an annotation on the page, printable and tied to its element; return its reference."""
        page, name = self._doc.thisPageName(), f"{kind}{len(self._drawn.parents)}"
        frame = {
            "Type": "/Annot",
            "Subtype": f"/{kind}",
            "F": 4,
            "P": tree.reference(page),
            "StructParent": self._drawn.new_key(elem),
        }
        self._addAnnotation(pdfdoc.PDFDictionary({**frame, **entries}), name)
        reference = self._doc.refAnnotation(name)
        self._waiting.append((elem, tree.Annotation(page, reference)))
        return reference

    def _attach_waiting(self) -> None:
        """Links are announced before their words are printed: keep words first, rectangles after."""
        for elem, annotation in self._waiting:
            self._drawn.attach(elem, annotation)
        self._waiting = []

    def _furnish(self) -> None:
        """Now that the number of pages is known, draw on each what depends on it."""
        for number, page in enumerate(self._pages, 1):
            self.init_graphics_state()
            if self._furniture is not None:
                self._furniture(self, number, len(self._pages))
            page.stream += "\n".join([*artifacts_marked(self._code), ""])
            self._code.clear()


Furniture = Callable[[TaggedCanvas, int, int], None]
"""Draws header and footer of page (number) of (pages), inside `artifact`."""


def _innermost(elem: Elem) -> Elem:
    """Return what words marked for an inline element belong to: of a Reference, the Link within it."""
    return elem.kids[0] if elem.tag == "Reference" else elem


@contextmanager
def _streams_end_on_a_line() -> Iterator[None]:
    """ReportLab writes `endstream` without the line end that ISO 19005-2, 6.1.7.1 asks for; put it in meanwhile."""
    plain = pdfdoc.PDFStream.format

    def ended(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        whole: bytes = plain(self, document)
        return whole.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = ended
    try:
        yield
    finally:
        pdfdoc.PDFStream.format = plain
