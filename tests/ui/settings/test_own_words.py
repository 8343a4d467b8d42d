# SPDX-License-Identifier: MIT
"""Own words are added once and removed; an empty list says how it is filled."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from storage.acts import habits
from storage.store import Store
from tests.ui.shown import a_desk
from ui.look import Look
from ui.settings.own_words import OwnWords


@pytest.fixture
def part(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> OwnWords:
    made = OwnWords(a_desk(store, look, tmp_path))
    qtbot.addWidget(made)
    made.show()
    return made


def test_words_are_added_and_removed(part: OwnWords, store: Store) -> None:
    assert part.count.text().startswith("None yet.")
    for word in ("genogram", "cysgodi"):
        part.word.setText(word)
        QTest.keyClick(part.word, Qt.Key.Key_Return)
    assert habits.own_words(store) == ("cysgodi", "genogram")
    assert part.count.text() == "2 words"
    part.list.choose("genogram")
    part.remove.click()
    assert habits.own_words(store) == ("cysgodi",)
    part.word.setText("cysgodi")
    assert not part.add.isEnabled()
