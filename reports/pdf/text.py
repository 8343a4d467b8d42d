# SPDX-License-Identifier: MIT
"""Text objects that know what their words belong to: link marks, and the spaces that line breaks swallow."""

from itertools import accumulate
from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject

from reports.pdf.structure import Elem


class Turn(str):
    """A place in the operators where the words begin to belong to an inline element, or cease to."""

    elem: Elem | None

    def __new__(cls, elem: Elem | None) -> "Turn":
        """Return a turn to the inline element, or back for None. Empty, so that it prints as nothing."""
        turn = super().__new__(cls, "")
        turn.elem = elem
        return turn


class Cursor:
    """Counts how much of a paragraph has been set, to know where a line ended between two words."""

    def __init__(self, text: str, start: int = 0) -> None:
        """Take the whole paragraph, and how many characters (spaces not counted) were set before."""
        *before, _last = text.split(" ")
        self.spaced = set(accumulate(map(len, before)))
        self.count = start

    def take(self, text: str) -> None:
        """Count the characters of this piece as set."""
        self.count += len(text) - text.count(" ")

    @property
    def between_words(self) -> bool:
        """Return whether the paragraph has a space here."""
        return self.count in self.spaced


class TaggedText(PDFTextObject):  # type: ignore[misc]
    """ReportLab's text object, with the seams its paragraph leaves for tagging put to use."""

    cursor: Cursor | None = None

    def _linkRecord(self, link: tuple[int, str], event: str) -> None:
        """Mark where a link begins (its first words are in the code already) and ends."""
        if event == "start":
            self._code.insert(len(self._code) - 1, Turn(self._canvas.inline[link[1]]))
        else:
            self._code.append(Turn(None))

    def _textOut(self, text: Any, TStar: int = 0) -> None:
        """Print the words, with the space that the line break took: a screen reader needs it."""
        if self.cursor is not None:
            self.cursor.take(text)
            if TStar and self.cursor.between_words and not text.endswith(" "):
                text += " "
        super()._textOut(text, TStar)
