# SPDX-License-Identifier: MIT
"""Which paragraphs of a letter are notes, and whose. Where a note is printed is each shape's matter.

A note names its paragraph (Paragraph.note_to), or is its who stands before it in the section.
"""

from typing import NamedTuple

from storage.model.letter import NOTE, WholeLetter, WholeParagraph, WholeSection


class NotedParagraph(NamedTuple):
    """A paragraph that says something, with the notes to it."""

    number: int
    """Which paragraph of its section it is, from 1."""
    kind: str
    """prose, bullet or numbered."""
    text: str
    notes: tuple[str, ...]
    note_ids: tuple[str, ...] = ()


def noted(section: WholeSection) -> list[NotedParagraph]:
    """Return a section's paragraphs that say anything, each with its notes.

    A note to a paragraph that is not there any more, or with nothing before it, stands as prose: no word is lost.
    """
    said = [(number, each) for number, each in enumerate(section.paragraphs, 1) if each.text.strip()]
    there = {each.paragraph.id for _number, each in said if each.paragraph.kind != NOTE}
    own: dict[str, list[WholeParagraph]] = {}
    stands: list[tuple[int, WholeParagraph]] = []
    for number, each in said:
        goal = each.paragraph.note_to or (stands[-1][1].paragraph.id if stands else "")
        if each.paragraph.kind == NOTE and (goal in there or goal in own):
            own.setdefault(goal, []).append(each)
        else:
            stands.append((number, each))
            own.setdefault(each.paragraph.id, [])
    return [_noted(number, each, own[each.paragraph.id]) for number, each in stands]


def numbers(letter: WholeLetter) -> dict[str, int]:
    """Return the identifier of each note's paragraph → the number it is printed with."""
    ids = (name for section in letter.sections for each in noted(section) for name in each.note_ids)
    return {name: number for number, name in enumerate(ids, 1)}


def _noted(number: int, each: WholeParagraph, notes: list[WholeParagraph]) -> NotedParagraph:
    kind = "prose" if each.paragraph.kind == NOTE else each.paragraph.kind
    texts, ids = tuple(note.text for note in notes), tuple(note.paragraph.id for note in notes)
    return NotedParagraph(number, kind, each.text, texts, ids)
