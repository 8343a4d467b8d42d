# SPDX-License-Identifier: MIT
"""The letter amended by keyboard: reworded, added to, withdrawn, moved, looked at again; nothing typed is lost."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage import undo
from storage.acts import letters as acts
from tests.ui.letters.conftest import Written
from ui.letters.letters import Letters


def _stand_on(panel: Letters, written: Written, text: str) -> None:
    panel.text.stand_on(next(each.id for each in written.sentences() if each.text == text))
    panel.text.setFocus()


def _type(qtbot: QtBot, panel: Letters, words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    editor = panel.text.editor
    assert editor is not None
    editor.field.selectAll()
    qtbot.keyClicks(editor.field, words)
    qtbot.keyClick(editor.field, end)


def test_return_opens_the_sentence_and_return_keeps_it(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "Supervision is irregular.")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    _type(qtbot, panel, "Supervision is rare.")
    assert written.texts()[1] == "Supervision is rare."
    assert written.sentences()[1].check
    assert written.sentences()[1].sources == (f"finding:{written.finding.id}",)
    assert panel.text.editor is None
    assert panel.text.piece().text == "Supervision is rare."


def test_escape_leaves_the_sentence_as_it_was(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "Thank you.")
    panel.text.reword()
    _type(qtbot, panel, "Other words.", Qt.Key.Key_Escape)
    assert written.texts()[0] == "Thank you."
    assert panel.text.editor is None


def test_a_new_sentence_is_typed_in_its_place(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "Thank you.")
    panel.writing.add_sentence()
    _type(qtbot, panel, "New words.")
    assert written.texts()[:3] == ["Thank you.", "New words.", "Supervision is irregular."]


def test_a_new_item_stands_after_the_one_stood_on(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "first")
    panel.writing.add_paragraph()
    _type(qtbot, panel, "one more")
    assert written.texts()[-4:] == ["first", "one more", "second", "third"]
    assert panel.text.piece().text == "one more"


def test_a_new_sentence_without_words_leaves_no_trace(qtbot: QtBot, panel: Letters, written: Written) -> None:
    before, rows = written.texts(), panel.text.pieces.rowCount()
    _stand_on(panel, written, "Thank you.")
    panel.writing.add_sentence()
    assert panel.text.editor is not None
    qtbot.keyClick(panel.text.editor.field, Qt.Key.Key_Return)
    assert written.texts() == before
    assert panel.text.pieces.rowCount() == rows
    assert panel.notice.isHidden()


def test_emptying_a_sentence_is_told_and_loses_nothing(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "Thank you.")
    panel.text.reword()
    assert panel.text.editor is not None
    panel.text.editor.field.clear()
    qtbot.keyClick(panel.text.editor.field, Qt.Key.Key_Return)
    assert not panel.notice.isHidden()
    assert panel.text.editor is not None
    assert written.texts()[0] == "Thank you."


def test_withdrawing_can_be_undone(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "second")
    panel.writing.withdraw()
    assert "second" not in [panel.text.pieces.data(panel.text.pieces.index(r, 0)) for r in range(12)]
    assert panel.text.piece() is not None
    undo.undo(written.store)
    assert written.texts()[-2] == "second"


def test_one_stays_on_the_sentence_that_moves(panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "third")
    panel.writing.move(-1, False)
    assert panel.text.piece().text == "third"
    assert written.texts()[-3:] == ["first", "third", "second"]
    assert panel.writing.can_move(-1, False)


def test_who_looked_again_says_so(qtbot: QtBot, panel: Letters, written: Written) -> None:
    acts.reword(written.store, written.sentences()[1], "Supervision is rare.")
    _stand_on(panel, written, "Supervision is rare.")
    assert panel.sources.hold.isVisible()
    qtbot.mouseClick(panel.sources.hold, Qt.MouseButton.LeftButton)
    assert not written.sentences()[1].check
    assert not panel.sources.hold.isVisible()


def test_what_is_typed_outlives_news_from_elsewhere(qtbot: QtBot, panel: Letters, written: Written) -> None:
    _stand_on(panel, written, "Thank you.")
    panel.text.reword()
    assert panel.text.editor is not None
    panel.text.editor.field.setPlainText("Many thanks.")
    acts.withdraw(written.store, written.sentences()[5])
    assert panel.text.editor is not None
    qtbot.keyClick(panel.text.editor.field, Qt.Key.Key_Return)
    assert written.texts() == ["Many thanks.", "Supervision is irregular.", "We found:", "first", "second"]
    assert panel.text.pieces.row_of("third") == -1


def test_a_head_or_foot_row_is_no_place_to_write(panel: Letters, written: Written) -> None:
    panel.text.stand_on("salutation")
    assert panel.writing.place() is None
    panel.writing.withdraw()
    panel.writing.add_sentence()
    assert panel.text.editor is None
    assert len(written.texts()) == 6


def test_a_note_is_typed_under_its_paragraph_and_shows_its_number(
    qtbot: QtBot, panel: Letters, written: Written
) -> None:
    _stand_on(panel, written, "Thank you.")
    panel.writing.add_note()
    _type(qtbot, panel, "By name.")
    piece = panel.text.piece()
    assert (piece.text, piece.bullet, piece.indented) == ("By name.", "[1]", True)
    _stand_on(panel, written, "By name.")
    panel.writing.add_paragraph()
    _type(qtbot, panel, "After it.")
    assert (panel.text.piece().text, panel.text.piece().bullet) == ("After it.", "")
