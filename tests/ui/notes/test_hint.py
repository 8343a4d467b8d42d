# SPDX-License-Identifier: MIT
"""A hint can be waved away, and says so."""

from pytestqt.qtbot import QtBot

from ui.look import Look
from ui.notes.hint import Hint
from ui.widgets.buttons import IconButton


def test_closing_a_hint_is_told(qtbot: QtBot, look: Look) -> None:
    hint = Hint(look)
    qtbot.addWidget(hint)
    hint.tell("Words", "", "warn")
    with qtbot.waitSignal(hint.dismissed):
        hint.findChildren(IconButton)[0].click()
    assert not hint.isVisible()
