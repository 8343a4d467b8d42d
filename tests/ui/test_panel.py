# SPDX-License-Identifier: MIT
"""A panel hears of what was recorded: at once when it is seen, when it is next shown otherwise."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from storage.acts import notes
from storage.errors import Refused
from storage.settings import Settings
from storage.store import Store
from tests.builders import a_visit
from ui.bus import Bus
from ui.desk import Desk
from ui.look import Look
from ui.panel import Panel, Verb, words_of
from ui.worker import Worker


class _Counting(Panel):
    asked = 0

    def refresh(self) -> None:
        """Count."""
        self.asked += 1


@pytest.fixture
def panel(qtbot: QtBot, look: Look, store: Store, tmp_path: Path) -> _Counting:
    made = _Counting(Desk(store, Bus(), Worker(), look, Settings(), tmp_path))
    qtbot.addWidget(made)
    return made


def test_a_visible_panel_asks_again_at_once(panel: _Counting, store: Store) -> None:
    panel.show()
    asked = panel.asked
    a_visit(store)
    assert panel.asked > asked


def test_a_hidden_panel_waits_until_it_is_shown(panel: _Counting, store: Store) -> None:
    a_visit(store)
    assert panel.asked == 0
    panel.show()
    assert panel.asked == 1


def test_trouble_is_told_in_the_panel_that_asked(panel: _Counting, store: Store) -> None:
    there = a_visit(store)
    panel.show()
    assert not panel.attempt(lambda: notes.write(store, there, " ") and None)
    assert panel.notice.isVisible()
    assert "no words" in panel.notice.accessibleName()
    assert panel.attempt(lambda: None)
    assert not panel.notice.isVisible()


def test_trouble_told_directly_stands_there_too(panel: _Counting) -> None:
    panel.show()
    panel.tell(Refused("Not {what}.", "Do {what}.", what="this"))
    assert panel.notice.accessibleName() == "Not this. Do this."


def test_a_verb_is_possible_unless_it_says_otherwise() -> None:
    verb = Verb("New note", "Ctrl+N", "note", lambda: None)
    assert verb.is_possible()
    assert words_of(verb) == "New note"
