# SPDX-License-Identifier: MIT
"""The page takes any text as plain text, in one piece where Qt can bear it, and knows where a selection stands."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.notes.page import LONGEST, NotePage, broken


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> NotePage:
    made = NotePage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_rich_text_comes_in_without_its_looks(page: NotePage) -> None:
    pasted = QMimeData()
    pasted.setHtml("<p><b>No</b> supervision</p><script>x</script><img src='http://example.invalid/x.png'>")
    page.insertFromMimeData(pasted)
    assert page.text().strip().startswith("No supervision")
    assert "<" not in page.text()


@pytest.mark.parametrize("text", ["😀 Ŵ ŵ Ŷ ŷ", "שלום مرحبا \u202e abc", "two\n\nparagraphs\t.", "<b>not bold</b>"])
def test_any_plain_text_is_kept_as_it_is(page: NotePage, text: str) -> None:
    pasted = QMimeData()
    pasted.setText(text)
    page.insertFromMimeData(pasted)
    assert page.text() == text


def test_five_megabytes_in_one_line_are_broken_at_spaces_and_nothing_is_lost(qtbot: QtBot, page: NotePage) -> None:
    words = "six of eight files held a plan. " * 160_000
    pasted = QMimeData()
    pasted.setText(words)
    with qtbot.waitSignal(page.long_lines_broken):
        page.insertFromMimeData(pasted)
    assert page.text().replace("\n", "") == words
    assert max(len(line) for line in page.text().split("\n")) <= LONGEST


def test_lines_from_right_to_left_are_shorter_because_they_take_longer_to_lay_out() -> None:
    lines = broken("שלום עולם " * 1_000).split("\n")
    assert "".join(lines) == "שלום עולם " * 1_000
    assert max(map(len, lines)) <= LONGEST // 4


def test_short_lines_are_not_broken() -> None:
    text = "a" * LONGEST + "\n" + "b " * (LONGEST // 2)
    assert broken(text) == text
    assert broken("c" * (LONGEST + 1)) == "c" * LONGEST + "\nc"


def test_half_a_character_does_no_harm(page: NotePage) -> None:
    page.show_text("a\ud83db")
    assert page.text().encode()


def test_a_selection_behind_an_emoji_is_counted_in_characters(page: NotePage) -> None:
    page.show_text("😀😀 no supervision")
    page.moveCursor(QTextCursor.MoveOperation.End)
    for _letter in "supervision":
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    span = page.span()
    assert span is not None
    assert page.text()[slice(*span)] == "supervision"
    page.moveCursor(QTextCursor.MoveOperation.Start)
    assert page.span() is None


def test_recovered_words_can_be_undone(page: NotePage) -> None:
    page.show_text("As it was.")
    assert not page.is_touched()
    page.amend_text("As it was typed.")
    assert page.is_touched()
    page.undo()
    assert page.text() == "As it was."


def test_tab_leaves_the_page(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, page, button = QVBoxLayout(window), NotePage(), QPushButton("Next")
    column.addWidget(page)
    column.addWidget(button)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.text() == ""
    assert button.hasFocus()
