# SPDX-License-Identifier: MIT
"""The embedded faces, and the check that they have every character. Sizes and colours are page.py's."""

import re
import unicodedata
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import paths
from resources.language import N_
from storage.errors import BadFile

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic"
_FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    ITALIC: "NotoSans-Italic.ttf",
    BOLD_ITALIC: "NotoSans-BoldItalic.ttf",
}

_BREAKS = r"\t\r\n\f\v\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_SPACE = re.compile(f"[ {_BREAKS}]")
"""What a line may be broken at. The no-break space is not among them."""
_SPACES = re.compile(f"[ {_BREAKS}]{{2,}}|[{_BREAKS}]")
"""Any run of it that is not one plain space already."""


class MissingGlyph(BadFile):
    """The letter holds a character that the embedded font lacks; both archive standards forbid printing it."""

    def __init__(self, character: str, where: str) -> None:
        """Name the character and the place, never the words round it. `where` is a phrase: "section 2, paragraph 1"."""
        self.character, self.where = character, where
        super().__init__(
            N_("The letter's font has no {character} (U+{code}), found in {where}."),
            N_("Write it another way there; nothing was laid out."),
            character=character if character.isprintable() else "\N{REPLACEMENT CHARACTER}",
            code=f"{ord(character):04X}",
            where=where,
        )


class _Widths(dict[str, float]):
    """Character → its width in thousandths of the size; the face's own width for what it lacks."""

    def __init__(self, face: Any) -> None:
        super().__init__((chr(code), width) for code, width in face.charWidths.items())
        self._other = face.defaultWidth

    def __missing__(self, character: str) -> float:
        return float(self._other)


class _Numbers(pdfdoc.PDFObject):  # type: ignore[misc]
    """Whole numbers as a PDF's array, written without asking of each in turn what it is."""

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers

    def format(self, _document: Any) -> bytes:
        """Return the array's bytes."""
        return b"[ " + " ".join(map(str, self._numbers)).encode() + b" ]"


class Face(TTFont):  # type: ignore[misc]
    """ReportLab's TrueType face with its busiest questions answered faster: half of laying out is asking them."""

    def __init__(self, name: str, file: str) -> None:
        """Read the face from a file."""
        super().__init__(name, file)
        self._width = _Widths(self.face).__getitem__

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:
        """Return how wide the text is at this size, in points."""
        return 0.001 * size * sum(map(self._width, text if isinstance(text, str) else text.decode(encoding)))

    def splitString(self, text: str | bytes, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Return the text as codes of the subsets. What the first one holds already, nearly all, goes the short way."""
        state = self.state.get(doc)
        if state is not None and text and isinstance(text, str):
            if self._asciiReadable and text.isascii() and text.isprintable():
                return [(0, text.encode())]  # ReportLab leaves ASCII where it is
            try:
                return [(0, bytes(map(state.assignments.__getitem__, map(ord, text))))]
            except (KeyError, ValueError):  # a character not met before, or one of a later subset
                pass
        split: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return split

    def addObjects(self, doc: Any) -> None:
        """Put the face into a document; ReportLab calls this as it saves."""
        fonts = doc.idToObject["BasicFonts"].dict
        before = set(fonts)
        super().addObjects(doc)
        for name in fonts.keys() - before:
            fonts[name].Widths = _Numbers(fonts[name].Widths.sequence)


@cache
def load() -> None:
    """Register the upright faces with ReportLab, once a process."""
    _register(REGULAR, BOLD)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


@cache
def load_slanted() -> None:
    """Register the two slanted faces as well: letters have none, and reading them takes as long as a page."""
    load()
    _register(ITALIC, BOLD_ITALIC)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


def _register(*names: str) -> None:
    for name in names:
        pdfmetrics.registerFont(Face(name, str(paths.font(_FILES[name]))))


@cache
def _characters() -> frozenset[str]:
    """Only what both upright faces have: bold must not surprise where regular did not. The slanted have the same."""
    load()
    faces = (pdfmetrics.getFont(name).face.charToGlyph for name in (REGULAR, BOLD))
    return frozenset(chr(code) for code in frozenset.intersection(*map(frozenset, faces)))


def tidy(text: str) -> str:
    """Return the text as it is set: composed (ŵ is one character), one space for any run of line ends and tabs."""
    return _SPACES.sub(" ", _composed(text))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("\N{SOFT HYPHEN}", "")


def check(text: str, where: str) -> str:
    """Return the text tidied. Raise MissingGlyph for the first character that a face lacks."""
    tidied = tidy(text)
    lacking = set(tidied) - _characters()
    if lacking:
        raise MissingGlyph(next(each for each in tidied if each in lacking), where)
    return tidied


def printable(text: str, instead: str = "?") -> str:
    """Return the text with every character that a face lacks replaced: for sheets that must come out whatever is in
    the notes. A letter is checked instead."""
    return "".join(each if each in _characters() or _SPACE.match(each) else instead for each in _composed(text))
