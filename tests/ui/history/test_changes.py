# SPDX-License-Identifier: MIT
"""A change in words: what went is struck out, what came is underlined, and content is never taken for markup."""

from pathlib import Path

from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.queries.history import history
from storage.store import Store
from tests.builders import a_note, a_visit, again
from tests.ui.shown import a_desk
from ui.history.changes import pieces, write_entry
from ui.look import Look


def test_pieces_put_the_old_text_and_the_new_together_again() -> None:
    old, new = "Six of eight  files held a plan.", "Seven of eight  files held a current plan."
    found = pieces(old, new)
    assert "".join(words for kind, words in found if kind != "new") == old
    assert "".join(words for kind, words in found if kind != "gone") == new
    assert ("gone", "Six") in found


def test_very_long_texts_are_shown_whole_instead_of_compared() -> None:
    old, new = "a " * 3000, "b " * 3000
    assert pieces(old, new) == [("gone", old), ("new", new)]


def test_changed_words_are_marked_by_more_than_colour_and_markup_is_only_words(
    qtbot: QtBot, look: Look, store: Store, tmp_path: Path
) -> None:
    note = a_note(store, a_visit(store), "<b>Six</b> of eight.")
    notes.amend(store, note, text="<b>Seven</b> of eight.")
    entry = history(store, again(store, note))[-1]
    document = QTextDocument()
    write_entry(a_desk(store, look, tmp_path), document, entry)
    assert "<b>Six</b>" in document.toPlainText()
    assert "Practice Inspector" in document.toPlainText()
    assert format_at(document, "<b>Six</b>").fontStrikeOut()
    assert format_at(document, "<b>Seven</b>").fontUnderline()
    assert not format_at(document, "of eight").fontUnderline()


def format_at(document: QTextDocument, words: str):  # type: ignore[no-untyped-def]
    cursor = QTextCursor(document.find(words))
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()
