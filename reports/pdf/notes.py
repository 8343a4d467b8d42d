# SPDX-License-Identifier: MIT
"""Notes at the foot of the page that has their mark; what a page has no room for goes on at the next one's foot.

Which words are a note is the report's to say (report.py); how its mark and label lead to each other: canvas.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportlab.platypus import ActionFlowable, Flowable, Frame, PageTemplate, Spacer

from reports.pdf import page
from reports.pdf.flowables import TaggedParagraph

Box = tuple[float, float, float, float]
"""Left edge, lower edge, width and height, in points."""
HEAD = 15.0
"""Points between the text and the first note: room, and a short rule within it."""
_SHARE = 0.6
"""Of a page's height that notes may take at most, so that every page has text to go on with."""
_WHOLE = 3
"""Lines of a note that is never divided; of a longer one two lines at least stand on either page."""


class Foot:
    """What the pages of one document owe each other: notes that had no room where their mark is."""

    def __init__(self) -> None:
        """Owe nothing yet."""
        self.owed: list[TaggedParagraph] = []


class NotedFrame(Frame):  # type: ignore[misc]
    """A page's room for text, whose lower edge rises by each note that its text brings along."""

    def __init__(self, foot: Foot, box: Box) -> None:
        """Take what is owed from page to page, and left edge, lower edge, width and height in points."""
        self.foot = foot
        self.notes: list[TaggedParagraph] = []
        super().__init__(*box, 0, 0, 0, 0)

    def _reset(self) -> None:
        """Begin a page: what the one before it owes comes first."""
        super()._reset()
        self._geom()
        self.notes = []
        owed, self.foot.owed = self.foot.owed, []
        self._place(owed)

    def _add(self, flowable: Flowable, canv: Any, trySplit: int = 0) -> int:
        """Draw the flowable where its notes find room too; return 1, or 0 where they do not."""
        brought = _brought(flowable)
        room = self._least(brought) + flowable.getSpaceAfter() if brought else 0.0
        self._y1p += room
        try:
            drawn: int = super()._add(flowable, canv, trySplit)
        finally:
            self._y1p -= room
        if drawn:
            self._place(brought)
        return drawn

    add = _add

    def split(self, flowable: Flowable, canv: Any) -> list[Flowable]:
        """Divide the flowable so that its first part fits with the notes that are marked in it."""
        brought = _brought(flowable)
        if brought and isinstance(flowable, TaggedParagraph):
            parts: list[Flowable] = super().split(flowable, canv)
            if not parts or not (brought := _brought(parts[0])):
                return parts
        room = self._least(brought) + flowable.getSpaceAfter() if brought else 0.0
        self._y1p += room
        try:
            made: list[Flowable] = super().split(flowable, canv)
        finally:
            self._y1p -= room
        return made

    def draw_notes(self, canv: Any) -> None:
        """Draw the page's notes at its foot, under a short rule."""
        y = self._y1 + sum(_height(each, self._aW) for each in self.notes)
        if self.notes:
            canv.setStrokeColor(page.LINE)
            canv.setLineWidth(0.6)
            canv.line(self._x1, y + 5, self._x1 + 0.3 * self._aW, y + 5)
        for each in self.notes:
            y -= _height(each, self._aW)
            each.drawOn(canv, self._x1, y + each.getSpaceAfter())

    @property
    def _most(self) -> float:
        """How much higher the notes may still rise."""
        return float(_SHARE * self._height - (self._y1p - self._y1))

    def _head(self) -> float:
        return 0.0 if self.notes else HEAD

    def _least(self, notes: Sequence[TaggedParagraph]) -> float:
        """Return the points that these notes must find at the foot: all of them, but of a long last one two lines."""
        wanted = sum(_height(each, self._aW) for each in notes[:-1])
        for last in notes[-1:]:
            lines = len(last.blPara.lines) if _height(last, self._aW) else 0
            wanted += 2 * last.style.leading + last.getSpaceAfter() if lines > _WHOLE else _height(last, self._aW)
        return min(wanted + self._head(), max(self._most, 0.0)) if notes else 0.0

    def _place(self, notes: Iterable[TaggedParagraph]) -> None:
        """Take notes to this page's foot as far as there is room; owe the rest to the next page."""
        ahead = list(notes)
        while ahead:
            room = min(self._y - self._y1p, self._most) - self._head()
            if (height := _height(ahead[0], self._aW)) > room:
                parts = ahead[0].split(self._aW, room - ahead[0].getSpaceAfter())
                if len(parts) != 2:
                    break
                ahead[:1] = parts
                height = _height(ahead[0], self._aW)
            self._y1p += height + self._head()
            self.notes.append(ahead.pop(0))
        self.foot.owed += ahead


class LastNotes(ActionFlowable):  # type: ignore[misc]
    """The end of the story: goes on to new pages until no note is owed."""

    def __init__(self, foot: Foot) -> None:
        """Take what is owed."""
        super().__init__()
        self.foot = foot

    def apply(self, doc: Any) -> None:
        """Turn the page where something is owed, and look again there."""
        if self.foot.owed:
            doc.handle_pageBreak()
            doc._hanging += [Spacer(0, 1), self]


class NotedPage(PageTemplate):  # type: ignore[misc]
    """A page with one frame, whose notes are drawn once its text is known."""

    def afterDrawPage(self, canv: Any, _doc: Any) -> None:
        """Draw the notes; ReportLab calls this before it ends the page."""
        for each in self.frames:
            each.draw_notes(canv)


def pages_with_notes(boxes: Mapping[str, Box]) -> tuple[list[PageTemplate], Flowable]:
    """Return a page for each name with its box of text, and what must end a story whose notes they draw."""
    foot = Foot()
    return [NotedPage(name, [NotedFrame(foot, box)]) for name, box in boxes.items()], LastNotes(foot)


def _brought(flowable: Flowable) -> list[TaggedParagraph]:
    """Return the notes that are marked in a flowable, or in those that it keeps together."""
    if isinstance(flowable, TaggedParagraph):
        return [note for _at, note in flowable.notes]
    return [note for each in getattr(flowable, "_content", ()) for note in _brought(each)]


def _height(note: TaggedParagraph, width: float) -> float:
    """Return a note's height with the room below it, in points."""
    return float(note.wrap(width, 0.0)[1] + note.getSpaceAfter())
