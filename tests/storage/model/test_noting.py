# SPDX-License-Identifier: MIT
"""Whose note a note is: the paragraph's that it names, else of what stands before it, else nobody's."""

from storage.model.ids import StreamId
from storage.model.letter import Paragraph, Section, Sentence, WholeParagraph, WholeSection
from storage.model.noting import WAITS, homes, notes_to

_STREAM = StreamId("s.d")


def _section(*paragraphs: tuple[str, str, str]) -> WholeSection:
    """Take (identifier, kind, what it is a note to); one whose identifier begins with a dash has no words."""
    made = []
    for name, kind, goal in paragraphs:
        words = () if name.startswith("-") else (Sentence(id=f"{name}1", stream_id=_STREAM, text=f"{name}."),)
        made.append(WholeParagraph(Paragraph(id=name, stream_id=_STREAM, kind=kind, note_to=goal), words))
    return WholeSection(Section(id="s", stream_id=_STREAM), tuple(made))


def test_a_note_is_its_that_it_names_or_that_stands_before_it() -> None:
    section = _section(("n", "note", "b"), ("a", "prose", ""), ("m", "note", ""), ("b", "bullet", ""))
    assert homes(section) == {"n": "b", "m": "a"}
    assert [each.paragraph.id for each in notes_to(section, "b")] == ["n"]


def test_a_note_whose_paragraph_is_gone_or_empty_waits() -> None:
    section = _section(("a", "prose", ""), ("n", "note", "gone"), ("-b", "prose", ""), ("m", "note", "-b"))
    assert homes(section) == {"n": WAITS, "m": WAITS}
    assert list(notes_to(section, "a")) == []


def test_a_note_with_nothing_before_it_stands_by_itself_and_may_have_notes() -> None:
    section = _section(("n", "note", ""), ("m", "note", "n"), ("o", "note", ""), ("-p", "note", ""))
    assert homes(section) == {"n": "n", "m": "n", "o": "n"}
    assert [each.paragraph.id for each in notes_to(section, "n")] == ["m", "o"]
