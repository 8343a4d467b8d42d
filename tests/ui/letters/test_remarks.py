# SPDX-License-Identifier: MIT
"""Remarks beside the letter: said to the paragraph stood on, marked once it is reworded, taken back by their author."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.acts import letters
from storage.queries.comments import comments_of_letter, comments_of_visit
from tests.builders import a_store, hand_over, join
from tests.ui.letters.conftest import Written
from ui.letters.letters import Letters


def test_what_is_typed_is_said_to_the_paragraph_stood_on(qtbot: QtBot, panel: Letters, written: Written) -> None:
    sentence = written.sentences()[1]
    panel.text.stand_on(sentence.id)
    panel.show_side(2)
    qtbot.keyClicks(panel.remarks.field, "Since when?")
    panel.remarks.kind.setCurrentIndex(panel.remarks.kind.findData("question"))
    qtbot.keyClick(panel.remarks.field, Qt.Key.Key_Return)
    [said] = comments_of_letter(written.store, written.letter_id)
    assert (said.kind, said.text, said.paragraph_id) == ("question", "Since when?", sentence.paragraph_id)
    assert said.quoted == "Thank you. Supervision is irregular."
    assert comments_of_visit(written.store, written.visit.id) == ()  # it is no remark on a note
    assert panel.remarks.field.text() == ""
    assert "This paragraph" in panel.remarks.list.lines()[0].words


def test_a_paragraph_that_was_reworded_since_says_so_and_can_be_gone_to(
    qtbot: QtBot, panel: Letters, written: Written
) -> None:
    panel.text.stand_on(written.sentences()[0].id)
    qtbot.keyClicks(panel.remarks.field, "Too short.")
    qtbot.mouseClick(panel.remarks.say_button, Qt.MouseButton.LeftButton)
    letters.reword(written.store, written.sentences()[0], "Thank you for meeting us.")
    panel.text.stand_on(written.sentences()[-1].id)
    panel.refresh()
    assert "Reworded since" in panel.remarks.list.lines()[0].words
    qtbot.keyClick(panel.remarks.list, Qt.Key.Key_Return)
    piece = panel.text.piece()
    assert piece is not None
    assert piece.key == written.sentences()[0].id


def test_a_quality_readers_remark_is_seen_and_only_hers_to_take_back(panel: Letters, written: Written) -> None:
    from storage.acts.comments import say_to_letter
    from storage.queries.letters import whole_letter

    reader = a_store("Quality Reader")
    join(written.store, written.visit.stream_id, reader, "quality_reader")
    there = whole_letter(reader, written.letter_id)
    assert there is not None
    say_to_letter(reader, there.letter, there.sections[0].paragraphs[0], "Is this agreed?")
    hand_over(reader, written.store, written.visit.stream_id)
    panel.refresh()
    assert "Quality Reader" in panel.remarks.list.lines()[0].words
    assert not panel.remarks.away.isEnabled()
    panel.remarks.withdraw()
    assert len(comments_of_letter(written.store, written.letter_id)) == 1


def test_ones_own_remark_is_withdrawn(qtbot: QtBot, panel: Letters, written: Written) -> None:
    panel.text.stand_on(written.sentences()[0].id)
    qtbot.keyClicks(panel.remarks.field, "Mistaken.")
    panel.remarks.say()
    qtbot.mouseClick(panel.remarks.away, Qt.MouseButton.LeftButton)
    assert comments_of_letter(written.store, written.letter_id) == ()
    assert not panel.remarks.away.isEnabled()
