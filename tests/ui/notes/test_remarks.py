# SPDX-License-Identifier: MIT
"""Under a note stands what was said to it; everybody may say more."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import comments
from storage.model.visit import Visit
from storage.queries.comments import comments_of_note
from storage.store import Store
from tests.builders import a_note, a_store, again, hand_over, join
from ui.desk import Desk
from ui.notes.remarks import SHOWN, Remarks


def test_a_partners_question_is_shown_and_answered(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    note, partner = a_note(store, visit), a_store("Second Inspector")
    join(store, visit.stream_id, partner)
    remarks = Remarks(desk)
    qtbot.addWidget(remarks)
    assert not remarks.isVisible()
    remarks.show_note(note)
    comments.say(partner, again(partner, note), "Which two files?", "question")
    hand_over(partner, store, visit.stream_id)
    assert "Question · Second Inspector" in remarks.texts()[0]
    assert remarks.kind.currentData() == "answer"
    QTest.keyClicks(remarks.field, "Case 03")
    QTest.keyClick(remarks.field, Qt.Key.Key_Return)
    assert [each.kind for each in comments_of_note(store, note.id)] == ["question", "answer"]
    assert remarks.field.text() == ""
    remarks.withdraw(comments_of_note(store, note.id)[1])
    assert len(remarks.texts()) == 1


def test_trouble_is_told_and_the_words_stay(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    from storage.acts import notes

    note = a_note(store, visit)
    remarks = Remarks(desk)
    qtbot.addWidget(remarks)
    remarks.show_note(note)
    notes.withdraw(store, note)
    remarks.show_note(again(store, note))
    remarks.field.setText("Words")
    with qtbot.waitSignal(remarks.refused):
        remarks.say()
    assert remarks.field.text() == "Words"


def test_many_remarks_are_counted_and_the_newest_shown(qtbot: QtBot, desk: Desk, store: Store, visit: Visit) -> None:
    note = a_note(store, visit)
    for number in range(SHOWN + 2):
        comments.say(store, note, f"Number {number}")
    remarks = Remarks(desk)
    qtbot.addWidget(remarks)
    remarks.show_note(note)
    assert remarks.count.text() == "6 remarks"
    assert remarks._rows.count() == SHOWN
    remarks.show_note(None)
    assert remarks.texts() == []


def test_a_remark_half_typed_waits_while_another_note_is_looked_at(
    qtbot: QtBot, desk: Desk, store: Store, visit: Visit
) -> None:
    one, other = a_note(store, visit, "One."), a_note(store, visit, "Other.")
    remarks = Remarks(desk)
    qtbot.addWidget(remarks)
    remarks.show_note(one)
    remarks.kind.setCurrentIndex(remarks.kind.findData("question"))
    QTest.keyClicks(remarks.field, "Which two")
    remarks.show_note(other)
    assert remarks.field.text() == ""
    remarks.show_note(one)
    assert (remarks.field.text(), remarks.kind.currentData()) == ("Which two", "question")
    remarks.say()
    remarks.show_note(other)
    remarks.show_note(one)
    assert remarks.field.text() == ""
