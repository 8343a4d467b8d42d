# SPDX-License-Identifier: MIT
"""Adding, withdrawing and moving a letter's pieces from where one stands."""

import pytest

from storage import undo
from storage.errors import Refused
from tests.ui.letters.conftest import Written
from ui.letters import pen


def _place(written: Written, text: str) -> pen.Place:
    sentence = next(each for each in written.sentences() if each.text == text)
    place = pen.place_of(written.whole(), sentence.id)
    assert place is not None
    return place


def test_a_new_sentence_stands_right_after_the_one_stood_on(written: Written) -> None:
    pen.add_sentence(written.store, _place(written, "Thank you."), "New.")
    assert written.texts()[:3] == ["Thank you.", "New.", "Supervision is irregular."]


def test_a_new_item_is_an_item_too(written: Written) -> None:
    pen.add_paragraph(written.store, _place(written, "second"), "second and a half")
    place = _place(written, "second and a half")
    assert place.paragraph.paragraph.kind == "bullet"
    assert written.texts()[-3:] == ["second", "second and a half", "third"]


def test_a_sentence_without_words_is_refused(written: Written) -> None:
    with pytest.raises(Refused):
        pen.add_sentence(written.store, _place(written, "Thank you."), "  ")


def test_withdrawing_the_only_sentence_withdraws_its_paragraph(written: Written) -> None:
    pen.withdraw(written.store, _place(written, "second"))
    assert [len(each.paragraphs) for each in written.whole().sections] == [1, 3]
    undo.undo(written.store)
    assert written.texts()[-3:] == ["first", "second", "third"]


def test_a_sentence_moves_within_its_paragraph_only(written: Written) -> None:
    assert not pen.can_move(_place(written, "Thank you."), -1)
    pen.move(written.store, _place(written, "Thank you."), 1)
    assert written.texts()[:2] == ["Supervision is irregular.", "Thank you."]
    assert not pen.can_move(_place(written, "Thank you."), 1)


def test_an_item_moves_among_its_list(written: Written) -> None:
    pen.move(written.store, _place(written, "third"), -1)
    pen.move(written.store, _place(written, "third"), -1)
    assert written.texts()[-3:] == ["third", "first", "second"]


def test_a_whole_paragraph_moves_within_its_section(written: Written) -> None:
    place = _place(written, "Thank you.")
    assert not pen.can_move(place, 1, whole=True)
    pen.move(written.store, _place(written, "We found:"), 1, whole=True)
    assert written.texts()[2:4] == ["first", "We found:"]


def test_what_the_letter_no_longer_has_has_no_place(written: Written) -> None:
    assert pen.place_of(written.whole(), "gone") is None
    assert pen.place_of(None, "gone") is None


def test_a_note_goes_with_its_paragraph_and_what_is_added_after_it_is_prose(written: Written) -> None:
    pen.add_note(written.store, _place(written, "second"), "Of the second.")
    pen.add_note(written.store, _place(written, "second"), "Of it too.")
    assert written.texts()[-4:] == ["second", "Of the second.", "Of it too.", "third"]
    note = _place(written, "Of it too.")
    assert note.paragraph.paragraph.note_to == _place(written, "second").paragraph.paragraph.id
    pen.add_paragraph(written.store, note, "After it.")
    assert _place(written, "After it.").paragraph.paragraph.kind == "prose"
