# SPDX-License-Identifier: MIT
"""Abbreviations are changed and removed by key; what cannot be typed as one word is not offered to be kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import habits
from storage.store import Store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.settings.abbreviations import Abbreviations


@pytest.fixture
def part(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> Abbreviations:
    made = Abbreviations(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_abbreviation_is_changed_and_removed(part: Abbreviations, store: Store) -> None:
    part.list.choose("sw")
    assert (part.short.text(), part.words.text()) == ("sw", "social worker")
    part.words.setText("senior worker")
    assert "The senior worker " in part.preview.text()
    part.keep.click()
    assert habits.shorthand(store)["sw"] == "senior worker"
    QTest.keyClick(part.list, Qt.Key.Key_Delete)
    assert "sw" not in habits.shorthand(store)
    assert (part.short.text(), part.words.text()) == ("", "")


@pytest.mark.parametrize(("short", "words"), [("two words", "anything"), ("sw", ""), ("", "anything"), ("#a", "any")])
def test_what_cannot_be_typed_as_one_word_is_not_kept(part: Abbreviations, short: str, words: str) -> None:
    part.short.setText(short)
    part.words.setText(words)
    assert not part.keep.isEnabled()
    assert part.preview.text() == ""


def test_the_words_fill_in_whatever_the_case_of_the_letters(part: Abbreviations, store: Store) -> None:
    part.short.setText("IRO")
    part.words.setText(" independent  reviewing officer ")
    QTest.keyClick(part.words, Qt.Key.Key_Return)
    assert habits.shorthand(store)["iro"] == "independent reviewing officer"
    assert part.list.current() == "iro"
