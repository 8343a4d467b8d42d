# SPDX-License-Identifier: MIT
"""Questions about letters."""

from storage.acts.letters import add_paragraph, add_sentence, reorder, withdraw
from storage.queries.letters import letter, letters, letters_of_visit, whole_letter
from storage.store import Store
from tests.builders import a_letter, a_visit


def test_letters_are_found_by_visit_and_identifier(store: Store) -> None:
    one, two = a_visit(store), a_visit(store)
    first, second = a_letter(store, one, "One."), a_letter(store, two, "Two.")
    assert letters_of_visit(store, one.id) == (first,)
    assert {each.id for each in letters(store)} == {first.id, second.id}
    assert letter(store, second.id) == second
    assert letter(store, "none") is whole_letter(store, "none") is None


def test_a_whole_letter_holds_its_pieces_in_order(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.", "Two.")
    whole = whole_letter(store, shell.id)
    assert whole is not None
    [section] = whole.sections
    [paragraph] = section.paragraphs
    assert paragraph.text == "One. Two."
    reorder(store, paragraph.sentences[0], "0009")
    add_sentence(store, paragraph.paragraph, "0003", "Between.")
    add_paragraph(store, section.section, "0005", "Before.")
    whole = whole_letter(store, shell.id)
    assert whole is not None
    assert [each.text for each in whole.sections[0].paragraphs] == ["Before.", "Two. Between. One."]


def test_a_withdrawn_piece_is_left_out(store: Store) -> None:
    shell = a_letter(store, a_visit(store), "One.", "Two.")
    whole = whole_letter(store, shell.id)
    assert whole is not None
    withdraw(store, whole.sections[0].paragraphs[0].sentences[0])
    whole = whole_letter(store, shell.id)
    assert whole is not None
    assert whole.sections[0].paragraphs[0].text == "Two."
    withdraw(store, whole.sections[0].section)
    whole = whole_letter(store, shell.id)
    assert whole is not None
    assert whole.sections == ()
