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
    UNSEEN,
    Row,
    aligned,
    digest,
    is_settled,
    proposed,
    rearranged,
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


def sides(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [(row.first.text if row.first else "", row.second.text if row.second else "") for row in rows]


def test_letters_drafted_apart_go_together_by_section_and_place() -> None:
    first = a_whole(said("a", "One."), said("b", "Two."), said("e", ""), said("c", "Three."))
    second = a_whole(said("a2", "Un."), said("b2", "Dau."))
    rows = proposed(first, second)
    assert sides(rows) == [("One.", "Un."), ("Two.", "Dau."), ("Three.", "")]
    assert [row.state for row in rows] == [UNSEEN, UNSEEN, ONLY_FIRST]
    assert [row.state for row in proposed(second, first)][-1] == ONLY_SECOND


def test_a_side_is_moved_until_it_stands_right() -> None:
    first, second = a_whole(said("a", "One."), said("b", "Two.")), a_whole(said("x", "Rhagair."), said("a2", "Un."))
    rows = proposed(first, second)
    up = rearranged(rows, 0, -1)
    assert sides(up) == [("", "Rhagair."), ("One.", ""), ("Two.", "Un.")]
    assert sides(rearranged(up, 2, -1)) == [("", "Rhagair."), ("One.", "Un."), ("Two.", "")]
    assert sides(rearranged(rows, 1, 1)) == [("One.", "Rhagair."), ("Two.", ""), ("", "Un.")]
    assert rearranged(up, 1, -1) == up
    assert rearranged(rows, 9, 1) == rows


def test_what_nobody_looked_at_says_so() -> None:
    [row] = aligned(a_whole(said("a", "One.")), a_whole(said("a2", "Un.", twin_id="a")))
    assert row.state == UNSEEN
    assert not is_settled((row,))
