# SPDX-License-Identifier: MIT
"""A note belongs to what stands before it in its section, and no word is lost where nothing does."""

from reports.noting import noted
from storage.model.letter import WholeSection
from tests.reports.pdf.letters import a_letter


def _section(*paragraphs: tuple[str, str]) -> WholeSection:
    return a_letter((("findings", "Findings", paragraphs),)).sections[0]


def test_notes_belong_to_what_stands_before_them() -> None:
    told = noted(_section(("prose", "One."), ("note", "Of one."), ("bullet", "a"), ("note", "x"), ("note", "y")))
    assert [(each.number, each.kind, each.text, each.notes) for each in told] == [
        (1, "prose", "One.", ("Of one.",)),
        (3, "bullet", "a", ("x", "y")),
    ]


def test_a_note_within_a_list_does_not_part_it() -> None:
    told = noted(_section(("numbered", "one"), ("note", "Of one."), ("numbered", "two")))
    assert [each.kind for each in told] == ["numbered", "numbered"]


def test_a_note_with_nothing_before_it_is_prose_and_empty_words_are_nothing() -> None:
    told = noted(_section(("prose", "  "), ("note", "Alone."), ("prose", "Two."), ("note", "")))
    assert [(each.kind, each.text, each.notes) for each in told] == [("prose", "Alone.", ()), ("prose", "Two.", ())]
