# SPDX-License-Identifier: MIT
"""A box that asks while nothing is chosen, and stands on what is."""

from pytestqt.qtbot import QtBot

from ui.widgets.asking_box import AskingBox

NAMES = {"a": "First", "b": "Second"}


def test_it_asks_until_something_is_chosen(qtbot: QtBot) -> None:
    box = AskingBox()
    qtbot.addWidget(box)
    assert box.code() == ""
    box.offer(NAMES, "")
    assert (box.count(), box.code(), box.currentText()) == (3, "", "Please choose…")
    box.setCurrentIndex(2)
    assert box.code() == "b"
    box.offer(NAMES, "a")
    assert (box.count(), box.code()) == (2, "a")
