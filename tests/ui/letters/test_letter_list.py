# SPDX-License-Identifier: MIT
"""The visit's letters in a list: newest first, with date, state, language and who signed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.letters.conftest import Written, a_written_letter
from ui.letters.letter_list import LetterList, row_of, sealed_words, type_title
from ui.look import Look
from ui.widgets.row_delegate import Role


def test_a_row_says_type_date_state_language_and_practice(written: Written) -> None:
    row = row_of(written.whole().letter)
    assert row.title == "Monitoring visit"
    assert row.text == "Practice letter · 12 October 2018 · English"
    assert row.mark == "Drafting"


def test_a_sealed_letter_says_who_signed_and_when(written: Written) -> None:
    shell = replace(
        written.whole().letter, document_id="d", sealed_by="A. Inspector", sealed_at="2018-10-12T14:03:20.000Z"
    )
    assert sealed_words(shell) == "Signed by A. Inspector on 12 October 2018 at 14:03 UTC."
    assert sealed_words(shell) in row_of(shell).text
    assert sealed_words(replace(shell, sealed_at="once")) == "Signed by A. Inspector."


@pytest.mark.parametrize("odd", [{"kind": "omen"}, {"date": ""}, {"status": "lost"}, {"language": "tlh"}])
def test_what_a_newer_version_wrote_is_shown_as_it_is(written: Written, odd: dict[str, str]) -> None:
    assert row_of(replace(written.whole().letter, **odd)).title
    assert type_title("omen") == "omen"


def test_the_newest_letter_comes_first_and_one_stays_where_one_was(qtbot: QtBot, look: Look, written: Written) -> None:
    second = a_written_letter(written.store, written.visit, written.finding)
    first = written.whole().letter
    letters = LetterList(look)
    qtbot.addWidget(letters)
    newer = replace(first, id=second)
    letters.show_letters((first, newer), "")
    assert letters.letter_id() == second
    with qtbot.waitSignal(letters.chosen) as chosen:
        qtbot.keyClick(letters, Qt.Key.Key_Down)
    assert chosen.args == [first.id]
    letters.show_letters((first, newer), first.id)
    assert letters.letter_id() == first.id


def test_each_letter_says_where_it_is_by_word_shape_and_tooltip(qtbot: QtBot, look: Look, written: Written) -> None:
    shell = written.whole().letter
    letters = LetterList(look)
    qtbot.addWidget(letters)
    letters.show_letters((shell,), shell.id, {shell.id: "here"})
    index = letters.model().index(0, 0)
    row = index.data(Role.ROW)
    assert (row.place, row.place_icon) == ("Only here", "monitor")
    assert "Only here" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "this laptop only" in index.data(Qt.ItemDataRole.ToolTipRole)
    letters.show_places({shell.id: "office"})
    assert index.data(Role.ROW).place == "Office has"
