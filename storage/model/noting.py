# SPDX-License-Identifier: MIT
"""Which paragraph of a letter a note belongs to. What is printed with what: reports/noting.py."""

from collections.abc import Iterator

from storage.model.letter import NOTE, WholeParagraph, WholeSection

WAITS = ""
"""In the place of a paragraph: the one that the note names was withdrawn, or has no words; the note is not printed."""


def homes(section: WholeSection) -> dict[str, str]:
    """Return the identifier of each note that says anything → that of the paragraph whose note it is.

    A note names its paragraph (Paragraph.note_to), or is its that stands before it. With neither it stands by itself,
    its own home, so that no word is lost; one that names a paragraph which is not there WAITS until that comes back.
    """
    said = [each.paragraph for each in section.paragraphs if each.text.strip()]
    there = {each.id for each in said if each.kind != NOTE}
    found: dict[str, str] = {}
    last = ""
    for each in said:
        if each.kind != NOTE:
            last = each.id
        elif each.note_to:
            named = found.get(each.note_to, each.note_to)  # the note that it names stands by itself, or is another's
            found[each.id] = named if named in there or named in found else WAITS
        else:
            found[each.id] = last or each.id
            last = last or each.id
    return found


def notes_to(section: WholeSection, paragraph_id: str) -> Iterator[WholeParagraph]:
    """Yield the notes whose paragraph this is, in order."""
    at = homes(section)
    for each in section.paragraphs:
        if each.paragraph.id != paragraph_id and at.get(each.paragraph.id) == paragraph_id:
            yield each
