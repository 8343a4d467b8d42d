# SPDX-License-Identifier: MIT
"""A letter in two languages: aligned by paragraph; whose words moved since is told from whose did not."""

from typing import Any

from storage.model.ids import StreamId
from storage.model.letter import Letter, Paragraph, Section, Sentence, WholeLetter, WholeParagraph, WholeSection
from storage.model.pair import (
    BOTH,
    FIRST,
    ONLY_FIRST,
    ONLY_SECOND,
    PAIR_STATES,
    SAME,
    SECOND,
    aligned,
    digest,
    is_settled,
)

FRAME: dict[str, Any] = {"stream_id": StreamId("s.d")}


def said(name: str, text: str, **fields: Any) -> WholeParagraph:
    return WholeParagraph(Paragraph(id=name, **fields, **FRAME), (Sentence(id=f"{name}-1", text=text, **FRAME),))


def a_whole(*paragraphs: WholeParagraph) -> WholeLetter:
    section = WholeSection(Section(id="s", title="Findings", **FRAME), paragraphs)
    return WholeLetter(Letter(id="l", **FRAME), (section,))


def twin(name: str, text: str, of: str, was: str, own: str = "") -> WholeParagraph:
    return said(name, text, twin_id=of, twin_words=digest(was), own_words=digest(own or text))


def test_each_paragraph_says_whether_the_other_language_must_follow() -> None:
    first = a_whole(said("a", "One."), said("b", "Two, amended."), said("c", "Three."), said("d", "Four, amended."))
    second = a_whole(
        twin("a2", "Un.", "a", "One."),
        twin("b2", "Dau.", "b", "Two."),
        twin("c2", "Tri, diwygiwyd.", "c", "Three.", own="Tri."),
        twin("d2", "Pedwar, diwygiwyd.", "d", "Four.", own="Pedwar."),
    )
    rows = aligned(first, second)
    assert [row.state for row in rows] == [SAME, FIRST, SECOND, BOTH]
    assert all(row.section == "Findings" for row in rows)
    assert not is_settled(rows)
    assert {row.state for row in rows} <= set(PAIR_STATES)


def test_what_only_one_has_stands_where_it_belongs() -> None:
    first = a_whole(said("a", "One."), said("b", "Two."))
    second = a_whole(said("x", "O flaen."), twin("a2", "Un.", "a", "One."), said("y", "Ar ôl.", twin_id="gone"))
    rows = aligned(first, second)
    assert [(row.first and row.first.text, row.second and row.second.text) for row in rows] == [
        (None, "O flaen."),
        ("One.", "Un."),
        (None, "Ar ôl."),
        ("Two.", None),
    ]
    assert [row.state for row in rows] == [ONLY_SECOND, SAME, ONLY_SECOND, ONLY_FIRST]


def test_a_paragraph_without_words_is_no_row() -> None:
    assert is_settled(aligned(a_whole(said("a", "One."), said("b", " ")), a_whole(twin("a2", "Un.", "a", "One."))))
