# SPDX-License-Identifier: MIT
"""Words to be marked: a passage is counted in characters, without the spaces round it."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from storage.acts.attachments import Passage
from ui.attachments.words_view import WordsView


def test_a_passage_is_counted_in_characters_and_not_in_halves_of_them(qtbot: QtBot) -> None:
    view = WordsView()
    qtbot.addWidget(view)
    view.show_words("🙂🙂 Tŷ Haf ", 3)
    assert view.passage() is None
    view.selectAll()
    assert view.passage() == Passage("🙂🙂 Tŷ Haf", 0, 3)
    cursor = view.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.passage() == Passage("Tŷ", 3, 3)


def test_the_same_words_shown_again_stay_marked(qtbot: QtBot) -> None:
    view = WordsView()
    qtbot.addWidget(view)
    view.show_words("Tŷ Haf", 1)
    view.selectAll()
    view.show_words("Tŷ Haf", 1)
    assert view.passage() is not None
    view.show_words("Tŷ Haf", 2)
    assert view.passage() is None


def test_words_cannot_be_altered(qtbot: QtBot) -> None:
    view = WordsView()
    qtbot.addWidget(view)
    view.show_words("Tŷ Haf")
    qtbot.keyClicks(view, "x")
    assert view.toPlainText() == "Tŷ Haf"
