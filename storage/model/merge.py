# SPDX-License-Identifier: MIT
"""Two people amended one text: keep every word of both (a small diff3 on words).

Why our own: docs/decisions/0005-state-from-the-set.md. Scalars are not merged (model/heads.py).
"""

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


def merge(base: str, ours: str, theirs: str) -> str:
    """Return `theirs` and `ours` merged word by word over `base`.

    What only one side changed, changes; where both changed the same place differently, both wordings stand, ours
    first. Same arguments, same answer, on every device.
    """
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    words = _WORDS.findall(base)
    mine, yours = _edits(words, _WORDS.findall(ours)), _edits(words, _WORDS.findall(theirs))
    merged: list[str] = []
    place = 0
    while place <= len(words):
        start, end = _clash(place, mine, yours)
        if start is None:
            break
        merged += words[place:start]
        merged += _settle(words, (start, end), mine, yours)
        place = end
        mine, yours = [e for e in mine if not _within(e, start, end)], [e for e in yours if not _within(e, start, end)]
    return "".join(merged + words[place:])


Edit = tuple[int, int, list[str]]


def _edits(base: list[str], other: list[str]) -> list[Edit]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [(i1, i2, other[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]


def _within(edit: Edit, start: int, end: int) -> bool:
    return start <= edit[0] and edit[1] <= end


def _clash(place: int, mine: list[Edit], yours: list[Edit]) -> tuple[int | None, int]:
    """Return the next stretch of the base that any edit touches, grown until no edit crosses its border."""
    upcoming = sorted((e[0], e[1]) for e in mine + yours if e[0] >= place)
    if not upcoming:
        return None, place
    start, end = upcoming[0]
    for first, last in upcoming[1:]:
        if first < end:
            end = max(end, last)
    return start, end


def _settle(words: list[str], stretch: tuple[int, int], mine: list[Edit], yours: list[Edit]) -> list[str]:
    ours, theirs = _apply(words, stretch, mine), _apply(words, stretch, yours)
    base = words[stretch[0] : stretch[1]]
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    gap = [] if not ours or not theirs or ours[-1].isspace() or theirs[0].isspace() else [" "]
    return ours + gap + theirs


def _apply(words: list[str], stretch: tuple[int, int], edits: list[Edit]) -> list[str]:
    out: list[str] = []
    place = stretch[0]
    for start, end, new in edits:
        if _within((start, end, new), *stretch):
            out += words[place:start] + new
            place = end
    return out + words[place : stretch[1]]
