# SPDX-License-Identifier: MIT
"""The place to type one sentence: its keys, and what may be pasted into it."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from storage.errors import Refused
from ui.letters.sentence_editor import LONGEST, SentenceEditor
from ui.look import Look


@pytest.fixture
def editor(qtbot: QtBot, look: Look) -> SentenceEditor:
    made = SentenceEditor(look, "As it was.")
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def test_return_keeps_and_escape_does_not(qtbot: QtBot, editor: SentenceEditor) -> None:
    ends: list[bool] = []
    editor.ended.connect(ends.append)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert ends == [True, False]
    assert not editor.is_changed()


def test_pasted_rich_text_comes_in_plain_and_on_one_line(editor: SentenceEditor) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("Three\nlines  of\ttext 😀 שלום")
    editor.field.selectAll()
    editor.field.insertFromMimeData(pasted)
    assert editor.text() == "Three lines of text 😀 שלום"
    assert editor.is_changed()


def test_a_pasted_book_is_refused_with_what_to_do(qtbot: QtBot, editor: SentenceEditor) -> None:
    pasted = QMimeData()
    pasted.setText("book " * 1_000_000)
    with qtbot.waitSignal(editor.refused) as refused:
        editor.field.insertFromMimeData(pasted)
    assert isinstance(refused.args[0], Refused)
    assert editor.text() == "As it was."
    assert len("book " * 1_000_000) > LONGEST


def test_it_asks_for_more_room_as_it_fills(qtbot: QtBot, editor: SentenceEditor) -> None:
    before = editor.wanted()
    with qtbot.waitSignal(editor.grown):
        qtbot.keyClicks(editor.field, "more words " * 12)
    assert editor.wanted() > before


def test_leaving_the_field_keeps_what_was_typed(qtbot: QtBot, editor: SentenceEditor) -> None:
    editor.activateWindow()
    editor.field.setFocus()
    qtbot.waitUntil(editor.field.hasFocus)
    with qtbot.waitSignal(editor.ended) as ended:
        editor.field.clearFocus()
    assert ended.args == [True]
