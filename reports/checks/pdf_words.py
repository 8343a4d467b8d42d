# SPDX-License-Identifier: MIT
"""What a PDF says: its pages' words, remarks and form values, what it says of itself; and whether that is all of it.

Read by the fonts' own tables (ISO 32000-1, 9.10.2). No picture is read, and what is locked stays so.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reports.checks.pdf_codes import Font, at
from reports.checks.pdf_operators import Operator, operators

_DEEPEST = 8
"""Forms within forms, and kids of page trees within others: deeper ones are a trap."""
_APART = -180
"""Thousandths of the font's size that a gap must have to part two words."""
_BLANK = re.compile(r"\s*\n\s*")
_MOST_PAGES = 2_000


def pdf_words(data: bytes) -> tuple[list[str], bool]:
    """Return a text a page, then what else it says, and whether all of its words could be read. Never raises."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # takes long to come, and most letters have no such file

    try:
        pdf = PdfFileReader(BytesIO(data), strict=False)
        if pdf.encrypted:
            return [], False
        read = _Reader()
        told = [read.page(page) for page in _pages(pdf.root["/Pages"])]
        told += _about(pdf)
        whole = read.whole and not _holds_files(pdf)
    except Exception:  # somebody else's file makes its reader stumble in every way there is
        return [], False
    return [each for each in told if each.strip()], whole


class _Reader:
    """Reads pages one after the other."""

    def __init__(self) -> None:
        self.whole = True
        """False once a page showed what this cannot read."""
        self._fonts: dict[int, tuple[Any, Font]] = {}
        """By identity; the font's own object is kept, so that no other comes to have its identity."""

    def page(self, page: Any) -> str:
        """Return a page's words: a line a line, remarks and form values last."""
        told = _Told()
        self._run(_content(page), _inherited(page, "/Resources"), told, 0)
        text = _BLANK.sub("\n", "".join(told.pieces)).strip()
        if not text and told.pictures:
            self.whole = False
        return "\n".join(filter(None, [text, *_remarks(page)]))

    def _run(self, content: bytes, resources: Any, told: "_Told", depth: int) -> None:
        for each in operators(content):
            if each.name == "Do":
                self._draw(each, resources, told, depth)
            elif each.name == "Tf":
                told.font = self._font(each, resources)
            else:
                told.take(each)
        self.whole = self.whole and not told.lost

    def _draw(self, each: Operator, resources: Any, told: "_Told", depth: int) -> None:
        drawn: Any = at(at(resources, "/XObject", {}), each.operands[-1], {}) if each.operands else {}
        kind = at(drawn, "/Subtype", "")
        told.pictures |= kind == "/Image"
        if kind == "/Form" and depth < _DEEPEST:
            told.pieces.append("\n")
            self._run(drawn.data, at(drawn, "/Resources", resources), told, depth + 1)

    def _font(self, each: Operator, resources: Any) -> Font | None:
        names = [name for name in each.operands if isinstance(name, str)]
        found = at(at(resources, "/Font", {}), names[0]) if names else None
        if found is None:
            return None
        key = id(found)
        if key not in self._fonts:
            self._fonts[key] = found, Font(found)
        return self._fonts[key][1]


class _Told:
    """What a page has told so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.font: Font | None = None
        self.pictures = False
        self.lost = False
        """Whether it showed signs that no table explains."""
        self._height: object = None

    def take(self, each: Operator) -> None:
        """Take one operator: words, a new line, a gap."""
        match each.name:
            case "Tj" | "'" | '"':
                self.pieces += ["\n"] * (each.name != "Tj")
                self._show(each.operands[-1:])
            case "TJ":
                self._show(each.operands)
            case "T*" | "ET":
                self.pieces.append("\n")
            case "Td" | "TD":
                self.pieces.append("\n" if each.operands[-1:] != [0.0] else " ")
            case "Tm":
                height = each.operands[-1:]
                self.pieces.append(" " if height == self._height else "\n")
                self._height = height

    def _show(self, shown: list[Any]) -> None:
        for each in shown:
            if isinstance(each, bytes):
                text = self.font.text(each) if self.font else None
                self.lost |= text is None and bool(each)
                self.pieces.append(text or "")
            elif isinstance(each, float) and each < _APART:
                self.pieces.append(" ")


def _pages(node: Any, depth: int = 0) -> Iterator[Any]:
    if "/Kids" not in node:
        yield node
        return
    for number, kid in enumerate(_each(node["/Kids"])):
        if depth > _DEEPEST or number > _MOST_PAGES:
            raise ValueError("a page tree too deep or too long")
        yield from _pages(kid, depth + 1)


def _each(array: Any) -> Iterator[Any]:
    """Yield what an array holds: by number, the library looks up what is only referred to."""
    return (array[number] for number in range(len(array)))


def _inherited(page: Any, key: str) -> Any:
    for _step in range(_DEEPEST):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            break
        page = page["/Parent"]
    return {}


def _content(page: Any) -> bytes:
    content = at(page, "/Contents")
    if content is None:
        return b""
    parts = [content] if hasattr(content, "data") else _each(content)
    return b"\n".join(each.data for each in parts)


def _remarks(page: Any) -> list[str]:
    every = list(_each(at(page, "/Annots", ())))
    return [str(one[key]) for one in every for key in ("/Contents", "/V", "/T") if isinstance(at(one, key), str)]


def _about(pdf: Any) -> list[str]:
    """Return what the file says of itself: Info, XMP without its tags, titles of the outline."""
    info = at(pdf.trailer_view, "/Info") or {}
    told = [str(info[key]) for key in info if isinstance(info[key], str)]
    if "/Metadata" in pdf.root:
        packet = pdf.root["/Metadata"].data.decode("utf-8", "replace")
        told.append(" ".join(part.partition(">")[2] for part in packet.split("<")))
    ahead, seen = [at(at(pdf.root, "/Outlines", {}), "/First")], 0
    while ahead and seen < _MOST_PAGES:
        item, seen = ahead.pop(), seen + 1
        if item is not None:
            told.append(str(at(item, "/Title", "")))
            ahead += [at(item, "/Next"), at(item, "/First")]
    return told


def _holds_files(pdf: Any) -> bool:
    return "/EmbeddedFiles" in at(pdf.root, "/Names", {}) or "/AF" in pdf.root
