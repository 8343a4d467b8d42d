# SPDX-License-Identifier: MIT
"""Which paragraphs of a letter are notes, and whose: a note belongs to what stands before it in its section.

Where a note is printed is each shape's matter: at the foot of the page, at the end of the file.
"""

from dataclasses import dataclass

from storage.model.letter import WholeParagraph, WholeSection

NOTE = "note"
"""The kind of such a paragraph (model/letter.Paragraph)."""


@dataclass(frozen=True, slots=True)
class NotedParagraph:
    """A paragraph that says something, with the notes to it."""

    number: int
    """Which paragraph of its section it is, from 1."""
    kind: str
    """prose, bullet or numbered."""
    text: str
    notes: tuple[str, ...]


def noted(section: WholeSection) -> list[NotedParagraph]:
    """Return a section's paragraphs that say anything, each with its notes.

    A note with nothing before it, as when its paragraph was withdrawn or moved, stands as prose: no word is lost.
    """
    found: list[NotedParagraph] = []
    for number, each in enumerate(section.paragraphs, 1):
        if not each.text.strip():
            continue
        if each.paragraph.kind == NOTE and found:
            last = found.pop()
            found.append(NotedParagraph(last.number, last.kind, last.text, (*last.notes, each.text)))
        else:
            found.append(NotedParagraph(number, _kind(each), each.text, ()))
    return found


def _kind(each: WholeParagraph) -> str:
    return "prose" if each.paragraph.kind == NOTE else each.paragraph.kind
