# SPDX-License-Identifier: MIT
"""A letter's paragraphs with the notes that are printed with them. Where a note is printed is each shape's matter.

Whose note a note is: storage/model/noting.py.
"""

from typing import NamedTuple

from storage.model.letter import NOTE, WholeLetter, WholeParagraph, WholeSection
from storage.model.noting import WAITS, homes


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

    A note with nothing before it stands as prose: no word is lost. One whose paragraph was withdrawn is left out, as
    that is; both come back together.
    """
    at = homes(section)
    own: dict[str, list[WholeParagraph]] = {}
    stands: list[tuple[int, WholeParagraph]] = []
    for number, each in enumerate(section.paragraphs, 1):
        name = each.paragraph.id
        if name in at and at[name] != name:
            own.setdefault(at[name], []).append(each)
        elif each.text.strip():
            stands.append((number, each))
    return [_noted(number, each, own.get(each.paragraph.id, [])) for number, each in stands]


def numbers(letter: WholeLetter) -> dict[str, int]:
    """Return the identifier of each note's paragraph → the number it is printed with."""
    ids = (name for section in letter.sections for each in noted(section) for name in each.note_ids)
    return {name: number for number, name in enumerate(ids, 1)}


def waiting(letter: WholeLetter) -> frozenset[str]:
    """Return the identifiers of the notes that are not printed: their paragraphs were withdrawn, by somebody else."""
    every = (each for section in letter.sections for each in homes(section).items())
    return frozenset(name for name, home in every if home == WAITS)


def _noted(number: int, each: WholeParagraph, notes: list[WholeParagraph]) -> NotedParagraph:
    kind = "prose" if each.paragraph.kind == NOTE else each.paragraph.kind
    texts, ids = tuple(note.text for note in notes), tuple(note.paragraph.id for note in notes)
    return NotedParagraph(number, kind, each.text, texts, ids)
