# SPDX-License-Identifier: MIT
"""A note belongs to what stands before it in its section, and no word is lost where nothing does."""

from dataclasses import replace

from reports.noting import noted, numbers
from storage.model.letter import WholeParagraph, WholeSection
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


def test_a_note_that_names_its_paragraph_stays_with_it_wherever_it_is_moved() -> None:
    section = _section(("prose", "One."), ("prose", "Two."), ("note", "Of one."))
    one, two, note = section.paragraphs
    named = WholeParagraph(replace(note.paragraph, note_to=one.paragraph.id), note.sentences)
    for order in ((one, two, named), (named, one, two), (two, named, one)):
        told = {each.text: each.notes for each in noted(WholeSection(section.section, order))}
        assert told == {"One.": ("Of one.",), "Two.": ()}
    left = [(each.text, each.notes) for each in noted(WholeSection(section.section, (two, named)))]
    assert left == [("Two.", ())]  # it waits for the paragraph that was withdrawn, and is nobody else's meanwhile


def test_notes_are_numbered_as_their_marks_come() -> None:
    body = (("a", "", (("prose", "One."), ("note", "x"), ("note", "y"))), ("b", "", (("bullet", "b"), ("note", "z"))))
    letter = a_letter(body)
    ids = [each.paragraph.id for section in letter.sections for each in section.paragraphs]
    assert numbers(letter) == {ids[1]: 1, ids[2]: 2, ids[4]: 3}
