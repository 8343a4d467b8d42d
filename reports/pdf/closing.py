# SPDX-License-Identifier: MIT
"""How a letter ends: what is kept with its signatures, and a little less white where that saves a page for them alone.

A page with nothing but a signature could be put behind any letter. Which words close a letter: render.py.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from reports.pdf.flowables import TaggedParagraph

_ENOUGH = 100
"""Characters that are taken along where the last paragraphs have them: not below a single line either."""
_LONG, _LINES = 16, 4
"""Lines of a last paragraph that may be parted where it has no room with its signatures; so many go along with them."""
_PARTED = 1_500
"""Characters of one that will be where it must: its heading stays where it begins."""
_MOST = 4_000
"""Characters of a story that may stand on one page; of a longer one nobody need measure."""


class _Setting(NamedTuple):
    """How close a story is set."""

    white: float
    """What is left of the space between paragraphs, of 1."""
    leading: float
    """The same of the height of a line."""


_AS_IT_IS = _Setting(1.0, 1.0)
_CLOSER = (
    *(_Setting(percent / 100, 1.0) for percent in range(95, 55, -5)),
    *(_Setting(percent / 100, 0.94) for percent in (80, 70, 60, 50)),
)
"""Closer and closer; lines come last, for they are what is read: 14.3 points for letters of 10.5."""


class Closing(KeepTogether):  # type: ignore[misc]
    """The last words and the signatures below them, on one page; of a long last paragraph at least its last lines."""

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Return the parts; what there is room for of a long first paragraph stays on this page."""
        if getattr(self, "_wrapInfo", None) != (availWidth, availHeight):
            self.wrap(availWidth, availHeight)
        first, *rest = self._content
        lines = len(first.blPara.lines) if isinstance(first, TaggedParagraph) else 0
        if lines > _LONG and availHeight < self._H:
            stays = min(availHeight, (lines - _LINES) * first.style.leading)
            if stays < _LINES * first.style.leading:
                return [self.FrameBreak(), Closing(self._content)]
            parts = first.split(availWidth, stays)
            if len(parts) == 2:
                return [parts[0], Closing([parts[1], *rest])]
        return list(super().split(availWidth, availHeight))


def last_of(story: list[Flowable]) -> list[Flowable]:
    """Take the last paragraphs, or items of a list, off a story and return them; with their heading where all go."""
    taken: list[Flowable] = []
    said = 0
    while story and said < _ENOUGH and isinstance(last := story[-1], TaggedParagraph | Spacer):
        if isinstance(last, CondPageBreak) or (isinstance(last, TaggedParagraph) and last.bookmark):
            break
        said += len(last.plain) if isinstance(last, TaggedParagraph) else 0
        taken.insert(0, story.pop())
    if 0 < said < _PARTED and story and isinstance(story[-1], TaggedParagraph) and story[-1].bookmark:
        taken.insert(0, story.pop())
    return taken


def tighten(story: Sequence[Flowable], width: float, room: float) -> None:
    """Set a story closer that then has room on one page; leave every other as it is.

    `width` and `room`, the page's height, in points.
    """
    every = list(_flat(story))
    if any(isinstance(each, PageBreak) for each in every):
        return
    if sum(len(each.plain) for each in every if isinstance(each, TaggedParagraph)) > _MOST:
        return
    parts = [_measured(each, width) for each in every]
    enough = next((each for each in (_AS_IT_IS, *_CLOSER) if _height(parts, each) <= room), _AS_IT_IS)
    if enough != _AS_IT_IS:
        for each in every:
            _set(each, enough)


class _Part(NamedTuple):
    """What stands in the story, in points."""

    solid: float = 0.0
    lines: float = 0.0
    white: float = 0.0
    before: float = 0.0
    after: float = 0.0
    fixed: bool = False
    """The space around it stays: words on a ground of their own, which reaches into it."""


def _flat(story: Sequence[Flowable]) -> Iterator[Flowable]:
    for each in story:
        if isinstance(each, KeepTogether):
            yield from _flat(each._content)
        else:
            yield each


def _measured(each: Flowable, width: float) -> _Part:
    if isinstance(each, CondPageBreak):
        return _Part()  # no height, but a frame forgets the space above it
    high, around = float(each.wrap(width, 0xFFFFFF)[1]), (each.getSpaceBefore(), each.getSpaceAfter(), _is_fixed(each))
    if isinstance(each, TaggedParagraph):
        notes = (note for _at, note in each.notes)
        return _Part(
            sum(float(note.wrap(width, 0xFFFFFF)[1] + note.getSpaceAfter()) for note in notes), high, 0, *around
        )
    return _Part(0.0, 0.0, high, *around) if isinstance(each, Spacer) else _Part(high, 0.0, 0.0, *around)


def _height(parts: Sequence[_Part], set_: _Setting) -> float:
    """Return the height of a story that is set so, as a frame sets it: of two spaces that meet the larger counts."""
    whole = after = 0.0
    for number, each in enumerate(parts):
        around = 1.0 if each.fixed else set_.white
        before = max(each.before * around - after, 0.0) if number else 0.0
        after = each.after * around
        whole += before + each.solid + each.lines * set_.leading + each.white * set_.white + after
    return whole - after


def _set(each: Flowable, set_: _Setting) -> None:
    if isinstance(each, CondPageBreak):
        return
    if not _is_fixed(each):
        each.spaceBefore, each.spaceAfter = each.getSpaceBefore() * set_.white, each.getSpaceAfter() * set_.white
    if isinstance(each, Spacer):
        each.height *= set_.white
    if isinstance(each, TaggedParagraph) and set_.leading < 1:
        each.style = _closer(each.style, set_.leading)


def _is_fixed(each: Flowable) -> bool:
    return isinstance(each, TaggedParagraph) and each.style.backColor is not None


@cache
def _closer(style: ParagraphStyle, leading: float) -> ParagraphStyle:
    return ParagraphStyle(f"{style.name} {leading}", parent=style, leading=style.leading * leading)
